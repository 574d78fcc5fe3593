import { readLines } from './import-dialog';

it('reads a name and a town a line, by semicolon or by tabulation, and leaves empty lines out', () => {
  expect(readLines('CH de Dieppe ; Dieppe\n\n  CHU de Rouen\nVille de Caen\tCaen\r\n ; Lisieux')).toEqual([
    { name: 'CH de Dieppe', town: 'Dieppe' },
    { name: 'CHU de Rouen', town: null },
    { name: 'Ville de Caen', town: 'Caen' },
  ]);
});
