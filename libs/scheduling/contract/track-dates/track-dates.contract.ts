import { endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { answersPerAddress, guest, participantsMax, pollAudience } from '../polls/poll';
import { pollAnswer } from '../polls/poll-answer';
import { linkToken } from '../polls/link-token';
import { wallTime, zoneName } from '../polls/poll-zone';
import { slotsPerMeetingMax } from './candidate-slots';
import { calendarChoice, combinationsView, trackMeeting, trackPerson, trackPollView, trackSheet, trackStructure } from './track-poll';
import { meetingRule, trackMeetingsMax } from './track-rules';

const onTrackPoll = z.strictObject({ trackPollId: identifier });
const version = z.int().min(1);
const rules = z.array(meetingRule).min(1).max(trackMeetingsMax);

export const readTrackDates = endpoint({
  method: 'GET',
  path: '/cohorts/:cohortId/dates',
  summary: 'What finding the dates of a track needs: its meetings, its people, the poll under way',
  input: z.strictObject({ cohortId: identifier }),
  output: z.object({
    cohortId: identifier,
    cohortName: z.string(),
    canManage: z.boolean(),
    meetings: z.array(trackMeeting),
    people: z.array(trackPerson),
    structures: z.array(trackStructure),
    current: trackPollView.nullable(),
    /** The reader is asked, and may answer on the page of the participants. */
    isAsked: z.boolean(),
  }),
});

export const openTrackPoll = endpoint({
  method: 'POST',
  path: '/cohorts/:cohortId/track-polls',
  summary: 'Ask for the dates of several meetings at once: one letter, one link, one page',
  input: z.strictObject({
    cohortId: identifier,
    requestId: identifier,
    zone: zoneName,
    ...calendarChoice,
    closesAt: wallTime,
    /** Who of the cohort is asked, those required and these guests beside. */
    audience: pollAudience,
    guests: z.array(guest).max(participantsMax),
    meetings: z
      .array(z.strictObject({ rule: meetingRule, minutes: z.int().min(15).max(480), slots: z.array(wallTime).min(1).max(slotsPerMeetingMax) }))
      .min(1)
      .max(trackMeetingsMax),
  }),
  output: z.object({ trackPollId: identifier }),
});

export const listCombinations = endpoint({
  method: 'GET',
  path: '/track-polls/:trackPollId/combinations',
  summary: 'The three best combinations of dates with their reasons, or why there is none',
  input: onTrackPoll,
  output: combinationsView,
});

export const changeTrackRules = endpoint({
  method: 'PUT',
  path: '/track-polls/:trackPollId/rules',
  summary: 'Change what combinations must respect; no answer is lost',
  input: onTrackPoll.extend({ rules, version }),
  output: trackPollView,
});

export const extendTrackPoll = endpoint({
  method: 'PUT',
  path: '/track-polls/:trackPollId/deadline',
  summary: 'Give the whole track another deadline; what is closed opens again, the meetings that have their date stay',
  input: onTrackPoll.extend({ closesAt: wallTime }),
  output: trackPollView,
});

export const remindTrackPoll = endpoint({
  method: 'POST',
  path: '/track-polls/:trackPollId/reminder',
  summary: 'Remind those who have not answered every meeting, once by hand',
  input: onTrackPoll,
  output: z.object({ reminded: z.int() }),
});

export const decideTrackDates = endpoint({
  method: 'POST',
  path: '/track-polls/:trackPollId/decision',
  summary: 'Keep one slot for each meeting named: all of them get their date, or none does',
  input: z.strictObject({
    trackPollId: identifier,
    version,
    kept: z.array(z.strictObject({ meetingId: identifier, slotId: identifier })).min(1).max(trackMeetingsMax),
  }),
  output: trackPollView,
});

export const cancelTrackPoll = endpoint({
  method: 'POST',
  path: '/track-polls/:trackPollId/cancellation',
  summary: 'Give a track poll up; the meetings stay as they are',
  input: onTrackPoll,
  output: trackPollView,
});

export const readTrackLink = endpoint({
  method: 'GET',
  path: '/track-polls/:trackPollId/participants/:participantId/link',
  summary: 'The personal link of a participant, to be handed over by those who run the poll',
  input: onTrackPoll.extend({ participantId: identifier }),
  output: z.object({ link: z.string() }),
});

const answers = {
  meetingId: identifier,
  answers: z.array(z.strictObject({ slotId: identifier, answer: pollAnswer.nullable() })).max(slotsPerMeetingMax),
  noneFits: z.boolean().optional(),
};

export const readTrackSheet = endpoint({
  method: 'GET',
  path: '/cohorts/:cohortId/dates/answers',
  summary: 'The reader’s own answers to the track poll under way, or the last one',
  input: z.strictObject({ cohortId: identifier }),
  output: trackSheet,
});

export const answerTrack = endpoint({
  method: 'PUT',
  path: '/track-polls/:trackPollId/answers',
  summary: 'Answer some slots of one meeting; the others stay as they were',
  input: onTrackPoll.extend({ ...answers }),
  output: nothing,
});

export const readTrackSheetByLink = endpoint({
  method: 'GET',
  path: '/track-poll-links/:token',
  access: 'public',
  summary: 'The page a personal link leads to; records nothing',
  input: z.strictObject({ token: linkToken }),
  output: trackSheet,
});

export const answerTrackByLink = endpoint({
  method: 'PUT',
  path: '/track-poll-links/:token/answers',
  access: 'public',
  perAddress: answersPerAddress,
  summary: 'Answer without an account, by a personal link',
  input: z.strictObject({ token: linkToken, ...answers }),
  output: nothing,
});
