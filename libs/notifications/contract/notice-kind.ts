import * as z from 'zod';

/** Where a person is told: the bell of every page, a letter. */
export const noticeChannels = ['bell', 'mail'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** What people can stop or keep, in words of theirs: one line of their preferences each. */
export const noticeTopics = [
  'invitations', 'polls', 'poll-reminders', 'dates', 'seats', 'offers', 'withdrawals', 'changes', 'reminders', 'replays', 'minutes', 'certificates', 'resources', 'followed-resources', 'organising',
] as const;
export const noticeTopic = z.enum(noticeTopics);
export type NoticeTopic = z.output<typeof noticeTopic>;

/** What a notice is about: everything told of one thing at one moment is one letter. */
export const noticeThings = ['meeting', 'poll', 'track-poll', 'resource'] as const;
export type NoticeThing = (typeof noticeThings)[number];

interface KindFacts {
  readonly topic: NoticeTopic;
  /** Never two of these for one thing to one person on one day. */
  readonly isReminder?: true;
  /** Told in one way only, whatever is preferred. */
  readonly only?: NoticeChannel;
}

const kinds = {
  'meeting-invitation': { topic: 'invitations' },
  'poll-opened': { topic: 'polls' },
  'poll-slots-added': { topic: 'polls' },
  /** Someone’s own link to the answer they just gave. */
  'poll-answered': { topic: 'polls', only: 'mail' },
  /** Someone’s own link, asked for by the open one. */
  'poll-joined': { topic: 'polls', only: 'mail' },
  /** To those asked who said nothing of the slot kept, and whom the meeting itself does not tell: its date, then what becomes of it. */
  'poll-decided': { topic: 'dates', only: 'mail' },
  'poll-moved': { topic: 'changes', only: 'mail' },
  'poll-cancelled': { topic: 'changes', only: 'mail' },
  'poll-restored': { topic: 'changes', only: 'mail' },
  'poll-reminder': { topic: 'poll-reminders', isReminder: true },
  'poll-complete': { topic: 'organising' },
  'poll-closed': { topic: 'organising' },
  'date-decided': { topic: 'dates' },
  registered: { topic: 'seats' },
  'to-confirm': { topic: 'seats' },
  informed: { topic: 'seats' },
  waiting: { topic: 'seats' },
  promoted: { topic: 'seats' },
  'handed-over': { topic: 'seats' },
  'exception-asked': { topic: 'seats' },
  'exception-answered': { topic: 'seats' },
  'place-offered': { topic: 'offers' },
  withdrawn: { topic: 'withdrawals' },
  moved: { topic: 'changes' },
  cancelled: { topic: 'changes' },
  restored: { topic: 'changes' },
  'details-changed': { topic: 'changes' },
  'week-before': { topic: 'reminders', isReminder: true },
  'day-before': { topic: 'reminders', isReminder: true },
  'hour-before': { topic: 'reminders', isReminder: true },
  replay: { topic: 'replays' },
  minutes: { topic: 'minutes' },
  certificate: { topic: 'certificates' },
  'resource-submitted': { topic: 'organising' },
  'resource-published': { topic: 'resources' },
  'resource-returned': { topic: 'resources' },
  'resource-review': { topic: 'resources' },
  'resource-new-version': { topic: 'followed-resources' },
  'resource-retired': { topic: 'followed-resources' },
  'exception-to-answer': { topic: 'organising' },
  /** A letter that nobody will ever receive: shown to those who run the meeting. */
  undelivered: { topic: 'organising', only: 'bell' },
} as const satisfies Record<string, KindFacts>;

export type NoticeKind = keyof typeof kinds;
export const noticeKinds = Object.keys(kinds) as NoticeKind[];
export const noticeKind = z.enum(noticeKinds);

const factsOf = (kind: NoticeKind): KindFacts => kinds[kind];
export const topicOf = (kind: NoticeKind): NoticeTopic => factsOf(kind).topic;
export const isReminder = (kind: NoticeKind): boolean => factsOf(kind).isReminder === true;
export const travelsBy = (kind: NoticeKind, channel: NoticeChannel): boolean => (factsOf(kind).only ?? channel) === channel;

/**
 * What cannot be stopped: an offered place has a deadline and is lost without its letter; a withdrawal is a receipt that someone
 * must have, since another may have pressed in their name.
 */
export const canStop = (topic: NoticeTopic, channel: NoticeChannel): boolean => channel === 'bell' || (topic !== 'offers' && topic !== 'withdrawals');
