/** What someone says of a slot; saying nothing of it is no answer, and counts as «no» when slots are weighed. */
export const pollAnswers = ['yes', 'if-need-be', 'no'] as const;
export type PollAnswer = (typeof pollAnswers)[number];

/** From the least to the most welcome; null is no answer. */
const welcome: readonly (PollAnswer | null)[] = [null, 'no', 'if-need-be', 'yes'];

/** The most welcome of the answers of one structure's people: one person who can come is enough. */
export const bestAnswer = (answers: readonly (PollAnswer | null)[]): PollAnswer | null =>
  answers.reduce<PollAnswer | null>((best, answer) => (welcome.indexOf(answer) > welcome.indexOf(best) ? answer : best), null);

const letters = { yes: 'y', 'if-need-be': 'i', no: 'n' } as const;
const fromLetter: Readonly<Record<string, PollAnswer>> = { y: 'yes', i: 'if-need-be', n: 'no' };
const untouched = '-';

/**
 * All answers of one person as one line: a letter for each place a slot was given, in order. One line is one row of the table, so that
 * nobody answers twice and an answer to a slot taken away is simply not read.
 */
export const answerAt = (line: string, place: number): PollAnswer | null => fromLetter[line[place] ?? untouched] ?? null;

export function withAnswer(line: string, place: number, answer: PollAnswer | null): string {
  const padded = line.padEnd(place + 1, untouched);
  return `${padded.slice(0, place)}${answer ? letters[answer] : untouched}${padded.slice(place + 1)}`;
}

/** The line as read by those who know the slots in another order. */
export const lineOf = (answers: readonly (PollAnswer | null)[]): string => answers.map((answer) => (answer ? letters[answer] : untouched)).join('');

/** Whether a line says something: a slot that suits, or the confirmation that none does. Some «no» alone leave it open. */
export const hasAnswered = (answers: readonly (PollAnswer | null)[], noneFits: boolean): boolean =>
  noneFits || answers.some((answer) => answer === 'yes' || answer === 'if-need-be');
