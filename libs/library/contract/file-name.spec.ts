import { harmlessName, titleOfName } from './file-name';
import { fileTypeKeys, fileTypes, formOfType, typeOfName } from './file-types';
import { formKeys } from './taxonomies';

describe('a name made harmless', () => {
  it.each([
    ['macOS writes accents in two', 'E\u0301tude.pdf', 'Étude.pdf'],
    ['a path of Unix', '../../etc/passwd.txt', 'passwd.txt'],
    ['a path of Windows', 'C:\\Users\\x\\plan.docx', 'plan.docx'],
    ['control characters and line ends', 'a\u0000b\r\nc\u0007.pdf', 'abc.pdf'],
    ['a name written backwards', 'fiche\u202Efdp.exe.pdf', 'fichefdp.exe.pdf'],
    ['signs that Windows refuses', 'a<b>:"c|?*.pdf', 'a-b---c---.pdf'],
    ['a device of Windows', 'CON.pdf', 'fichier-CON.pdf'],
    ['a hidden file', '.htaccess', 'htaccess'],
    ['dots at the end', 'plan.pdf. . ', 'plan.pdf'],
    ['nothing', '', 'fichier'],
    ['only a folder', 'dossier/', 'fichier'],
    ['only spaces', '   ', 'fichier'],
  ])('%s', (_, given, kept) => expect(harmlessName(given)).toBe(kept));

  it('of three hundred characters keeps its extension', () => {
    const name = harmlessName(`${'é'.repeat(300)}.pdf`);
    expect([name.length, name.endsWith('é.pdf')]).toEqual([120, true]);
  });
  it('made harmless twice is the same', () => {
    for (const name of ['CON', 'a/b/../.x', '\u202E..', 'é'.repeat(300)]) expect(harmlessName(harmlessName(name))).toBe(harmlessName(name));
  });
});

it.each([
  ['guide_achat-durable_v2.pdf', 'Guide achat-durable v2'],
  ['guide-achats-durables-2023-10.pdf', 'Guide achats durables 2023-10'],
  ['Plan d’actions - éco-conception.docx', 'Plan d’actions - éco-conception'],
  ['Grille%20indicateurs (1).xlsx', 'Grille indicateurs'],
  ['Copie de Trame SPASER - Copie.odt', 'Trame SPASER'],
  ['rapport.v2.3 final.pdf', 'Rapport v2.3 final'],
  ['É'.normalize('NFD') + 'tude.pdf', 'Étude'],
  ['100%.pdf', '100%'],
  ['a.b', 'Document a'],
  ['x\u202efdp.exe', 'Xfdp'],
])('the title read from «%s» is «%s»', (name, title) => {
  expect(titleOfName(name)).toBe(title);
});

it('a title is never too long nor too short for a resource', () => {
  for (const name of ['n'.repeat(300) + '.pdf', 'n', '', '...', '%']) {
    const { length } = titleOfName(name);
    expect(length >= 3 && length <= 200).toBe(true);
  }
});

describe('types', () => {
  it('are known by their extension, in any case', () => {
    expect([typeOfName('A.PDF'), typeOfName('photo.JPEG'), typeOfName('x.exe'), typeOfName('pdf'), typeOfName('a.tar.gz')]).toEqual(['pdf', 'jpeg', null, null, null]);
  });
  it('no extension is two types', () => {
    const all = fileTypeKeys.flatMap((key) => [...fileTypes[key].extensions]);
    expect(new Set(all).size).toBe(all.length);
  });
  it('nothing that may hold scripts of ours is shown in place', () => expect(fileTypes.svg.isShown).toBe(false));
  it('each suggests a nature that exists', () => {
    for (const key of fileTypeKeys) expect(formKeys).toContain(formOfType(key));
  });
});
