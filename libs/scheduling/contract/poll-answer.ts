/** What someone says of a slot; saying nothing of it is no answer, and counts as «no» when slots are weighed. */
export const pollAnswers = ['yes', 'if-need-be', 'no'] as const;
export type PollAnswer = (typeof pollAnswers)[number];
