import { emailAddress, identifier, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { pollSlot } from './poll';
import { pollView } from './poll-view';

/** A hundred people behind one network address, each once; above, someone makes up addresses. */
export const joiningsPerAddress = { max: 120, minutes: 10 };
/** Colleagues who share a mailbox, and no more: nobody receives a heap of letters because a stranger wrote their address. */
export const joinedAtOneMailbox = 3;
/** A link asked again within these minutes is already on its way. */
export const linkAgainAfterMinutes = 10;

/** Who a passer-by says they are. */
export const passerBy = z.strictObject({ name: shortText(120, 2), email: emailAddress });

/** What whoever holds the open link reads before they said who they are: what is asked, and nothing of what others said. */
export const openPollView = pollView
  .pick({ title: true, note: true, meetingTitle: true, spaceName: true, zone: true, state: true, closesAt: true, thirdAnswer: true })
  .extend({
    slots: z.array(pollSlot.pick({ id: true, startsAt: true, minutes: true, day: true, allDay: true })),
    decidedStartsAt: z.iso.datetime().nullable(),
  });
export type OpenPollView = z.output<typeof openPollView>;

export const openLink = z.object({
  pollId: identifier,
  /** Null while the poll is for those asked only. */
  link: z.string().nullable(),
  /** How many answer by it. */
  joined: z.int(),
});
export type OpenLink = z.output<typeof openLink>;
