import { slugOf } from './network';

it.each([
  ['RAN CoPER', 'ran-coper'],
  ['  Réseau d’Île-de-France !', 'reseau-d-ile-de-france'],
  ['…', 'reseau'],
])('«%s» has the address %s', (name, slug) => expect(slugOf(name)).toBe(slug));

it('an address stays short and ends on a letter', () => {
  expect(slugOf('a '.repeat(80))).toMatch(/^[a-z0-9-]{1,60}$/);
  expect(slugOf('a '.repeat(80))).not.toMatch(/-$/);
});
