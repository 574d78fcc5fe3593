import { endpoint, identifier, nothing } from '@cohorte/platform/contract';
import { memberRoles } from '@cohorte/networks/contract';
import * as z from 'zod';
import { answersPerAddress, guest, participantsMax, pollAudience, pollSettings, slotsMax, writtenPoll, writtenSlot } from './poll';
import { pollAnswer } from './poll-answer';
import { linkToken } from './link-token';
import { answersReceipt, pollCard, pollParticipant, pollView } from './poll-view';
import { wallTime, zoneName } from './poll-zone';

const onPoll = z.strictObject({ pollId: identifier });
const onParticipant = onPoll.extend({ participantId: identifier });
const onSlot = onPoll.extend({ slotId: identifier });
const byLink = z.strictObject({ token: linkToken });
/** Who is asked, beside or instead of the people a cohort brings. */
const people = {
  audience: pollAudience,
  /** People the space holds directly: experts, sponsors. */
  alsoPersonIds: z.array(identifier).max(participantsMax).default([]),
  guests: z.array(guest).max(participantsMax).default([]),
  requiredStructureIds: z.array(identifier).max(200).default([]),
  requiredPersonIds: z.array(identifier).max(200).default([]),
};

export const preparePoll = endpoint({
  method: 'GET',
  path: '/meetings/:meetingId/poll-frame',
  summary: 'What a poll for this meeting can ask, and whom; for those who run it',
  input: z.strictObject({ meetingId: identifier }),
  output: z.object({
    meetingId: identifier,
    title: z.string(),
    minutes: z.int(),
    zone: z.string(),
    spaceName: z.string(),
    structures: z.array(z.object({ id: identifier, name: z.string(), people: z.int(), leads: z.int() })),
    people: z.array(z.object({ personId: identifier, name: z.string(), role: z.enum(memberRoles) })),
  }),
});

export const createPoll = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/polls',
  summary: 'Ask for the date of a meeting; opened at once, or kept as a draft',
  input: z.strictObject({ meetingId: identifier, requestId: identifier, ...writtenPoll.shape, ...people, open: z.boolean() }),
  output: z.object({ pollId: identifier }),
});

export const listPolls = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/polls',
  summary: 'Polls of a cohort or a network, newest first',
  input: z.strictObject({ spaceId: identifier }),
  output: z.object({ polls: z.array(pollCard) }),
});

export const readPoll = endpoint({
  method: 'GET',
  path: '/polls/:pollId',
  summary: 'A poll with what the reader may see of its answers',
  input: onPoll,
  output: pollView,
});

export const changePoll = endpoint({
  method: 'PUT',
  path: '/polls/:pollId/settings',
  summary: 'Change how a poll asks and what it shows; no slot moves, whatever the zone',
  input: onPoll.extend({ ...pollSettings.shape, zone: zoneName, version: z.int().min(1) }),
  output: pollView,
});

export const openPoll = endpoint({ method: 'POST', path: '/polls/:pollId/opening', summary: 'Open a draft and invite its participants', input: onPoll, output: pollView });

export const closePoll = endpoint({ method: 'POST', path: '/polls/:pollId/closing', summary: 'Close a poll before its deadline', input: onPoll, output: pollView });

export const cancelPoll = endpoint({ method: 'POST', path: '/polls/:pollId/cancellation', summary: 'Give a poll up; the meeting stays as it is', input: onPoll, output: pollView });

export const extendPoll = endpoint({
  method: 'PUT',
  path: '/polls/:pollId/deadline',
  summary: 'Give a poll another deadline; a closed one opens again',
  input: onPoll.extend({ closesAt: wallTime }),
  output: pollView,
});

export const addPollSlots = endpoint({
  method: 'POST',
  path: '/polls/:pollId/slots',
  summary: 'Ask about more slots; answers stay, participants are told of the new ones, an expired poll opens again with a new deadline',
  input: onPoll.extend({ slots: z.array(writtenSlot).min(1).max(slotsMax), closesAt: wallTime.optional() }),
  output: pollView,
});

export const removePollSlot = endpoint({
  method: 'DELETE',
  path: '/polls/:pollId/slots/:slotId',
  summary: 'Take a slot out of a poll, with the answers it had',
  input: onSlot,
  output: pollView,
});

export const reviewPollSlot = endpoint({
  method: 'PUT',
  path: '/polls/:pollId/slots/:slotId/review',
  summary: 'Take a proposed slot in, or not',
  input: onSlot.extend({ accepted: z.boolean() }),
  output: pollView,
});

export const remindPoll = endpoint({
  method: 'POST',
  path: '/polls/:pollId/reminder',
  summary: 'Remind those who have not answered, once by hand',
  input: onPoll,
  output: z.object({ reminded: z.int() }),
});

export const decidePoll = endpoint({
  method: 'POST',
  path: '/polls/:pollId/decision',
  summary: 'Keep a slot: the meeting gets its date, places follow the answers, everybody is told; again, the same meeting moves',
  input: onSlot.extend({
    /** Of a whole day: when the meeting begins. */
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).optional(),
    /** Someone whose presence is required cannot come, and the slot is kept all the same. */
    despiteRequired: z.boolean().default(false),
  }),
  output: pollView,
});

export const duplicatePoll = endpoint({
  method: 'POST',
  path: '/polls/:pollId/copies',
  summary: 'The same poll some weeks later, on the same days of the week, as a draft for a meeting of the same space',
  input: onPoll.extend({ meetingId: identifier, requestId: identifier, weeks: z.int().min(1).max(104) }),
  output: z.object({ pollId: identifier }),
});

export const exportPoll = endpoint({
  method: 'GET',
  path: '/polls/:pollId/export',
  summary: 'All answers as CSV, with the structure of each person',
  input: onPoll,
  output: z.object({ fileName: z.string(), text: z.string() }),
});

export const listPollParticipants = endpoint({
  method: 'GET',
  path: '/polls/:pollId/participants',
  summary: 'Who is asked, who is missing, what reminders have left and will leave',
  input: onPoll,
  output: z.object({
    participants: z.array(pollParticipant),
    reminderAt: z.iso.datetime().nullable(),
    autoRemindedAt: z.iso.datetime().nullable(),
    handRemindedAt: z.iso.datetime().nullable(),
  }),
});

export const invitePollGuests = endpoint({
  method: 'POST',
  path: '/polls/:pollId/participants',
  summary: 'Ask more people, by address',
  input: onPoll.extend({ guests: z.array(guest).min(1).max(participantsMax) }),
  output: nothing,
});

export const changePollParticipant = endpoint({
  method: 'PUT',
  path: '/polls/:pollId/participants/:participantId',
  summary: 'Say whether the presence of someone is required',
  input: onParticipant.extend({ required: z.boolean() }),
  output: nothing,
});

export const revokePollParticipant = endpoint({
  method: 'DELETE',
  path: '/polls/:pollId/participants/:participantId',
  summary: 'Ask someone no longer: their link and their answers are gone',
  input: onParticipant,
  output: nothing,
});

export const deletePollAnswers = endpoint({
  method: 'DELETE',
  path: '/polls/:pollId/participants/:participantId/answers',
  summary: 'Take the answers of someone away; they are asked again, by the same link',
  input: onParticipant,
  output: nothing,
});

export const readPollLink = endpoint({
  method: 'GET',
  path: '/polls/:pollId/participants/:participantId/link',
  summary: 'The personal link of a participant, to be handed over by those who run the poll',
  input: onParticipant,
  output: z.object({ link: z.string() }),
});

const answers = { answers: z.array(z.strictObject({ slotId: identifier, answer: pollAnswer.nullable() })).max(slotsMax), noneFits: z.boolean().optional() };

export const answerPoll = endpoint({
  method: 'PUT',
  path: '/polls/:pollId/answers',
  summary: 'Answer some slots; the others stay as they were',
  input: onPoll.extend({ ...answers }),
  output: answersReceipt,
});

export const proposePollSlot = endpoint({
  method: 'POST',
  path: '/polls/:pollId/proposals',
  summary: 'Propose a slot, where the poll allows it',
  input: onPoll.extend({ slot: writtenSlot }),
  output: pollView,
});

export const readPollByLink = endpoint({
  method: 'GET',
  path: '/poll-links/:token',
  access: 'public',
  summary: 'The poll a personal link leads to; records nothing',
  input: byLink,
  output: pollView,
});

export const answerPollByLink = endpoint({
  method: 'PUT',
  path: '/poll-links/:token/answers',
  access: 'public',
  perAddress: answersPerAddress,
  summary: 'Answer without an account, by a personal link',
  input: byLink.extend({ ...answers }),
  output: answersReceipt,
});

export const proposePollSlotByLink = endpoint({
  method: 'POST',
  path: '/poll-links/:token/proposals',
  access: 'public',
  perAddress: { max: 60, minutes: 10 },
  summary: 'Propose a slot without an account, by a personal link',
  input: byLink.extend({ slot: writtenSlot }),
  output: pollView,
});
