import { emailAddress, identifier, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { wallDay, wallTime, zoneName } from './poll-zone';

/** Stored; `pollStateAt` says where a poll stands now. */
export const pollStates = ['draft', 'open', 'closed', 'decided', 'cancelled'] as const;
export const pollState = z.enum(pollStates);
export type PollState = z.output<typeof pollState>;

export const closedReasons = ['auto', 'manual'] as const;
export type ClosedReason = (typeof closedReasons)[number];

/** What participants see of the others: everything, totals only, or nothing until they answered or the poll is closed. */
export const pollVisibilities = ['all', 'totals', 'after-answer'] as const;
export const pollVisibility = z.enum(pollVisibilities);
export type PollVisibility = z.output<typeof pollVisibility>;

/** Whether a voice is a person or a structure: of a structure, one person who can come is enough. */
export const pollCountings = ['structures', 'people'] as const;
export const pollCounting = z.enum(pollCountings);
export type PollCounting = z.output<typeof pollCounting>;

/** Whether participants may propose slots; under review, the others see them once they are accepted. */
export const pollProposals = ['none', 'review', 'open'] as const;
export const pollProposal = z.enum(pollProposals);
export type PollProposals = z.output<typeof pollProposal>;

/** Whom a cohort brings: the leads of its structures, or everyone in them. */
export const pollAudiences = ['leads', 'everyone', 'nobody'] as const;
export const pollAudience = z.enum(pollAudiences);
export type PollAudience = z.output<typeof pollAudience>;

/** More slots than anybody reads; above, a poll is a calendar. */
export const slotsMax = 100;
/** Places ever given in one poll, those taken away included: the length of a line. */
export const placesMax = 400;
export const participantsMax = 500;
/** A hundred people behind one network address, thirty presses each. */
export const answersPerAddress = { max: 3_000, minutes: 10 };

/** A slot as written down: on the clock of the poll's zone; a day alone is the whole day. */
export const writtenSlot = z.strictObject({ at: z.union([wallDay, wallTime]), minutes: z.int().min(15).max(480) });
export type WrittenSlot = z.output<typeof writtenSlot>;

export const guest = z.strictObject({ name: shortText(120, 2), email: emailAddress, structureId: identifier.nullable().default(null), required: z.boolean().default(false) });

/** What its animators choose; the slots and the people come beside. */
export const pollSettings = z.object({
  title: shortText(160, 3),
  note: z.string().trim().max(1_000),
  thirdAnswer: z.boolean(),
  visibility: pollVisibility,
  namesHidden: z.boolean(),
  counting: pollCounting,
  /** Voices that must be able to come for a slot to hold. */
  quorum: z.int().min(1).max(participantsMax).nullable(),
  proposals: pollProposal,
});
export type PollSettings = z.output<typeof pollSettings>;

export const writtenPoll = pollSettings.extend({ zone: zoneName, closesAt: wallTime, slots: z.array(writtenSlot).min(1).max(slotsMax) });

export const slotStatuses = ['offered', 'proposed', 'refused'] as const;
export type SlotStatus = (typeof slotStatuses)[number];

/** A slot as shown. */
export const pollSlot = z.object({
  id: identifier,
  startsAt: z.iso.datetime(),
  minutes: z.int(),
  /** The civil day in the poll's zone, which stays the same whatever becomes of the zone. */
  day: z.iso.date(),
  allDay: z.boolean(),
  /** Waits for the animators’ word: only they and its author see it. */
  waits: z.boolean(),
  /** Added since the reader answered. */
  isNew: z.boolean(),
});
export type PollSlot = z.output<typeof pollSlot>;

export interface PollFacts {
  readonly state: PollState;
  readonly closesAt: Date | null;
}

/** Where a poll stands at an instant: an open one is closed from the minute of its deadline on, whether or not that was written yet. */
export function pollStateAt(facts: PollFacts, now: Date): PollState {
  return facts.state === 'open' && facts.closesAt && facts.closesAt <= now ? 'closed' : facts.state;
}
