import { structureKinds } from '@cohorte/networks/contract';
import type { AudienceRule } from '../../contract';
import { registrationEn } from '../i18n/registration.en';
import { registrationFr } from '../i18n/registration.fr';
import { conditionsOf, ruleWords } from './rule-words';

const rule: AudienceRule = { subjectToCode: false, cohortIds: ['a', 'b'], departments: ['14', '76'], kinds: ['municipality', 'intermunicipality'], roles: ['lead', 'member'] };
const catalogue = { fr: registrationFr, en: registrationEn };
const say = (language: 'fr' | 'en') => (key: string): string => {
  const [, , names = '', name = ''] = key.split('.');
  return (catalogue[language] as unknown as Record<string, Record<string, string>>)[names]?.[name] ?? key;
};
const refusal = (language: 'fr' | 'en', condition: 'kind' | 'role'): string => {
  const words: Record<string, string> = { ...ruleWords({ audience: rule, cohortNames: ['Caen', 'Rouen'] }, language, say(language)) };
  return catalogue[language].conditions[condition].replaceAll(/\{\{ (\w+) \}\}/g, (_all, name: string) => words[name] ?? '?');
};

describe('the rule of a meeting, told to someone it turns away', () => {
  it('names the kinds of structures that are welcome', () => {
    expect(refusal('fr', 'kind')).toBe('venir d’une commune ou d’une intercommunalité');
    expect(refusal('en', 'kind')).toBe('coming from a municipality or an intermunicipality');
  });

  it('names the roles, the groups and the departments, any one of which is enough', () => {
    expect(refusal('fr', 'role')).toBe('être référent·e ou membre, dans le réseau, le parcours ou votre structure');
    expect(ruleWords({ audience: rule, cohortNames: ['Caen', 'Rouen'] }, 'fr', say('fr'))).toMatchObject({ cohorts: 'Caen ou Rouen', departments: '14 ou 76' });
  });

  it('has words for every kind in both languages', () => {
    for (const language of ['fr', 'en'] as const) expect(structureKinds.filter((kind) => say(language)(`meetings.registration.kindNames.${kind}`).startsWith('meetings'))).toEqual([]);
  });

  it('says all it asks to a visitor, of whom nothing is known yet, and nothing where it is open to all', () => {
    expect(conditionsOf(rule)).toEqual(['cohort', 'role', 'kind', 'department']);
    expect(conditionsOf({ subjectToCode: true, cohortIds: [], departments: [], kinds: [], roles: [] })).toEqual(['subject-to-code']);
    expect(conditionsOf(null)).toEqual([]);
  });
});
