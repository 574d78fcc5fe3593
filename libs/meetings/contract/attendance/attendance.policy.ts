import { canMeeting, type MeetingPlace, type MeetingReaderActor } from '../meeting/meeting.policy';

/**
 * `keep-list`: see who is expected, mark, add, close, reopen, read the trace, show the code of the room. `see-results`: totals of the survey.
 * `join`: take the link and be counted. `check-in`: say «I am in the room». `answer-survey` and `take-certificate`: afterwards.
 */
export const attendanceActions = ['keep-list', 'see-results', 'join', 'check-in', 'answer-survey', 'take-certificate'] as const;
export type AttendanceAction = (typeof attendanceActions)[number];

/** What a decision needs to know of the meeting and of this person in it. */
export interface AttendanceFacts {
  readonly place: MeetingPlace;
  /** Holds a place, or is of the cohort whose meeting it is. */
  readonly takesPart: boolean;
  readonly wasPresent: boolean;
}

/** Those who animate keep the list and read totals; those who take part join, check in and speak of it; only who came is certified. */
export function canAttendance(actor: MeetingReaderActor, action: AttendanceAction, { place, takesPart, wasPresent }: AttendanceFacts): boolean {
  if (action === 'keep-list' || action === 'see-results') return canMeeting(actor, 'edit', place);
  if (action === 'take-certificate') return wasPresent;
  if (action === 'answer-survey') return takesPart || wasPresent;
  return takesPart;
}
