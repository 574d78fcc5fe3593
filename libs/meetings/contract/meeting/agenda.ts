import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { sittingLimits } from './meeting';
import { dayAfter, zonedDay, zonedInstant } from './meeting-zone';

/** Text of several lines that a database, a mail and a calendar all accept. */
export const longText = (max: number) => z.string().trim().max(max).regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u);
/** One line of the same. */
export const lineText = (max: number, min = 0) => z.string().trim().min(min).max(max).regex(/^[^\p{Cc}\p{Cs}]*$/u);

const partId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);

export const agendaLimits = { parts: 60, groups: 12, speakers: 40, sittings: 10 } as const;

/** `part` is a «Temps»; `groups` holds several rooms side by side; `break` may go without a title. */
export const partKinds = ['welcome', 'plenary', 'part', 'round-table', 'groups', 'restitution', 'questions', 'break'] as const;
export const partKind = z.enum(partKinds);
export type PartKind = z.output<typeof partKind>;

export const meetingSpeaker = z.strictObject({
  id: partId,
  name: lineText(120, 1),
  role: lineText(160),
  organisation: lineText(160),
  /** Their account here, when they have one. */
  personId: identifier.nullable(),
});
export type MeetingSpeaker = z.output<typeof meetingSpeaker>;

export const agendaGroup = z.strictObject({
  id: partId,
  title: lineText(240, 1),
  place: lineText(160),
  seats: z.int().min(1).max(5_000).nullable(),
  note: longText(1_000),
  speakerIds: z.array(partId).max(agendaLimits.speakers),
});
export type AgendaGroup = z.output<typeof agendaGroup>;

export const agendaPart = z
  .strictObject({
    id: partId,
    kind: partKind,
    title: lineText(240),
    minutes: z.int().min(1).max(sittingLimits.max),
    note: longText(2_000),
    /** Which sitting it belongs to: 0 is the first. */
    sitting: z.int().min(0).max(agendaLimits.sittings),
    speakerIds: z.array(partId).max(agendaLimits.speakers),
    groups: z.array(agendaGroup).max(agendaLimits.groups),
  })
  .superRefine((part, check) => {
    if (part.title === '' && part.kind !== 'break') check.addIssue({ code: 'custom', path: ['title'], message: 'required', input: part.title });
    if (part.kind === 'groups' && part.groups.length === 0) check.addIssue({ code: 'custom', path: ['groups'], message: 'required', input: part.groups });
  });
export type AgendaPart = z.output<typeof agendaPart>;

/** A further day: kept as days after the first and a clock, so that it follows when the meeting is moved. */
export const laterSitting = z.strictObject({
  afterDays: z.int().min(1).max(120),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.int().min(sittingLimits.min).max(sittingLimits.max),
});
export type LaterSitting = z.output<typeof laterSitting>;

export interface Sitting {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly minutes: number;
}

interface Planned {
  readonly startsAt: string | null;
  readonly minutes: number;
  readonly zone: string;
  readonly laterSittings: readonly LaterSitting[];
}

const sitting = (startsAt: string, minutes: number): Sitting => ({ startsAt, minutes, endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() });

/** Every sitting with its instants, in the meeting's zone; none while it has no date. */
export function sittingsOf({ startsAt, minutes, zone, laterSittings }: Planned): Sitting[] {
  if (startsAt === null) return [];
  const first = zonedDay(startsAt, zone);
  return [sitting(new Date(startsAt).toISOString(), minutes), ...laterSittings.map((later) => sitting(zonedInstant(dayAfter(first, later.afterDays), later.time, zone), later.minutes))];
}

/** Positions of sittings that begin before the one above ends. */
export const overlapping = (sittings: readonly Sitting[]): number[] =>
  sittings.flatMap((one, place) => (place > 0 && one.startsAt < (sittings[place - 1] as Sitting).endsAt ? [place] : []));

export interface PartTimes {
  /** Minutes after the beginning of its sitting. */
  readonly offset: number;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** When each part begins and ends: parts follow each other inside their sitting, in the order of the list. */
export function agendaTimes(parts: readonly Pick<AgendaPart, 'sitting' | 'minutes'>[], sittings: readonly Sitting[]): PartTimes[] {
  const used = new Map<number, number>();
  return parts.map((part) => {
    const offset = used.get(part.sitting) ?? 0;
    used.set(part.sitting, offset + part.minutes);
    const start = sittings[part.sitting]?.startsAt;
    const at = (minutes: number): string | null => (start === undefined ? null : new Date(Date.parse(start) + minutes * 60_000).toISOString());
    return { offset, startsAt: at(offset), endsAt: at(offset + part.minutes) };
  });
}

/** Planned minutes of each sitting beside those it lasts; `over` is what the agenda exceeds. */
export function agendaTotals(parts: readonly Pick<AgendaPart, 'sitting' | 'minutes'>[], lengths: readonly number[]): { planned: number; available: number; over: number }[] {
  return lengths.map((available, place) => {
    const planned = parts.filter((part) => part.sitting === place).reduce((sum, part) => sum + part.minutes, 0);
    return { planned, available, over: Math.max(0, planned - available) };
  });
}

/** The list with one part moved: the keyboard's arrows and the mouse do the same thing. */
export function movePart<T>(parts: readonly T[], from: number, to: number): T[] {
  const moved = [...parts];
  const [part] = moved.splice(from, 1);
  if (part === undefined || to < 0 || to > moved.length) return [...parts];
  moved.splice(to, 0, part);
  return moved;
}

/** A part to hold again with others: nobody is named for it yet. */
export const withoutPeople = (part: AgendaPart): AgendaPart => ({ ...part, speakerIds: [], groups: part.groups.map((group) => ({ ...group, speakerIds: [] })) });
