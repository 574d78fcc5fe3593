import { type AudienceRule, type Registrant, whyNotAdmitted } from './audience';
import { answerProblems, answersKept } from './questions-asked';
import { registrationQuestions } from './registration-question';

const open: AudienceRule = { subjectToCode: false, cohortIds: [], departments: [], kinds: [], roles: [] };
const buyer: Registrant = { cohortIds: ['c'], roles: ['member'], structure: { kind: 'hospital', isSubjectToCode: true, department: '76' } };

describe('a rule of audience', () => {
  it.each<[string, Partial<AudienceRule>, Registrant | null, string[]]>([
    ['nothing asked', {}, buyer, []],
    ['a visitor cannot be checked', { subjectToCode: true }, null, ['account']],
    ['subject to the Code', { subjectToCode: true }, buyer, []],
    ['not subject to the Code', { subjectToCode: true }, { ...buyer, structure: { kind: 'association', isSubjectToCode: false, department: null } }, ['subject-to-code']],
    ['without a structure', { kinds: ['hospital'] }, { ...buyer, structure: null }, ['structure']],
    ['of the cohort', { cohortIds: ['c'] }, buyer, []],
    ['of another cohort and of another kind', { cohortIds: ['d'], kinds: ['region'] }, buyer, ['cohort', 'kind']],
    ['of the department', { departments: ['76'] }, buyer, []],
    ['of a department nobody wrote down', { departments: ['76'] }, { ...buyer, structure: { kind: 'hospital', isSubjectToCode: true, department: null } }, ['department']],
    ['in another role', { roles: ['lead'] }, buyer, ['role']],
  ])('%s', (_what, rule, who, refusal) => {
    expect(whyNotAdmitted({ ...open, ...rule }, who)).toEqual(refusal);
  });

  it('open to all refuses nobody', () => {
    expect(whyNotAdmitted(null, null)).toEqual([]);
  });
});

describe('questions', () => {
  const questions = [
    { id: 'coming', kind: 'one' as const, label: 'Déjeunez-vous ?', required: true, choices: ['oui', 'non'], onlyIf: null },
    { id: 'diet', kind: 'text' as const, label: 'Un régime ?', required: true, choices: [], onlyIf: { questionId: 'coming', choice: 'oui' } },
  ];

  it('that depend on an answer are asked, and kept, only of those who gave it', () => {
    expect(answerProblems(questions, { coming: 'oui' })).toEqual({ diet: 'required' });
    expect(answerProblems(questions, { coming: 'non' })).toEqual({});
    expect(answersKept(questions, { coming: 'non', diet: 'sans sel' })).toEqual({ coming: 'non' });
    expect(answerProblems(questions, { coming: 'peut-être' })).toEqual({ coming: 'not-offered' });
  });

  it('look back, never forward, and have two choices or none', () => {
    expect(registrationQuestions.safeParse(questions).success).toBe(true);
    expect(registrationQuestions.safeParse(questions.toReversed()).success).toBe(false);
    expect(registrationQuestions.safeParse([{ ...questions[0], choices: ['oui'] }]).success).toBe(false);
  });
});
