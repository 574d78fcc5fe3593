export { meeting, meetingFormat, meetingFormats, meetingMinutes, meetingStart, meetingState, meetingStateAt, meetingStates, outOfOrder } from './meeting';
export type { Meeting, MeetingFacts, MeetingFormat, MeetingState } from './meeting';
export { canMeeting } from './meeting.policy';
export type { MeetingAction, MeetingPlace } from './meeting.policy';
export { cancelMeeting, listMeetings, restoreMeeting, scheduleMeeting } from './meetings.contract';
export { registrationCauses, registrationStatuses } from './registration/registration-status';
export type { RegistrationCause, RegistrationStatus } from './registration/registration-status';
