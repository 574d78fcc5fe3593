import { sizeWords } from './file-words';

it.each([[0, '0 o'], [900, '900 o'], [2_048, '2 ko'], [1_230_000, '1,2 Mo'], [200_000_000, '200 Mo'], [5_100_000_000, '5,1 Go']])('%i octets are «%s»', (bytes, words) => {
  expect(sizeWords(bytes, 'fr').replace(/\s/g, ' ')).toBe(words);
});
