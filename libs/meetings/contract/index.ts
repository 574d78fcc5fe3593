export { agendaEntry, agendaKinds, agendaStandings } from './calendar/agenda-entry';
export type { AgendaEntry } from './calendar/agenda-entry';
export {
  doorsOpenMinutes, meeting, meetingAudience, meetingAudiences, meetingFormat, meetingFormats, meetingKind, meetingKinds, meetingMinutes, meetingPhase, meetingPhaseAt, meetingPhases,
  meetingStart, meetingState, meetingStateAt, meetingStates, outOfOrder, sittingLimits,
} from './meeting/meeting';
export type { Meeting, MeetingAudience, MeetingFacts, MeetingFormat, MeetingKind, MeetingPhase, MeetingPhaseFacts, MeetingState } from './meeting/meeting';
export { agendaLimits, agendaPart, agendaTimes, agendaTotals, laterSitting, lineText, longText, movePart, overlapping, partKinds, sittingsOf } from './meeting/agenda';
export type { AgendaGroup, AgendaPart, LaterSitting, MeetingSpeaker, PartKind, PartTimes, Sitting } from './meeting/agenda';
export { dayAfter, defaultZone, isZone, offeredZones, weeksLater, zonedDay, zonedInstant, zonedTime } from './meeting/meeting-zone';
export { meetingFileEndings, meetingFileType } from './meeting/meeting-file';
export { documentMoments, isWebLink, meetingDetails, meetingDetailsFields, meetingDocument, meetingPage, webLink, zoneName } from './meeting/meeting-page';
export type { MeetingDetails, MeetingDocument, MeetingPage, PublishedMinutes } from './meeting/meeting-page';
export { canMeeting } from './meeting/meeting.policy';
export { allocate, awaitsDraw, clickHours, hasFreePlace, isFirstToClick, nextLook, offerDeadline } from './registration/allocation';
export type { MeetingTiming, SeatChange, Standing } from './registration/allocation';
export { audienceConditions, audienceRule, departmentCode, whyNotAdmitted } from './registration/audience';
export type { AudienceCondition, AudienceRule, Registrant } from './registration/audience';
export { drawOrder } from './registration/draw';
export { accessNeed, accessNeeds, answerProblems, answersKept, questionsAsked, registrationAnswers } from './registration/registration-question';
export type { RegistrationAnswers, RegistrationQuestion } from './registration/registration-question';
export type { MeetingAction, MeetingPlace, MeetingReaderActor } from './meeting/meeting.policy';
export {
  addMeetingLink, cancelMeeting, copyMeeting, createMeeting, editMeeting, listMeetingAnimators, listMeetings, meetingFileMaxBytes, meetingFilesAddress, openMeeting, postponeMeeting, publishMeeting,
  removeMeetingDocument, restoreMeeting, restoreMeetingDocument, scheduleMeeting,
} from './meeting/meeting.contract';
export { beginMinutes, publishMinutes } from './minutes/minutes.contract';
export { hasText, minutesDocument } from './minutes/minutes-outline';
export { registrationCauses, registrationStatuses } from './registration/registration-status';
export type { RegistrationCause, RegistrationStatus } from './registration/registration-status';
export { cappedAt, colleaguesMost, isUnlimited, placesMost, placesOf, policyOfSpace, policyProblems, reservedFor, seatPolicy, seatWay, seatWays } from './registration/seat-policy';
export type { SeatPolicy, SeatWay } from './registration/seat-policy';
