import { readEuros, writeEuros } from './euros';

it.each([
  ['62 M€ HT', 62_000_000],
  ['62 000 000 € HT', 62_000_000],
  ['62\u202f000\u202f000\u00a0€', 62_000_000],
  ['62,5 m€', 62_500_000],
  ['1.25 Md€ HT', 1_250_000_000],
  ['850 k€', 850_000],
  ['50000000.01', 50_000_000.01],
  ['0', 0],
])('«%s» reads %s', (text, amount) => expect(readEuros(text)).toBe(amount));

it.each(['', 'beaucoup', '62 M€ TTC', '-3', '1,2,3', '1e9', '62 000 000 $'])('«%s» is no amount without tax', (text) => expect(readEuros(text)).toBeNull());

it('what is written is read back', () => {
  for (const amount of [0, 850_000, 1_000_000, 62_000_000, 62_500_000, 1_250_000_000]) expect(readEuros(writeEuros(amount))).toBe(amount);
});

it('writes millions in French and in English', () => {
  expect(writeEuros(62_000_000)).toBe('62\u00a0M€ HT');
  expect(writeEuros(62_500_000, 'en')).toBe('€62.5m excl. tax');
});
