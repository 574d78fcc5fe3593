import { parisDay, parisInstant } from '@cohorte/platform/contract';
import type { NoticeKind } from '../../contract';

export type Reminder = Extract<NoticeKind, 'week-before' | 'day-before' | 'hour-before'>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** The hour of the morning, in Paris, at which people are reminded days before. */
const morning = '09:00';

/** When each reminder of a meeting leaves. */
export function reminderTimes(startsAt: Date): Record<Reminder, Date> {
  const daysBefore = (days: number): Date => new Date(parisInstant(parisDay(new Date(startsAt.getTime() - days * dayMs).toISOString()), morning));
  return { 'week-before': daysBefore(7), 'day-before': daysBefore(1), 'hour-before': new Date(startsAt.getTime() - hourMs) };
}
