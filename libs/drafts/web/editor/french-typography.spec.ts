import { typographyOf } from './french-typography';

/** Types the text one character after the other, as the editor does. */
function typed(text: string): string {
  return [...text].reduce((before, character) => {
    const change = typographyOf(before, character);
    return change ? `${`${before}${character}`.slice(0, before.length + 1 - change.take)}${change.write}` : before + character;
  }, '');
}

describe('French typography as one types', () => {
  it.each([
    ['Pourquoi?', 'Pourquoi\u202f?'],
    ['Pourquoi ?', 'Pourquoi\u202f?'],
    ['Enfin !', 'Enfin\u202f!'],
    ['un ; deux;', 'un\u202f; deux\u202f;'],
    ['Quoi ?!', 'Quoi\u202f?!'],
    ['Objectif : 30', 'Objectif\u00a0: 30'],
    ['Objectif: 30', 'Objectif\u00a0: 30'],
    ['l\'achat', 'l’achat'],
    ['"mot"', '«\u00a0mot\u00a0»'],
    ['"mot" et "autre"', '«\u00a0mot\u00a0» et «\u00a0autre\u00a0»'],
    ['l\'"achat"', 'l’«\u00a0achat\u00a0»'],
    ['«mot»', '«\u00a0mot\u00a0»'],
    ['« mot »', '«\u00a0mot\u00a0»'],
    ['et...', 'et…'],
    ['2024--2025', '2024–2025'],
    ['un -- deux', 'un – deux'],
    ['-- Bonjour', '– Bonjour'],
  ])('%p becomes %p', (keys, text) => expect(typed(keys)).toBe(text));

  it.each([
    'https://exemple.fr/a?b=1;c=2!', 'www.exemple.fr/page?x', 'exemple.fr/page?x=1', 'nom@exemple.fr?subject=a', 'http://a.fr:8080/x', '---', '12:30', '6\'', '1..2', 'et/ou', '(?', ' ?',
  ])('%p stays as it is', (keys) => expect(typed(keys)).toBe(keys));

  it('a word after an address is French again', () => expect(typed('Voir www.exemple.fr : oui !')).toBe('Voir www.exemple.fr\u00a0: oui\u202f!'));
});
