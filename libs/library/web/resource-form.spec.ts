import type { ResourcePage } from '@cohorte/library/contract';
import { blankForm, fieldOf, fieldsFrom, formOf, keepForm, keptForm } from './resource-form';

const blank = blankForm('request', [{ access: 'public', spaceId: 'n', networkId: 'n', name: 'RAN CoPER', mayPublish: true }, { access: 'network', spaceId: 'n', networkId: 'n', name: 'RAN CoPER', mayPublish: true }]);

it('a new one is for the network, its rights to be checked', () => {
  expect([blank.place, blank.licence]).toEqual(['network:n', 'to-check']);
});

it('lines become lists, an empty year none, an address gets its beginning; only a clause has a clause', () => {
  const written = { ...blank, legal: ' L. 2111-3 \n\n', year: ' ', link: 'exemple.fr/guide', clauseText: 'Le bois…', watchPoints: 'Un\nDeux' };
  expect(fieldsFrom(written)).toMatchObject({ legal: ['L. 2111-3'], year: null, link: 'https://exemple.fr/guide', clause: null, access: 'network', spaceId: 'n' });
  expect(fieldsFrom({ ...written, form: 'clause_example' }).clause).toMatchObject({ text: 'Le bois…', watchPoints: ['Un', 'Deux'] });
});

it('a resource read into the form and written again is the same', () => {
  const fields = fieldsFrom({ ...blank, form: 'clause_example', title: 'Bois', clauseText: 'Le bois…', legal: 'R. 2111-12', year: '2024', reviewOn: '2027-01-01', themes: ['energy'], tags: ['Bois local'], cpv: '03410000-7' });
  expect(fieldsFrom(formOf({ ...fields } as ResourcePage))).toEqual(fields);
});

it('what the server refuses is said where it was typed', () => {
  expect(['fields.title', 'fields.clause.watchPoints.2', 'fields.spaceId', 'fields.legal.0', 'fields.cpv.1', 'fields.tags.0', 'note'].map(fieldOf)).toEqual(['title', 'watchPoints', 'place', 'legal', 'cpv', 'tags', 'note']);
});

it('what this tab keeps comes back, unless it is not a form', () => {
  keepForm('new', { ...blank, title: 'Fiche' });
  expect(keptForm('new', blank)?.title).toBe('Fiche');
  sessionStorage.setItem('cohorte.person.resource-form.new', '{"title":3}');
  expect(keptForm('new', blank)).toBeUndefined();
  keepForm('new', null);
  expect(keptForm('new', blank)).toBeUndefined();
});
