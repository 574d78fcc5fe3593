import { cell } from './registration-csv';

it.each([
  ['Anne Dupont', 'Anne Dupont'],
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+33 6', "'+33 6"], ['-1', "'-1"], ['@mairie', "'@mairie"], ['\t=1', "'\t=1"],
  ['Rouen ; Caen', '"Rouen ; Caen"'],
])('%s is written so that a spreadsheet reads it and runs nothing', (text, written) => {
  expect(cell(text)).toBe(written);
});
