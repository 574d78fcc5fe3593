import { extractOf, marksIn } from './search-extract';
import { readQuery } from './search-query';

const filler = 'Le titulaire remet chaque trimestre un bilan de ses livraisons au service. '.repeat(12);
const marked = ({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }): string[] => marks.map(([start, end]) => text.slice(start, end));

describe('the extract under a result', () => {
  it('is taken where the words of the question stand together, with the page it is on', () => {
    const extract = extractOf(readQuery('béton chanvre'), [
      { number: 1, text: `${filler}Le béton armé reste admis.` },
      { number: 7, text: `${filler}Les murs en bétons de chanvre isolent bien. ${filler}` },
    ]);
    expect(extract?.page).toBe(7);
    expect(marked(extract as NonNullable<typeof extract>)).toEqual(['bétons', 'chanvre']);
    expect(extract?.text).toMatch(/^… .*Les murs en bétons de chanvre isolent bien\..* …$/);
  });

  it('is the whole of a short text, without dots', () => {
    expect(extractOf(readQuery('insertion'), [{ number: null, text: 'Clause d’insertion.' }])).toEqual({ text: 'Clause d’insertion.', marks: [[9, 18]], page: null });
  });

  it('lights what is looked for side by side only where it stands so', () => {
    const text = 'L’acheteur cite l’article L. 2112-2 et deux (2) annexes.';
    expect(marksIn(readQuery('L2112-2'), text).map(([start, end]) => text.slice(start, end))).toEqual(['L', '2112', '2']);
    expect(extractOf(readQuery('L2112-2'), [{ number: 1, text: 'L’acheteur a 2 mois.' }])).toBeUndefined();
    expect(marksIn(readQuery('"béton de chanvre"'), 'De la paille, du béton de chanvre')).toEqual([[17, 22], [23, 25], [26, 33]]);
  });

  it('says nothing when the text does not', () => {
    expect(extractOf(readQuery('chanvre'), [{ number: 1, text: filler }])).toBeUndefined();
  });

  it('marks a title in the letters it was written with', () => {
    expect(marksIn(readQuery('indicateur hopital'), 'Grille d’indicateurs pour l’hôpital')).toEqual([[9, 20], [28, 35]]);
  });
});
