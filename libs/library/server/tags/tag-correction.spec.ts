import { replaced, takenBack } from './tag-correction';

describe('words become another', () => {
  const words = new Set(['rse', 'durable']);

  it.each([
    ['where the first of them stood', ['eau', 'RSE', 'Durable', 'bois'], 'Achats responsables', ['eau', 'Achats responsables', 'bois']],
    ['once, beside one that was there', ['Achats responsables', 'RSE'], 'Achats responsables', ['Achats responsables']],
    ['under the spelling asked for', ['achats RESPONSABLES', 'RSE'], 'Achats responsables', ['Achats responsables']],
    ['or nothing', ['eau', 'RSE', 'durable'], null, ['eau']],
    ['and others stay', ['eau'], 'X2', ['eau']],
  ])('%s', (_how, tags, into, expected) => expect(replaced(tags, words, into)).toEqual(expected));
});

describe('a correction taken back', () => {
  const correction = { before: ['eau', 'RSE', 'durable'], after: ['eau', 'Achats responsables'] };

  it.each([
    ['gives back what was there, in its order', ['eau', 'Achats responsables'], ['eau', 'RSE', 'durable']],
    ['keeps what was written since', ['eau', 'Achats responsables', 'bois'], ['eau', 'bois', 'RSE', 'durable']],
    ['keeps out what was taken out since', ['Achats responsables'], ['RSE', 'durable']],
    ['brings nothing back twice', ['rse', 'Achats responsables'], ['rse', 'durable']],
  ])('%s', (_how, now, expected) => expect(takenBack(now, correction)).toEqual(expected));

  it('never holds more than a resource may', () => {
    const full = Array.from({ length: 12 }, (_, at) => `mot ${at}`);
    expect(takenBack(full, correction)).toHaveLength(12);
  });
});
