import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { closedReasons, pollCounting, pollProposal, pollSlot, pollState, pollVisibility } from './poll';

/** A letter a slot, in the order of the slots shown: y, i (if need be), n, - (nothing said). */
const answersLine = z.string().regex(/^[yin-]*$/);

/** One voice of the grid that is not the reader’s: a structure with its people, or a person. */
export const pollLine = z.object({
  /** Stands for nobody when names are hidden. */
  id: z.string(),
  /** Null when names are hidden, and for those who erased their account. */
  label: z.string().nullable(),
  /** The people of a structure who answered, or the structure of a person. */
  detail: z.string().nullable(),
  required: z.boolean(),
  answered: z.boolean(),
  /** The reader’s own structure, through colleagues. */
  withMe: z.boolean(),
  answers: answersLine,
});
export type PollLine = z.output<typeof pollLine>;

export const slotTally = z.object({
  yes: z.int(), ifNeedBe: z.int(), no: z.int(), unanswered: z.int(), requiredMissing: z.int(), quorumShort: z.int(), isBest: z.boolean(),
});

export const myAnswers = z.object({
  participantId: identifier,
  name: z.string(),
  structureName: z.string().nullable(),
  answers: answersLine,
  /** Confirmed that no slot suits. */
  noneFits: z.boolean(),
  answered: z.boolean(),
});
export type MyAnswers = z.output<typeof myAnswers>;

/** What an answer is acknowledged with: what was sent is kept; this is where the whole line stands now. */
export const answersReceipt = myAnswers.pick({ noneFits: true, answered: true });
export type AnswersReceipt = z.output<typeof answersReceipt>;

/** A poll as one reader may see it: what they may not see is not there. */
export const pollView = z.object({
  id: identifier,
  meetingId: identifier,
  meetingTitle: z.string(),
  /** Asked together with the other meetings of its track: run from the page of the track’s dates. */
  isOfTrack: z.boolean(),
  spaceId: identifier,
  spaceName: z.string(),
  title: z.string(),
  note: z.string(),
  zone: z.string(),
  state: pollState,
  closedReason: z.enum(closedReasons).nullable(),
  closesAt: z.iso.datetime(),
  openedAt: z.iso.datetime().nullable(),
  thirdAnswer: z.boolean(),
  visibility: pollVisibility,
  namesHidden: z.boolean(),
  counting: pollCounting,
  quorum: z.int().nullable(),
  proposals: pollProposal,
  slots: z.array(pollSlot),
  /** Null for those who are not asked. */
  mine: myAnswers.nullable(),
  /** `structures`: how many of them are structures; the others are people who speak for themselves. */
  voices: z.object({ answered: z.int(), total: z.int(), structures: z.int() }),
  /** Null while the reader may not see the others. */
  lines: z.array(pollLine).nullable(),
  tally: z.array(slotTally).nullable(),
  decided: z.object({ slotId: identifier, startsAt: z.iso.datetime(), minutes: z.int() }).nullable(),
  canAnswer: z.boolean(),
  canManage: z.boolean(),
  canPropose: z.boolean(),
  version: z.int(),
});
export type PollView = z.output<typeof pollView>;

/** Someone asked, as those who run the poll see them. */
export const pollParticipant = z.object({
  id: identifier,
  /** Null once the account is erased. */
  name: z.string().nullable(),
  /** Of guests only: people of the networks are reached through their account. */
  email: z.string().nullable(),
  structureId: identifier.nullable(),
  structureName: z.string().nullable(),
  required: z.boolean(),
  answered: z.boolean(),
  reminders: z.int(),
});
export type PollParticipant = z.output<typeof pollParticipant>;

/** A poll in a list. */
export const pollCard = z.object({
  id: identifier,
  meetingId: identifier,
  title: z.string(),
  state: pollState,
  zone: z.string(),
  closesAt: z.iso.datetime(),
  slots: z.int(),
  voices: z.object({ answered: z.int(), total: z.int() }),
  /** The reader is asked, and has not answered while there is time. */
  awaitsMe: z.boolean(),
  canManage: z.boolean(),
});
export type PollCard = z.output<typeof pollCard>;
