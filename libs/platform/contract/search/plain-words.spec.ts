import { plain, wordsOf } from './plain-words';

const words = (text: string): string[] => wordsOf(text).map(({ word }) => word);

describe('words as search compares them', () => {
  it.each([
    ['accents, capitals and ligatures make no difference', 'Œuvre À L’ÉTÉ', ['oeuvre', 'a', 'l', 'ete']],
    ['each half of an elision or a compound is found', 'l’achat éco-responsable, d\'exécution', ['l', 'achat', 'eco', 'responsable', 'd', 'execution']],
    ['inclusive writing is read with both its forms', 'élu·es et acheteur·euse·s', ['elu', 'es', 'et', 'acheteur', 'euse', 's']],
    ['an acronym with points is the acronym', 'S.I.A.E. et S.P.A.S.E.R', ['siae', 'et', 'spaser']],
    ['figures are words', 'L. 2111-3, 62 000 € HT', ['l', '2111', '3', '62', '000', 'ht']],
    ['letters that a Mac decomposed are whole again', 'e\u0301nergie', ['energie']],
    ['nothing is made of nothing', ' «», … ', []],
  ])('%s', (_sentence, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('says where a word stood in the text as it was written', () => {
    const text = 'Le béton de «chanvre»';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Le', 'béton', 'de', 'chanvre']);
  });

  it('cuts what no language calls a word', () => {
    expect(words('x'.repeat(500))).toEqual(['x'.repeat(40)]);
  });

  it('writes one way what was decomposed or not', () => {
    expect(plain('e\u0301te\u0301')).toBe(plain('été'));
  });
});
