import { toExpression } from './search-expression';
import { readQuery, SynonymIndex } from './search-query';

const synonyms = new SynonymIndex([
  ['ESUS', 'entreprise solidaire d’utilité sociale'],
  ['GHT', 'groupement hospitalier de territoire'],
]);
const asked = (text: string): string => toExpression(readQuery(text, synonyms));

describe('what a line of the search box asks for', () => {
  it.each([
    ['all its words, in any form', 'clauses environnementales', `'claus' & 'environnemental'`],
    ['without the words that tell nothing', 'les clauses pour l’achat de chanvre', `'claus' & 'achat' & 'chanvr'`],
    ['unless there is nothing else', 'pour qui', `'pour' & 'qui'`],
    ['a phrase, side by side', '"béton de chanvre"', `('beton' <-> 'de' <-> 'chanvr')`],
    ['a phrase in French quotation marks', '« béton de chanvre » toiture', `('beton' <-> 'de' <-> 'chanvr') & 'toitur'`],
    ['without what is refused', 'chanvre -béton', `'chanvr' & !'beton'`],
    ['a hyphen inside a word refuses nothing, and the word may be written without it', 'éco-conception', `('eco' | 'ecoconception') & ('conception' | 'ecoconception')`],
    ['what others write with a hyphen', 'écolabel', `('ecolabel' | ('eco' <-> 'label'))`],
    ['an article of a code, however it is cited', 'article L. 2112-2', `(('l' <-> '2112' <-> '2') | ('l2112' <-> '2'))`],
    ['the same in one word', 'L2112-2', `(('l' <-> '2112' <-> '2') | ('l2112' <-> '2'))`],
    ['an article without its letter, among other words', 'pénalités 2112-2 CCP', `(('2112' <-> '2') | ('l2112' <-> '2') | ('r2112' <-> '2') | ('d2112' <-> '2')) & 'penalit' & 'ccp'`],
    ['years are no article', '2024-2025', `'2024' & '2025'`],
    ['an acronym and what it stands for', 'cible ESUS', `'cibl' & ('esu' | ('entrepris' & 'solidair' & 'utilit' & 'social'))`],
    ['what it stands for and the acronym', 'groupements hospitaliers de territoire', `(('group' & 'hospitalier' & 'territoir') | 'ght')`],
    ['quotes and backslashes are text', `l'achat \\ 'x`, `'achat' & 'x'`],
    ['nothing', '  … ', ''],
  ])('%s', (_sentence, text, expected) => {
    expect(asked(text)).toBe(expected);
  });

  it('adds rights and chosen facets, one of each group', () => {
    expect(toExpression(readQuery('chanvre'), [['#theme:eau', '#theme:energie'], [], ['@public']])).toBe(`'chanvr' & ('#theme:eau' | '#theme:energie') & '@public'`);
  });

  it('knows the last word is still being typed', () => {
    expect(readQuery('béton de chan').unfinished).toBe('chan');
    expect(readQuery('béton de chanvre ').unfinished).toBeNull();
    expect(readQuery('"béton de chan').unfinished).toBeNull();
  });

  it('reads a whole page pasted by mistake by its first words', () => {
    expect(readQuery('mot '.repeat(5_000)).wanted.length).toBeLessThanOrEqual(12);
  });
});
