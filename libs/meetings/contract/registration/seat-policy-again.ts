import { dayAfter, zonedDay, zonedInstant, zonedTime } from '../meeting/meeting-zone';
import type { SeatPolicy } from './seat-policy';

/** The same meeting held again: elsewhere, at another date or at none yet. */
export interface HeldAgain {
  readonly from: { readonly spaceId: string; readonly startsAt: string | null };
  readonly to: { readonly spaceId: string; readonly startsAt: string | null };
  readonly zone: string;
  readonly now: string;
}

const dayMs = 86_400_000;
const utc = (iso: string): string => new Date(iso).toISOString();

/** As many civil days before the new date as before the former one, at the same hour of the zone; nothing without both dates. */
function movedWith(iso: string | null, { from, to, zone }: HeldAgain): string | null {
  if (iso === null || from.startsAt === null || to.startsAt === null) return null;
  const days = Math.round((Date.parse(zonedDay(to.startsAt, zone)) - Date.parse(zonedDay(from.startsAt, zone))) / dayMs);
  return zonedInstant(dayAfter(zonedDay(iso, zone), days), zonedTime(iso, zone), zone);
}

/** A door that would close, or a draw that would be held, before anybody could ask is left for the animator to set. */
function ahead(iso: string | null, again: HeldAgain): string | null {
  const moved = movedWith(iso, again);
  const { startsAt } = again.to;
  return moved !== null && moved > utc(again.now) && startsAt !== null && moved < utc(startsAt) ? moved : null;
}

/**
 * The rule of the places for the same meeting held again. Its instants keep their distance to the date; a limit that ended some days before is one
 * without end while the date is not known. The former group makes room for the new one.
 */
export function policyAgain(policy: SeatPolicy, again: HeldAgain): SeatPolicy {
  const { perStructure, reserved, audience, opensAt, closesAt, drawAt } = policy;
  const moved = (iso: string | null): string | null => movedWith(iso, again);
  const opens = moved(opensAt);
  const draws = ahead(drawAt, again);
  return {
    ...policy,
    perStructure: perStructure && { ...perStructure, until: moved(perStructure.until) },
    reserved: reserved && { ...reserved, until: moved(reserved.until) },
    opensAt: opens,
    closesAt: ahead(closesAt, again),
    drawAt: draws !== null && opens !== null && draws <= opens ? null : draws,
    audience: audience && { ...audience, cohortIds: audience.cohortIds.map((id) => (id === again.from.spaceId ? again.to.spaceId : id)) },
  };
}
