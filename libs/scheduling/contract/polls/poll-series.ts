import { instantOf } from './wall-clock';
import type { WrittenSlot } from './poll';

export interface DayTime {
  /** `14:00`, or null for the whole day. */
  readonly time: string | null;
  readonly minutes: number;
}

const inTime = (slots: readonly WrittenSlot[]): WrittenSlot[] => slots.toSorted((a, b) => a.at.localeCompare(b.at) || a.minutes - b.minutes);
const keyOf = (slot: WrittenSlot): string => `${slot.at}/${slot.at.length === 10 ? 'day' : slot.minutes}`;

/** The same slot written twice is one. */
export const withoutTwins = (slots: readonly WrittenSlot[]): WrittenSlot[] => inTime([...new Map(slots.map((slot) => [keyOf(slot), slot])).values()]);

const slotOn = (day: string, { time, minutes }: DayTime): WrittenSlot => ({ at: time ? `${day}T${time}` : day, minutes });

/** Days × times in one act; on the poll's clock, so that 14 h stays 14 h across a change of hour. */
export const seriesOf = (days: readonly string[], times: readonly DayTime[]): WrittenSlot[] => withoutTwins(days.flatMap((day) => times.map((time) => slotOn(day, time))));

const timesOn = (slots: readonly WrittenSlot[], day: string): DayTime[] =>
  slots.filter((slot) => slot.at.startsWith(day)).map(({ at, minutes }) => ({ time: at.length === 10 ? null : at.slice(11), minutes }));

/** Gives other days the slots of one. */
export const copyDay = (slots: readonly WrittenSlot[], from: string, to: readonly string[]): WrittenSlot[] => withoutTwins([...slots, ...seriesOf(to, timesOn(slots, from))]);

/** Slots whose hour does not exist that day, because clocks go forward over it. */
export const missingHours = (slots: readonly WrittenSlot[], zone: string): WrittenSlot[] => slots.filter((slot) => instantOf(slot.at, zone) === null);

/** Pairs that overlap: allowed, and said to whoever writes them. Whole days overlap with nothing. */
export function overlaps(slots: readonly WrittenSlot[]): [WrittenSlot, WrittenSlot][] {
  const timed = inTime(slots).filter((slot) => slot.at.length > 10);
  const found: [WrittenSlot, WrittenSlot][] = [];
  for (const [place, slot] of timed.entries()) {
    const next = timed[place + 1];
    if (next && Date.parse(`${slot.at}Z`) + slot.minutes * 60_000 > Date.parse(`${next.at}Z`)) found.push([slot, next]);
  }
  return found;
}
