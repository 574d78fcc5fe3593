import { untouched } from './answers-put';
import { answersAgain, answersOfProfile } from './prefill';
import type { RegistrationQuestion } from './registration-question';

const question = (id: string, more: Partial<RegistrationQuestion> = {}): RegistrationQuestion => ({ id, kind: 'text', label: id, required: false, choices: [], onlyIf: null, ...more });

describe('answers put in a form for the person', () => {
  it('come from the profile for the questions that say so, and only what it knows', () => {
    const questions = [question('f', { fills: 'function' }), question('s', { fills: 'structure' }), question('t', { fills: 'phone' }), question('x')];
    expect(answersOfProfile(questions, { function: 'Acheteuse', structure: '' })).toEqual({ f: 'Acheteuse' });
    expect(answersOfProfile(questions, { function: 'Acheteuse', structure: 'CHU de Caen' })).toEqual({ f: 'Acheteuse', s: 'CHU de Caen' });
  });

  it('of the last time answer the same question, whatever its accents, or the same thing asked otherwise', () => {
    const former = { questions: [question('a', { label: 'Votre régime ?' }), question('b', { label: 'Portable', fills: 'phone' })], answers: { a: 'végétarien', b: '06 00 00 00 00' } };
    expect(answersAgain([question('q', { label: 'votre regime' }), question('r', { label: 'Téléphone', fills: 'phone' }), question('s', { label: 'Autre chose' })], former)).toEqual({ q: 'végétarien', r: '06 00 00 00 00' });
  });

  it('of the last time know a question written with its ligature or without', () => {
    const former = { questions: [question('a', { label: 'Votre cœur de métier' })], answers: { a: 'Achats' } };
    expect(answersAgain([question('q', { label: 'Votre coeur de métier' })], former)).toEqual({ q: 'Achats' });
  });

  it('of the last time leave out what is no longer offered, and a question of another kind', () => {
    const former = { questions: [question('a', { kind: 'many', label: 'Ateliers', choices: ['Bois', 'Énergie'] }), question('b', { label: 'Repas' })], answers: { a: ['Bois', 'Énergie'], b: 'oui' } };
    const now = [question('n', { kind: 'many', label: 'Ateliers', choices: ['Énergie', 'Eau'] }), question('m', { kind: 'one', label: 'Repas', choices: ['oui', 'non'] })];
    expect(answersAgain(now, former)).toEqual({ n: ['Énergie'] });
  });

  it('stay marked until somebody writes otherwise', () => {
    expect(untouched({ a: 'Acheteuse', b: ['Eau'] }, { a: 'Acheteuse', b: ['Eau', 'Bois'], c: 'x' })).toEqual(['a']);
  });
});
