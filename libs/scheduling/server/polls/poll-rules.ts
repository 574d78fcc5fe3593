import { AppError } from '@cohorte/platform/contract';
import { instantOf, slotsMax, type WrittenSlot } from '../../contract';

/** A slot with its instant, whatever the zone it was written in. */
export interface PlacedSlot {
  readonly startsAt: Date;
  readonly minutes: number;
  readonly allDay: boolean;
  /** Civil day in the zone it was written in. */
  readonly day: string;
}

const keyOf = (slot: PlacedSlot): string => `${slot.startsAt.toISOString()}/${slot.minutes}/${slot.allDay}`;

/** Where a written slot stands in time; a day begins at its first hour. */
function placed(slot: WrittenSlot, zone: string): PlacedSlot {
  const allDay = slot.at.length === 10;
  const startsAt = instantOf(slot.at, zone) ?? (allDay ? instantOf(`${slot.at}T01:00`, zone) : null);
  if (!startsAt) throw new AppError('bad-input', 'scheduling.no-such-hour', { at: slot.at });
  return { startsAt: new Date(startsAt), minutes: slot.minutes, allDay, day: slot.at.slice(0, 10) };
}

/** An all-day slot is still ahead as long as its day is. */
export const isAhead = (slot: Pick<PlacedSlot, 'startsAt' | 'allDay'>, now: Date): boolean => slot.startsAt.getTime() + (slot.allDay ? 86_400_000 : 0) > now.getTime();

/** Slots as written, in time; the past, the same slot twice, an hour skipped by summer time are refused by name. */
export function placeSlots(slots: readonly WrittenSlot[], zone: string, now: Date): PlacedSlot[] {
  const all = slots.map((slot) => placed(slot, zone));
  if (all.some((slot) => !isAhead(slot, now))) throw new AppError('bad-input', 'scheduling.slot-in-past');
  if (all.some((slot) => slot.startsAt.getTime() > now.getTime() + 5 * 365 * 86_400_000)) throw new AppError('bad-input', 'scheduling.slot-too-far');
  assertNoTwins(all, []);
  return all.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.minutes - b.minutes);
}

export function assertNoTwins(slots: readonly PlacedSlot[], among: readonly PlacedSlot[]): void {
  const keys = [...slots, ...among].map(keyOf);
  if (new Set(keys).size < keys.length) throw new AppError('bad-input', 'scheduling.slot-twice');
  if (keys.length > slotsMax) throw new AppError('bad-input', 'scheduling.too-many-slots', { most: slotsMax });
}

/** The instant of a deadline: ahead of now, and before the last slot is past. */
export function deadlineOf(wall: string, zone: string, slots: readonly PlacedSlot[], now: Date): Date {
  const instant = instantOf(wall, zone);
  if (!instant) throw new AppError('bad-input', 'scheduling.no-such-hour', { at: wall });
  return assertDeadline(new Date(instant), slots, now);
}

const day = 86_400_000;

/** As long to answer as the former poll left, and the eve of the last slot at the latest; when that is over too, half of what is left. */
export function deadlineAfter(former: { readonly openedAt: Date | null; readonly closesAt: Date }, slots: readonly Pick<PlacedSlot, 'startsAt'>[], now: Date): Date {
  const lasted = former.closesAt.getTime() - (former.openedAt ?? former.closesAt).getTime();
  const wanted = now.getTime() + Math.max(lasted, day);
  const last = Math.max(...slots.map((slot) => slot.startsAt.getTime()));
  const latest = last - day > now.getTime() ? last - day : (now.getTime() + last) / 2;
  return new Date(Math.floor(Math.min(wanted, slots.length === 0 ? wanted : latest) / 60_000) * 60_000);
}

export function assertDeadline(closesAt: Date, slots: readonly PlacedSlot[], now: Date): Date {
  if (closesAt <= now) throw new AppError('bad-input', 'scheduling.deadline-in-past');
  if (!slots.some((slot) => isAhead(slot, closesAt))) throw new AppError('bad-input', 'scheduling.deadline-after-slots');
  return closesAt;
}
