import { matches } from './palette.commands';

it.each([
  ['ght norm', 'SPASER des GHT de Normandie', true],
  ['evreux', 'CH Eure-Seine · Évreux', true],
  ['seine', 'CH Eure-Seine', true],
  ['rmandie', 'GHT de Normandie', false],
  ['', 'Accueil', true],
])('«%s» in «%s»: %s', (query, label, expected) => {
  expect(matches(label, query)).toBe(expected);
});
