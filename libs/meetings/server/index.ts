export { MeetingService } from './meeting.service';
export type { NewMeeting } from './meeting.service';
export { certificateIssued, meetingCancelled, meetingDated, meetingDetailsChanged, meetingRestored, minutesPublished, registrationChanged, replayPublished } from './meetings.events';
export { MeetingsModule } from './meetings.module';
