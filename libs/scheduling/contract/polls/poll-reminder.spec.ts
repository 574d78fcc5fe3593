import { canRemindByHand, reminderAt } from './poll-reminder';

const opened = new Date('2026-03-01T09:00:00Z');
const after = (hours: number) => new Date(opened.getTime() + hours * 3_600_000);

it.each([
  ['ten days', 240, 192], ['just over five days', 120.01, 72.01], ['five days', 120, 84], ['two days', 48, 12], ['under two days', 47.9, null],
])('a poll of %s reminds at hour %s − its delay: %s', (_life, hours, at) => {
  expect(reminderAt(opened, after(hours))).toEqual(at === null ? null : after(at));
});

it('by hand once, whatever was sent by itself', () => {
  expect(canRemindByHand({ autoRemindedAt: opened, handRemindedAt: null })).toBe(true);
  expect(canRemindByHand({ autoRemindedAt: null, handRemindedAt: opened })).toBe(false);
});
