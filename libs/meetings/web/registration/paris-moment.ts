import { parisDay, parisInstant, parisTime } from '@cohorte/platform/contract';

/** `2024-10-22T14:00`, the clock of Paris, as inputs of a day and an hour want it; empty for none. */
export const toParisClock = (iso: string | null): string => (iso ? `${parisDay(iso)}T${parisTime(iso)}` : '');

/** The instant behind what was written; null for an empty or unfinished field. */
export function fromParisClock(written: string): string | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(written) ?? [];
  return day && time ? parisInstant(day, time) : null;
}
