export { MeetingService } from './meeting.service';
export type { NewMeeting } from './meeting.service';
export { meetingCancelled, meetingDated, meetingRestored } from './meetings.events';
export { MeetingsModule } from './meetings.module';
