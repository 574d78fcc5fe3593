import type { RegistrationAnswers } from './registration-question';

/** Which answers are still what was put there for the person: these are marked in the form. */
export const untouched = (answers: RegistrationAnswers, put: RegistrationAnswers): string[] =>
  Object.keys(put).filter((id) => JSON.stringify(answers[id]) === JSON.stringify(put[id]));
