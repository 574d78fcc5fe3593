export { FillsAgenda } from './calendar/agenda-sources';
export type { AgendaSource, AgendaSpan } from './calendar/agenda-sources';
export { MeetingCalendar } from './calendar/meeting-calendar';
export type { EventRequest } from './calendar/meeting-calendar';
export { MeetingService } from './meeting/meeting.service';
export type { NewMeeting } from './meeting/meeting.service';
export { certificateIssued, meetingCancelled, meetingDated, meetingDetailsChanged, meetingRestored, minutesPublished, registrationChanged, replayPublished } from './meetings.events';
export { MeetingsModule } from './meetings.module';
