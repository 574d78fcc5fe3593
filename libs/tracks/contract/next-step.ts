import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';

/** What is expected of a person next; each kind leads to one action. */
export const nextStepKinds = ['meeting', 'place', 'accept-place', 'confirm-place', 'choose-date', 'answer-poll', 'follow-poll', 'answer-track', 'follow-track', 'homework', 'draft', 'invite-lead'] as const;

export const personalStep = z.object({
  kind: z.enum(nextStepKinds),
  /** The cohort it belongs to, or the network for what no cohort holds. */
  cohortId: identifier,
  cohortName: z.string(),
  /** Title of the meeting, the homework or the draft; empty where the kind says it all. */
  title: z.string(),
  /** What the words of the kind need: number of the meeting, how many structures wait, meetings are asked for or people have answered. */
  number: z.int().nullable(),
  /** Instant of a meeting. */
  startsAt: z.iso.datetime().nullable(),
  /** Civil day by which it is expected. */
  dueOn: z.iso.date().nullable(),
  /** The draft, or the structure the homework is for. */
  draftId: identifier.nullable(),
  structureId: identifier.nullable(),
  homeworkId: identifier.nullable(),
  /** The meeting it is about, whose page it leads to. */
  meetingId: identifier.nullable(),
  pollId: identifier.nullable(),
});
export type PersonalStep = z.output<typeof personalStep>;

/** Dated things first, soonest first; then what has no date, in the order given. */
export function inOrder(steps: readonly PersonalStep[]): PersonalStep[] {
  const key = (step: PersonalStep): string => step.startsAt ?? (step.dueOn ? `${step.dueOn}T23` : '9999');
  return steps.map((step, place) => ({ step, place })).sort((a, b) => key(a.step).localeCompare(key(b.step)) || a.place - b.place).map(({ step }) => step);
}
