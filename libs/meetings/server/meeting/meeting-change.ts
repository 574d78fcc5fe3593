import { type LaterSitting, type MeetingDetails, type Sitting, zonedDay, zonedTime } from '../../contract';
import { sittingsOfRow } from './meeting-row';
import type { MeetingEntity } from './meeting.entity';

export type MeetingChange = { readonly [name in keyof MeetingDetails]?: MeetingDetails[name] | undefined };
export type ToldChange = 'place' | 'link' | 'length' | 'title';

const rowFields = [
  'title', 'kind', 'format', 'audience', 'zone', 'objective', 'about', 'minutes', 'laterSittings', 'placeName', 'placeAddress', 'placeAccess', 'replayUrl', 'agenda', 'speakers', 'animatorIds',
] as const;

const toldFields: Record<Exclude<ToldChange, 'link'>, readonly (keyof MeetingDetails & keyof MeetingEntity)[]> = {
  title: ['title'],
  place: ['format', 'placeName', 'placeAddress', 'placeAccess'],
  length: ['minutes', 'laterSittings'],
};

/** What those registered must hear of, as one list for one save. */
export function whatChanged(row: MeetingEntity, change: MeetingChange): ToldChange[] {
  const differs = (name: keyof MeetingDetails & keyof MeetingEntity): boolean => change[name] !== undefined && JSON.stringify(change[name]) !== JSON.stringify(row[name]);
  return (Object.keys(toldFields) as (keyof typeof toldFields)[]).filter((what) => toldFields[what].some(differs));
}

/** Writes the fields that were sent. Another zone moves nothing: the clocks of later days are said anew in it. */
export function applyDetails(row: MeetingEntity, change: MeetingChange): void {
  const before = change.zone && change.zone !== row.zone && row.startsAt && !change.laterSittings ? sittingsOfRow(row) : null;
  for (const name of rowFields) {
    const value = change[name];
    if (value !== undefined) Object.assign(row, { [name]: value });
  }
  if (before) row.laterSittings = saidIn(row.zone, before);
}

function saidIn(zone: string, sittings: readonly Sitting[]): LaterSitting[] {
  const [first, ...later] = sittings;
  if (!first) return [];
  const day = (sitting: Sitting): number => Date.parse(zonedDay(sitting.startsAt, zone));
  return later.map((sitting) => ({ afterDays: Math.round((day(sitting) - day(first)) / 86_400_000), time: zonedTime(sitting.startsAt, zone), minutes: sitting.minutes }));
}
