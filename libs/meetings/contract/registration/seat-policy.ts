import { type StructureKind, structureKinds } from '@cohorte/networks/contract';
import * as z from 'zod';
import { audienceRule } from './audience';
import { registrationQuestions } from './registration-question';

/** Where someone takes part in a mixed meeting whose room and whose link hold different numbers. */
export const seatWays = ['room', 'online'] as const;
export const seatWay = z.enum(seatWays);
export type SeatWay = z.output<typeof seatWay>;

/** The largest event of the networks met so far has a few hundred people; ten thousand is a slip of the keyboard. */
export const placesMost = 10_000;
const places = z.int().min(1).max(placesMost);
const instant = z.iso.datetime();

/** Not so many colleagues at once that one structure empties the room in a click. */
export const colleaguesMost = 20;

export const seatPolicy = z.strictObject({
  /** Null: as many as come. Not read when `separate` is set. */
  places: places.nullable(),
  separate: z.strictObject({ room: places.nullable(), online: places.nullable() }).nullable(),
  /** At most so many people of one structure, until then if a date is given. */
  perStructure: z.strictObject({ most: z.int().min(1).max(1_000), until: instant.nullable() }).nullable(),
  /** A share of the places, in percent, that only small structures may take, until then if a date is given. */
  reserved: z
    .strictObject({
      share: z.int().min(1).max(100),
      kinds: z.array(z.enum(structureKinds)).max(structureKinds.length),
      /** Yearly purchases in euros without tax; a structure without a figure is small by its kind only. */
      purchasesUpTo: z.number().min(0).max(1e12).nullable(),
      until: instant.nullable(),
    })
    .nullable(),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  waitingList: z.boolean(),
  /** `immediate`: the next one is registered; `offer`: the next one has time to accept. */
  promotion: z.enum(['immediate', 'offer']),
  offerHours: z.int().min(1).max(168),
  /** How many colleagues one person may register at once. */
  colleagues: z.int().min(0).max(colleaguesMost),
  /** Who asks before this instant is drawn by lot, all at once; who asks later comes after them. */
  drawAt: instant.nullable(),
  /** Every request awaits an animator's yes. */
  approval: z.boolean(),
  /** Null: open to all, without an account. */
  audience: audienceRule.nullable(),
  questions: registrationQuestions,
});
export type SeatPolicy = z.output<typeof seatPolicy>;

/** What a meeting has until an animator says otherwise: its own people come, as many as they are. */
export const policyOfSpace = (spaceId: string, kind: 'cohort' | 'network' | 'structure'): SeatPolicy => ({
  places: null, separate: null, perStructure: null, reserved: null, opensAt: null, closesAt: null, waitingList: true, promotion: 'immediate', offerHours: 24,
  colleagues: 5, drawAt: null, approval: false, questions: [],
  audience: kind === 'cohort' ? { subjectToCode: false, cohortIds: [spaceId], departments: [], kinds: [], roles: [] } : null,
});

const rules: readonly [field: string, problem: string, isBroken: (policy: SeatPolicy, startsAt: string | null) => boolean][] = [
  ['closesAt', 'before-opening', ({ opensAt, closesAt }) => opensAt !== null && closesAt !== null && opensAt >= closesAt],
  ['closesAt', 'after-start', ({ closesAt }, startsAt) => closesAt !== null && startsAt !== null && closesAt > startsAt],
  ['drawAt', 'before-opening', ({ opensAt, drawAt }) => opensAt !== null && drawAt !== null && drawAt <= opensAt],
  ['drawAt', 'after-start', ({ drawAt }, startsAt) => drawAt !== null && startsAt !== null && drawAt >= startsAt],
  ['reserved', 'nobody-small', ({ reserved }) => reserved !== null && reserved.kinds.length === 0 && reserved.purchasesUpTo === null],
  ['questions', 'twice', ({ questions }) => new Set(questions.map(({ id }) => id)).size < questions.length],
];

const utc = (iso: string | null): string | null => (iso === null ? null : new Date(iso).toISOString());

/** What is wrong between the fields of a policy, by field; empty when it can be followed. */
export function policyProblems(policy: SeatPolicy, startsAt: Date | null): Record<string, string> {
  const comparable = { ...policy, opensAt: utc(policy.opensAt), closesAt: utc(policy.closesAt), drawAt: utc(policy.drawAt) };
  return Object.fromEntries(rules.filter(([, , isBroken]) => isBroken(comparable, startsAt?.toISOString() ?? null)).map(([field, problem]) => [field, problem]));
}

export const placesOf = (policy: SeatPolicy, way: SeatWay | null): number | null => (policy.separate ? policy.separate[way ?? 'room'] : policy.places);

/** Nobody can ever be turned away: no need to count. */
export const isUnlimited = (policy: SeatPolicy): boolean =>
  !policy.perStructure && !policy.drawAt && (policy.separate ? policy.separate.room === null && policy.separate.online === null : policy.places === null);

export const reservedFor = (policy: SeatPolicy, now: Date): boolean => policy.reserved !== null && (policy.reserved.until === null || now < new Date(policy.reserved.until));

export const cappedAt = (policy: SeatPolicy, now: Date): number =>
  policy.perStructure && (policy.perStructure.until === null || now < new Date(policy.perStructure.until)) ? policy.perStructure.most : Infinity;


/** Whether a structure is one of the small ones for whom places are kept; purchases in euros without tax, null when unknown. */
export const isSmallFor = ({ reserved }: SeatPolicy, structure: { readonly kind: StructureKind; readonly purchases: number | null } | null): boolean =>
  reserved !== null && structure !== null &&
  (reserved.kinds.includes(structure.kind) || (reserved.purchasesUpTo !== null && structure.purchases !== null && structure.purchases <= reserved.purchasesUpTo));
