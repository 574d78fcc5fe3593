export { agendaEntry, agendaKinds, agendaStandings } from './calendar/agenda-entry';
export type { AgendaEntry } from './calendar/agenda-entry';
export { getAgenda, getCalendarFeed, listPublicMeetings, publicMeeting, renewCalendarFeed, revokeCalendarFeed } from './calendar/calendar.contract';
export type { PublicMeeting } from './calendar/calendar.contract';
export {
  attendanceByStructure, attendanceMeans, attendanceStates, closesByItselfAt, isPresenceOpen, isShortStay, listDays, listStateAt, listStates, markedStates, minutesPresent, presenceWindow,
} from './attendance/attendance';
export type { AttendanceMeans, AttendanceState, HeldMeeting, ListState, MarkedState, PresenceInterval, StructureAttendance } from './attendance/attendance';
export {
  addWalkIn, attendanceHistory, attendanceKey, attendanceLine, attendanceList, checkIn, checkInAsGuest, closeAttendance, getCheckInKey, getGuestPresence, getMyPresence, joinAsGuest, joinMeeting,
  listAttendance, markAttendance, myPresence, reopenAttendance, stayInMeeting,
} from './attendance/attendance.contract';
export type { AttendanceLine, AttendanceList, MyPresence } from './attendance/attendance.contract';
export { attendanceActions, canAttendance } from './attendance/attendance.policy';
export type { AttendanceAction, AttendanceFacts } from './attendance/attendance.policy';
export {
  certificateAlphabet, certificateKinds, certificateMonths, certificateSigns, certifiedFacts, initials, isCertificateCode, isTrackAttended, meetingsNeeded, plainCode, shownCode,
} from './attendance/certificate';
export type { CertificateKind, CertifiedFacts, CertifiedMeeting } from './attendance/certificate';
export { certificateCard, listMyCertificates, reissueCertificate, takeMeetingCertificate, takeTrackCertificate, verification, verificationAnswers, verifyCertificate } from './attendance/certificates.contract';
export type { CertificateCard, TrackProgress, Verification } from './attendance/certificates.contract';
export { isSurveyOpen, paces, surveyAnswer, surveyClosesAt, surveyDays, surveyLeast, surveyTotals, usefulnesses } from './attendance/survey';
export type { Pace, SurveyRow, SurveyTotals } from './attendance/survey';
export { answerSurvey, answerSurveyAsGuest, getSurveyResults, surveyResults, surveyTotalsShown } from './attendance/survey.contract';
export type { SurveyResults } from './attendance/survey.contract';
export {
  doorsOpenMinutes, meeting, meetingAudience, meetingAudiences, meetingFormat, meetingFormats, meetingKind, meetingKinds, meetingMinutes, meetingPhase, meetingPhaseAt, meetingPhases,
  meetingStart, meetingState, meetingStateAt, meetingStates, outOfOrder, sittingLimits,
} from './meeting/meeting';
export type { Meeting, MeetingAudience, MeetingFacts, MeetingFormat, MeetingKind, MeetingPhase, MeetingPhaseFacts, MeetingState } from './meeting/meeting';
export { agendaLimits, agendaPart, agendaTimes, agendaTotals, laterSitting, lineText, longText, movePart, overlapping, partKinds, sittingsOf, withoutPeople } from './meeting/agenda';
export type { AgendaGroup, AgendaPart, LaterSitting, MeetingSpeaker, PartKind, PartTimes, Sitting } from './meeting/agenda';
export { dayAfter, defaultZone, isZone, offeredZones, weeksLater, zonedDay, zonedInstant, zonedTime } from './meeting/meeting-zone';
export { meetingFileEndings, meetingFileType } from './meeting/meeting-file';
export { documentMoments, isWebLink, meetingDetails, meetingDetailsFields, meetingDocument, meetingPage, webLink, zoneName } from './meeting/meeting-page';
export type { DateSearch, MeetingDetails, MeetingDocument, MeetingPage, PublishedMinutes } from './meeting/meeting-page';
export { canMeeting } from './meeting/meeting.policy';
export { allocate, awaitsDraw, clickHours, hasFreePlace, isFirstToClick, nextLook, offerDeadline } from './registration/allocation';
export type { MeetingTiming, SeatChange, Standing } from './registration/allocation';
export { audienceConditions, audienceRule, whyNotAdmitted } from './registration/audience';
export type { AudienceCondition, AudienceRule, Registrant } from './registration/audience';
export { drawOrder } from './registration/draw';
export type { GuestMeeting } from './registration/guest-meeting';
export { guestSight } from './registration/guest-sight';
export type { KnownOfPerson } from './registration/prefill';
export { answersAgain, answersOfProfile } from './registration/prefill';
export { answerProblems, answersKept } from './registration/questions-asked';
export type { AccessNeed } from './registration/questions-asked';
export { prefillFields } from './registration/registration-question';
export type { RegistrationAnswers, RegistrationQuestion } from './registration/registration-question';
export type { MeetingAction, MeetingPlace, MeetingReaderActor } from './meeting/meeting.policy';
export {
  addMeetingLink, cancelMeeting, copyMeeting, createMeeting, editMeeting, listMeetingAnimators, listMeetings, meetingFileMaxBytes, meetingFilesAddress, openMeeting, postponeMeeting, publishMeeting,
  removeMeetingDocument, restoreMeeting, restoreMeetingDocument, scheduleMeeting, unpublishMeeting,
} from './meeting/meeting.contract';
export { beginMinutes, publishMinutes } from './minutes/minutes.contract';
export { hasText, minutesDocument } from './minutes/minutes-outline';
export { registrationCauses, registrationStatuses } from './registration/registration-status';
export type { RegistrationCause, RegistrationStatus } from './registration/registration-status';
export { cappedAt, colleaguesMost, isSmallFor, isUnlimited, placesMost, placesOf, policyOfSpace, policyProblems, reservedFor, seatPolicy, seatWay, seatWays } from './registration/seat-policy';
export type { SeatPolicy, SeatWay } from './registration/seat-policy';
export { policyAgain } from './registration/seat-policy-again';
export { addPeople, decideRequest, exportPlaces, listMyRegistrations, placesPage, setPlaces, viewPlaces } from './registration/places.contract';
export type { PlaceRow, PlacesPage } from './registration/places.contract';
export {
  actOnRegistration, actOnRegistrationLink, editRegistration, editRegistrationLink, prefillRegistration, listAllocations, listParticipants, register, registrationCard, registrationView, seatDoors,
  viewRegistration, viewRegistrationLink,
} from './registration/registration.contract';
export type { RegistrationCard, RegistrationView, SeatDoor } from './registration/registration.contract';
export { actsFor } from './registration/registration-acts';
export type { RegistrationAct } from './registration/registration-acts';
export { canRegistration, registrationActions } from './registration/registration.policy';
export type { Asker, RegistrationAction, SeatsPlace } from './registration/registration.policy';
