const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * When those who have not answered are reminded by the poll itself: 48 hours before the deadline of a poll that lives more than five days,
 * 36 hours before when it lives two to five, never under two. The habit of Doodle and Nextcloud Polls.
 */
export function reminderAt(openedAt: Date, closesAt: Date): Date | null {
  const life = closesAt.getTime() - openedAt.getTime();
  if (life < 2 * dayMs) return null;
  return new Date(closesAt.getTime() - (life > 5 * dayMs ? 48 : 36) * hourMs);
}

/** One by itself and one by hand: nobody is reminded more than twice. */
export interface RemindersSent {
  readonly autoRemindedAt: Date | null;
  readonly handRemindedAt: Date | null;
}

export const canRemindByHand = (sent: RemindersSent): boolean => sent.handRemindedAt === null;
