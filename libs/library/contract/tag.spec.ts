import { distinctTags, fitsTag, tagKey, tagWord, tidyTag } from './tag';

describe('a tag', () => {
  it('is written with one space between words, and the apostrophe of print', () => {
    expect(tidyTag("  Insertion \u00a0 par l'emploi ")).toBe('Insertion par l’emploi');
    expect(tidyTag('e\u0301cologie')).toBe('écologie');
  });

  it.each([['Économie d’énergie', "economie d'ENERGIE"], ['Œuvre', 'oeuvre'], ['RSE', 'rse']])('%s and %s are one', (one, other) => {
    expect(tagKey(one)).toBe(tagKey(other));
  });

  it.each([['a'], ['a'.repeat(41)], ['un, deux'], ['un | deux'], ['!!'], ['un\u0000deux'], ['']])('is not %j', (text) => {
    expect([tagWord.safeParse(text).success, fitsTag(tidyTag(text))]).toEqual([false, false]);
  });

  it.each([[' RSE '], ['CO2'], ['3D'], ['Nord - Pas-de-Calais'], ['l’écoute']])('may be %j', (text) => {
    expect([tagWord.parse(text), fitsTag(tidyTag(text))]).toEqual([tidyTag(text), true]);
  });

  it('is held once, as it was written first', () => {
    expect([...distinctTags(['Rse', 'RSE', 'eau']).values()]).toEqual(['Rse', 'eau']);
  });
});
