export { pollAnswered, pollClosed, pollComplete, pollDecided, pollOpened, pollReminderDue } from './scheduling.events';
export { SchedulingModule } from './scheduling.module';
