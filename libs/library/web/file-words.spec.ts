import { sizeWords } from './file-words';

it.each([[0, '0 o'], [900, '900 o'], [2_048, '2 Ko'], [1_258_291, '1,2 Mo'], [209_715_200, '200 Mo'], [5_476_083_302, '5,1 Go']])('%i octets are «%s»', (bytes, words) => {
  expect(sizeWords(bytes, 'fr').replace(/\s/g, ' ')).toBe(words);
});
