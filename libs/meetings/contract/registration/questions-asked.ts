import type { RegistrationAnswers, RegistrationQuestion } from './registration-question';

/** Arrangements someone needs; kept thirty days after the meeting, then forgotten. */
export const accessNeeds = ['lsf', 'captions', 'wheelchair', 'other'] as const;
export type AccessNeed = (typeof accessNeeds)[number];

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
