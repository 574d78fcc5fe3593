export { pollAnswered, pollClosed, pollComplete, pollDecided, pollOpened, pollReminderDue } from './scheduling.events';
export { PollClosing } from './polls/poll-closing';
export { PollReader } from './polls/poll.reader';
export type { AwaitingPoll, LetterSlot, PollLetterFacts, PollRecipient } from './polls/poll.reader';
export { Polls } from './polls/polls';
export type { OpenedPoll } from './polls/polls';
export { SchedulingModule } from './scheduling.module';
