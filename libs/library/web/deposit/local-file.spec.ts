import { forgetDeposit, keepDeposit, keptDeposit } from './kept-deposit';
import { pickFiles } from './local-file';

const file = (name: string, size = 10, lastModified = 1): File => Object.defineProperty(new File(['x'], name, { lastModified }), 'size', { value: size });

it('what cannot be taken is known before it is sent; what a system left is not shown', () => {
  const picked = pickFiles([file('Guide.pdf'), file('vide.pdf', 0), file('film.mp4', 600), file('logiciel.exe'), file('note.DOC'), file('grille.xlsm'), file('.DS_Store'), file('Thumbs.db')], [], 500);
  expect(picked.map(({ name, unfit }) => `${name}:${unfit?.code ?? 'ok'}`)).toEqual(['Guide.pdf:ok', 'vide.pdf:file-empty', 'film.mp4:file-too-large', 'logiciel.exe:file-type-unknown', 'note.DOC:file-old-office', 'grille.xlsm:file-with-macros']);
});

it('the same file dropped twice is there once, a name in two letters included; another of the same name is another', () => {
  const there = pickFiles([file('Été.pdf')], [], 500);
  expect(pickFiles([file('Été.pdf'.normalize('NFD')), file('Été.pdf', 11), file('Été.pdf', 11)], there, 500).map(({ size }) => size)).toEqual([11]);
});

it('a deposit is kept without its bytes and comes back; what is not one does not', () => {
  const picked = pickFiles([file('Guide.pdf'), file('logiciel.exe')], [], 500);
  keepDeposit('d1', picked);
  expect(keptDeposit('d1')).toEqual([expect.objectContaining({ name: 'Guide.pdf', print: 'Guide.pdf|10|1' })]);
  expect(localStorage.getItem('cohorte.person.deposit.d1')).not.toContain('"file"');
  localStorage.setItem('cohorte.person.deposit.d1', '[{"name":3},7,null]');
  expect(keptDeposit('d1')).toEqual([]);
  localStorage.setItem('cohorte.person.deposit.d1', '{');
  expect(keptDeposit('d1')).toEqual([]);
  forgetDeposit('d1');
  expect(localStorage.getItem('cohorte.person.deposit.d1')).toBeNull();
});
