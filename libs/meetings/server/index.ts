export { MeetingService } from './meeting/meeting.service';
export type { NewMeeting } from './meeting/meeting.service';
export { certificateIssued, meetingCancelled, meetingDated, meetingDetailsChanged, meetingRestored, minutesPublished, registrationChanged, replayPublished } from './meetings.events';
export { MeetingsModule } from './meetings.module';
