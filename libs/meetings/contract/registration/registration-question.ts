import { shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { accessNeeds } from './questions-asked';

export const questionKinds = ['text', 'one', 'many'] as const;
/** What of the person’s profile answers a text question; a telephone is kept nowhere but in former answers. */
export const prefillFields = ['function', 'structure', 'phone'] as const;
const key = z.string().regex(/^[a-z0-9-]{1,40}$/);

const question = z.strictObject({
  id: key,
  kind: z.enum(questionKinds),
  label: shortText(200),
  required: z.boolean(),
  choices: z.array(shortText(120)).max(20),
  /** Asked only of those who chose this answer to an earlier question. */
  onlyIf: z.strictObject({ questionId: key, choice: shortText(120) }).nullable(),
  fills: z.enum(prefillFields).optional(),
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

export const accessNeed = z.enum(accessNeeds);
