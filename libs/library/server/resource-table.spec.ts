import { readTable, type TravellingResource, writeTable } from './resource-table';

const clause: TravellingResource = {
  slug: 'bois-local',
  fields: {
    form: 'clause_example', title: 'Bois « local » ; ou non', summary: '=1+1', content: 'Un\n\nDeux', link: 'https://exemple.fr/a?b=c', publisher: 'CD2E', year: 2022, language: 'fr', licence: 'cc-by', themes: ['bio_based', 'energy'],
    segments: [], stages: ['execution'], sectors: [], territories: ['r28'], audiences: ['buyer'], legal: ['R. 2111-12', 'L. 2111-2'], tags: ['Bois local', 'circuit court'], cpv: ['03410000-7'], access: 'public', checkedOn: null, reviewOn: '2027-01-01',
    clause: { text: 'Les bois…', interest: '', watchPoints: ['Un', 'Deux'], phase: 'cctp', contributor: 'Lycée' },
  },
};
const sheet: TravellingResource = { slug: 'a-lire', fields: { ...clause.fields, form: 'guide', title: 'À lire', clause: null, access: 'network', year: null } };

it('a library written and read is the same, in the order of its addresses', () => {
  const text = writeTable([clause, sheet]);
  const read = readTable(text) ?? [];
  expect(read.map(({ resource }) => resource)).toEqual([sheet, clause]);
  expect(writeTable(read.flatMap(({ resource }) => resource ?? []))).toBe(text);
});

it('says of each line which columns are not understood, and by its number in the spreadsheet', () => {
  const read = readTable('titre;nature;année;accès;thèmes\nBon;guide;2020;public;energy\nX;rien;mille;structure;pluie\nFermé;guide;;cohort;') ?? [];
  expect(read.map(({ line, problems }) => [line, problems])).toEqual([[2, []], [3, ['nature', 'titre', 'année', 'thèmes']], [4, ['accès']]]);
});

it('is no table without its two first columns', () => expect(readTable('a;b\n1;2')).toBeNull());
