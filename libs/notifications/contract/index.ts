export { canStop, isReminder, noticeChannels, noticeKinds, noticeTopic, noticeTopics, topicOf, travelsBy } from './notice-kind';
export type { NoticeChannel, NoticeKind, NoticeThing, NoticeTopic } from './notice-kind';
export { countedUpTo, notice } from './notice';
export type { Notice } from './notice';
export { canNotice } from './notice.policy';
export type { NoticeAction } from './notice.policy';
export { preferenceTable, wants } from './preference';
export type { Choice, NoticePreference } from './preference';
export { bell, countNotices, listNotices, listPreferences, markNotices, readAllNotices, setPreference, stopLetters, viewStopping } from './notifications.contract';
