import { endpoint, identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { pollSlot } from './poll';

const onMeeting = z.strictObject({ meetingId: identifier });

/** The last poll of a meeting, as another one would be made of it. */
export const formerPoll = z.object({
  title: z.string(),
  zone: z.string(),
  people: z.int(),
  /** Those still ahead, without the date that was given up. */
  slots: z.array(pollSlot.pick({ id: true, startsAt: true, minutes: true, day: true, allDay: true })),
});
export type FormerPoll = z.output<typeof formerPoll>;

export const readReplacement = endpoint({
  method: 'GET',
  path: '/meetings/:meetingId/replacement-poll',
  summary: 'What a new poll for a postponed meeting would ask, after its last one; for those who run it',
  input: onMeeting,
  output: z.object({
    /** Null when no poll was ever opened for it. */
    former: formerPoll.nullable(),
    /** Another poll looks for its date already. */
    currentPollId: identifier.nullable(),
  }),
});

export const openReplacement = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/replacement-poll',
  summary: 'Ask the same people with the same settings about the slots still ahead; kept as a draft when none is',
  input: onMeeting.extend({ requestId: identifier }),
  output: z.object({ pollId: identifier, opened: z.boolean() }),
});
