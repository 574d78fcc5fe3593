export { pollAnswers } from './poll-answer';
export type { PollAnswer } from './poll-answer';
