import { lineOf, membersIn } from './synonym-text';

it.each([
  ['ESUS, entreprise solidaire  d’utilité sociale', ['ESUS', 'entreprise solidaire d’utilité sociale']],
  ['GHT = groupement hospitalier de territoire ; groupement', ['GHT', 'groupement hospitalier de territoire', 'groupement']],
  [' , RSE,, rse ,', ['RSE']],
  ['', []],
])('«%s»', (line, members) => {
  expect(membersIn(line)).toEqual(members);
  expect(membersIn(lineOf(members))).toEqual(members);
});
