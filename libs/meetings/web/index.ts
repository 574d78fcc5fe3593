export { MeetingPlanner, type MeetingTold } from './meeting-planner.service';
export { isChangedMeanwhile, MeetingStore } from './meeting.store';
export { MeetingLengthPipe } from './meeting-words';
export { scheduleMeetingDialog, type ScheduleOutcome } from './schedule-meeting.dialog';
