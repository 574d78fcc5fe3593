export { AFTER_POSTPONING } from './meeting/after-postponing';
export { MeetingPlanner, type MeetingTold } from './meeting/meeting-planner.service';
export { isChangedMeanwhile, MeetingStore } from './meeting/meeting.store';
export { MeetingLengthPipe } from './meeting/meeting-words';
export { scheduleMeetingDialog, type ScheduleOutcome } from './meeting/schedule-meeting.dialog';
export { meetingsRoutes } from './meetings.routes';
export { registrationLinkRoutes } from './registration/registration.routes';
