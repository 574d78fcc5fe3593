import type { NetworkStructure } from '@cohorte/networks/contract';
import { keepForm, keptForm, namesMatch, type NewCohortForm, newcomersOf, problemsIn } from './new-cohort.form';

const structure = (id: string, more: Partial<NetworkStructure> = {}): NetworkStructure => ({
  id, name: `Centre hospitalier ${id}`, shortName: null, kind: 'hospital', town: 'Évreux', isLegalPerson: true, parentId: null, groupRole: null,
  leadName: null, peopleCount: 0, obligation: 'obliged', leadInvited: false, ...more,
});
const structures = [structure('a'), structure('b', { leadName: 'Camille R.' }), structure('c', { leadInvited: true })];
const form: NewCohortForm = { requestId: 'once', name: 'SPASER 2026', scope: 'mixed', chosen: ['a', 'b', 'c'], emails: {}, firstDay: '', walls: { s: '2026-10-08T14:00' } };

describe('the form that opens a cohort', () => {
  it.each([
    ['nothing to say of a complete form', form, []],
    ['a name too short', { ...form, name: ' ab ' }, ['needName']],
    ['no scope chosen', { ...form, scope: null }, ['needScope']],
    ['more structures than the server takes', { ...form, chosen: Array.from({ length: 61 }, (_, index) => String(index)) }, ['tooMany']],
    ['an address cut short', { ...form, emails: { a: 'camille@' } }, ['badEmail']],
    ['an address of a structure that is not chosen does not matter', { ...form, chosen: ['b'], emails: { a: 'camille@' } }, []],
    ['an address of a structure that has a lead does not matter', { ...form, emails: { b: 'camille@' } }, []],
  ] as const)('%s', (_sentence, written, expected) => {
    expect(problemsIn(written, structures).map((problem) => problem.key)).toEqual(expected);
  });

  it('sends an address only for a chosen structure that nobody leads', () => {
    const written = { ...form, chosen: ['a', 'b'], emails: { a: ' lead@ch.fr ', b: 'other@ch.fr', c: 'third@ch.fr' } };
    expect(newcomersOf(written, structures)).toEqual([{ structureId: 'a', leadEmail: 'lead@ch.fr' }, { structureId: 'b' }]);
  });

  it('finds a structure by its town, without accents', () => {
    expect(namesMatch(structure('a'), 'evreux hosp')).toBe(true);
    expect(namesMatch(structure('a'), 'rouen')).toBe(false);
  });

  it('is kept in the tab and comes back, whatever else the storage holds', () => {
    keepForm('n', form);
    expect(keptForm('n')).toEqual(form);
    sessionStorage.setItem('cohorte.person.new-cohort.n', '{"requestId":1}');
    expect(keptForm('n')).toBeUndefined();
    keepForm('n', null);
    expect(keptForm('n')).toBeUndefined();
  });
});
