import { shortText } from '@cohorte/platform/contract';
import * as z from 'zod';

export const questionKinds = ['text', 'one', 'many'] as const;
const key = z.string().regex(/^[a-z0-9-]{1,40}$/);

const question = z.strictObject({
  id: key,
  kind: z.enum(questionKinds),
  label: shortText(200),
  required: z.boolean(),
  choices: z.array(shortText(120)).max(20),
  /** Asked only of those who chose this answer to an earlier question. */
  onlyIf: z.strictObject({ questionId: key, choice: shortText(120) }).nullable(),
});
export type RegistrationQuestion = z.output<typeof question>;

export const registrationQuestions = z.array(question).max(20).refine((questions) => questions.every(isSound), { message: 'question' });

/** Choices where there is something to choose, and conditions that look back, never forward. */
function isSound(one: RegistrationQuestion, position: number, all: readonly RegistrationQuestion[]): boolean {
  if ((one.kind === 'text') !== (one.choices.length === 0) || (one.kind !== 'text' && one.choices.length < 2)) return false;
  if (!one.onlyIf) return true;
  const { questionId, choice } = one.onlyIf;
  return all.slice(0, position).some((earlier) => earlier.id === questionId && earlier.choices.includes(choice));
}

/** Question → what was written, or chosen. */
export const registrationAnswers = z.record(key, z.union([z.string().trim().max(1_000), z.array(z.string().max(120)).max(20)]));
export type RegistrationAnswers = z.output<typeof registrationAnswers>;

/** Arrangements someone needs; kept thirty days after the meeting, then forgotten. */
export const accessNeeds = ['lsf', 'captions', 'wheelchair', 'other'] as const;
export const accessNeed = z.enum(accessNeeds);

const chosen = (answers: RegistrationAnswers, questionId: string): readonly string[] => [answers[questionId] ?? []].flat();

/** The questions put to someone who answers so, in their order. */
export const questionsAsked = (questions: readonly RegistrationQuestion[], answers: RegistrationAnswers): RegistrationQuestion[] =>
  questions.filter(({ onlyIf }) => onlyIf === null || chosen(answers, onlyIf.questionId).includes(onlyIf.choice));

/** What is wrong, by question; an answer to a question that is not asked is simply not kept. */
export function answerProblems(questions: readonly RegistrationQuestion[], answers: RegistrationAnswers): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { id, kind, required, choices } of questionsAsked(questions, answers)) {
    const given = chosen(answers, id).filter((one) => one !== '');
    if (required && given.length === 0) problems[id] = 'required';
    else if (kind !== 'many' && given.length > 1) problems[id] = 'one-only';
    else if (kind !== 'text' && given.some((one) => !choices.includes(one))) problems[id] = 'not-offered';
  }
  return problems;
}

export const answersKept = (questions: readonly RegistrationQuestion[], answers: RegistrationAnswers): RegistrationAnswers => {
  const asked = new Set(questionsAsked(questions, answers).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id, given]) => asked.has(id) && given.length > 0));
};
