import fc from 'fast-check';
import { readCsv, writeCsv } from './csv';

it('whatever cells hold, what was written is read again', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', "'", "'=x", '-5', '@a', 'a;b', 'a"b', 'l1\nl2', ' x ', 'é\r\nè', ','));
  fc.assert(fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''), cell, cell), { minLength: 1, maxLength: 6 }), (lines) => {
    expect(readCsv(writeCsv(lines))).toEqual(lines);
  }));
});

it('a formula is never one in a spreadsheet', () => {
  expect(writeCsv([['=HYPERLINK("x")', '+33', '-1', '@a']])).toBe(`\uFEFF"'=HYPERLINK(""x"")";'+33;'-1;'@a\r\n`);
});

it('reads commas too, and what has no mark or end of line', () => {
  expect(readCsv('titre,nature\n"Un, deux",guide')).toEqual([['titre', 'nature'], ['Un, deux', 'guide']]);
});

it('an unclosed quote ends reading, never loops', () => {
  expect(readCsv('a;"b')).toEqual([['a', '"b']]);
});
