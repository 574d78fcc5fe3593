export { agendaEntry, agendaKinds, agendaStandings } from './calendar/agenda-entry';
export type { AgendaEntry } from './calendar/agenda-entry';
export { meeting, meetingFormat, meetingFormats, meetingMinutes, meetingStart, meetingState, meetingStateAt, meetingStates, outOfOrder } from './meeting/meeting';
export type { Meeting, MeetingFacts, MeetingFormat, MeetingState } from './meeting/meeting';
export { canMeeting } from './meeting/meeting.policy';
export type { MeetingAction, MeetingPlace } from './meeting/meeting.policy';
export { cancelMeeting, listMeetings, restoreMeeting, scheduleMeeting } from './meeting/meeting.contract';
export { registrationCauses, registrationStatuses } from './registration/registration-status';
export type { RegistrationCause, RegistrationStatus } from './registration/registration-status';
