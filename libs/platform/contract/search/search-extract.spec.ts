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

  it('says nothing when the text does not', () => {
    expect(extractOf(readQuery('chanvre'), [{ number: 1, text: filler }])).toBeUndefined();
  });

  it('marks a title in the letters it was written with', () => {
    expect(marksIn(readQuery('indicateur hopital'), 'Grille d’indicateurs pour l’hôpital')).toEqual([[9, 20], [28, 35]]);
  });
});
