import { event } from '@cohorte/platform/server';
import * as z from 'zod';

const poll = z.object({ pollId: z.uuid() });

/** Participants are invited to answer; `addedOnly`: slots were added and earlier answers stay. */
export const pollOpened = event('scheduling.poll-opened', poll.extend({ addedOnly: z.boolean() }));
/** Those who have not answered are to be reminded, once per `round`: 1 by itself, 2 by hand. */
export const pollReminderDue = event('scheduling.poll-reminder-due', poll.extend({ round: z.int() }));
/** Everyone invited has answered: the owner is told, once. */
export const pollComplete = event('scheduling.poll-complete', poll);
export const pollClosed = event('scheduling.poll-closed', poll.extend({ byItself: z.boolean() }));
/** A slot was kept: the meeting has its date and places follow the answers (`meetings.registration-changed` tells each person). */
export const pollDecided = event('scheduling.poll-decided', poll.extend({ meetingId: z.uuid(), startsAt: z.iso.datetime() }));
/** Someone answered for the first time: their own link is mailed to them. */
export const pollAnswered = event('scheduling.poll-answered', poll.extend({ participantId: z.uuid() }));
/** Someone asked for their own link by the open one, for the first time or again: it is mailed to them. */
export const pollJoined = event('scheduling.poll-joined', poll.extend({ participantId: z.uuid() }));

const trackPoll = z.object({ trackPollId: z.uuid() });
/** The dates of several meetings are asked at once: one letter and one link for all of them. */
export const trackPollOpened = event('scheduling.track-poll-opened', trackPoll);
/** Those who miss a meeting are to be reminded: round 1 by itself, 2 by hand. */
export const trackPollReminderDue = event('scheduling.track-poll-reminder-due', trackPoll.extend({ round: z.int() }));
/** Everyone asked has answered every meeting: the owner is told, once. */
export const trackPollComplete = event('scheduling.track-poll-complete', trackPoll);
/** Their deadline has passed: none of its polls takes answers any more. */
export const trackPollClosed = event('scheduling.track-poll-closed', trackPoll);
