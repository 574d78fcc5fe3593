import { wordsOf } from '@cohorte/platform/contract';
import type { RegistrationAnswers, RegistrationQuestion } from './registration-question';

/** What is known of the person who asks. */
export interface KnownOfPerson {
  readonly function: string;
  /** Nothing for who belongs to none, or to several: then only they can say. */
  readonly structure: string;
}

export interface FormerAnswers {
  readonly questions: readonly RegistrationQuestion[];
  readonly answers: RegistrationAnswers;
}

/** A question in plain words: accents, case and signs make no other question of it. */
const asked = ({ label }: RegistrationQuestion): string => wordsOf(label).map(({ word }) => word).join(' ');

/** Text answers the profile knows; whoever asks reads them in the form before sending. */
export function answersOfProfile(questions: readonly RegistrationQuestion[], known: KnownOfPerson): RegistrationAnswers {
  const given = questions.flatMap(({ id, kind, fills }): [string, string][] => (kind === 'text' && (fills === 'function' || fills === 'structure') && known[fills] !== '' ? [[id, known[fills]]] : []));
  return Object.fromEntries(given);
}

const isSame = (one: RegistrationQuestion, other: RegistrationQuestion): boolean =>
  one.kind === other.kind && ((one.fills !== undefined && one.fills === other.fills) || asked(one) === asked(other));

/** What was answered to the same question last time, as far as it is still offered. */
export function answersAgain(questions: readonly RegistrationQuestion[], former: FormerAnswers): RegistrationAnswers {
  return Object.fromEntries(questions.flatMap((question): [string, string | string[]][] => {
    const before = former.questions.find((one) => isSame(one, question));
    const given = before && former.answers[before.id];
    if (given === undefined || question.kind === 'text') return given ? [[question.id, given]] : [];
    const offered = [given].flat().filter((choice) => question.choices.includes(choice));
    if (offered.length === 0) return [];
    return [[question.id, question.kind === 'many' ? offered : (offered[0] as string)]];
  }));
}
