import { canStop, isReminder, noticeKinds, noticeTopics, topicOf, travelsBy } from './notice-kind';

describe('kinds of notices', () => {
  it('every line of the preferences stops at least one kind', () => {
    expect(new Set(noticeKinds.map(topicOf))).toEqual(new Set(noticeTopics));
  });

  it('offered places and withdrawals always leave by mail, everything else can be stopped', () => {
    expect(noticeTopics.filter((topic) => !canStop(topic, 'mail'))).toEqual(['offers', 'withdrawals']);
    expect(noticeTopics.every((topic) => canStop(topic, 'bell'))).toBe(true);
  });

  it('reminders are those of polls and those before a meeting', () => {
    expect(noticeKinds.filter(isReminder)).toEqual(['poll-reminder', 'week-before', 'day-before', 'hour-before']);
  });

  it('a letter that failed is told by the bell only, someone’s own link by mail only', () => {
    expect([travelsBy('undelivered', 'mail'), travelsBy('undelivered', 'bell'), travelsBy('poll-answered', 'bell'), travelsBy('registered', 'mail')]).toEqual([false, true, false, true]);
  });
});
