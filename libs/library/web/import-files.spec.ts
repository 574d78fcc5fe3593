import type { ImportedFile, ImportedLine } from '@cohorte/library/contract';
import type { ArchivedFile } from './import-archive';
import { aimedAt, announce, missingIn } from './import-files';

const held = (slug: string, name: string, role: ArchivedFile['role'] = 'main'): ArchivedFile => ({ slug, name, role, bytes: new TextEncoder().encode(name) });
const planned = (role: ImportedFile['role'], outcome: ImportedFile['outcome']): ImportedFile => ({ role, name: 'fiche.pdf', outcome, state: null, problem: null });
const line = (slug: string, outcome: ImportedLine['outcome'], ...files: ImportedFile[]): ImportedLine => ({ line: 2, title: slug, slug, resourceId: `id-${slug}`, outcome, end: null, problems: [], reason: null, files });

it('files are announced by their hash where the browser can tell it, with the end of a name too long', async () => {
  const files = [held('guide', `${'x'.repeat(500)}.pdf`)];
  const [unknown] = await announce(files);
  expect(unknown).toMatchObject({ slug: 'guide', role: 'main', size: 504, sha256: null });
  expect([unknown?.name.length, unknown?.name.endsWith('.pdf')]).toEqual([400, true]);
  Object.defineProperty(globalThis.crypto, 'subtle', { value: { digest: () => Promise.resolve(new Uint8Array([1, 171]).buffer) }, configurable: true });
  expect(await announce(files)).toMatchObject([{ sha256: '01ab' }]);
});

it('only what the report asks for is sent; a replaced document says so, unless its line is a version already', () => {
  const lines = [line('a', 'same', planned('main', 'version'), planned('subtitles', 'version')), line('b', 'changed', planned('main', 'version')), line('c', 'new', planned('main', 'new')), line('d', 'same', planned('main', 'same')), line('e', 'new', planned('main', 'refused'))];
  const archived = [held('a', 'a.pdf'), held('a', 'a.vtt', 'subtitles'), held('b', 'b.pdf'), held('c', 'c.pdf'), held('c', 'seconde.pdf'), held('d', 'd.pdf'), held('e', 'e.pdf'), held('nulle-part', 'f.pdf')];
  expect(missingIn(lines)).toBe(4);
  expect(aimedAt(lines, archived).map(({ file, aim }) => [file.name, aim['resourceId'], aim['role'], aim['note'], aim['imported']])).toEqual([
    ['a.pdf', 'id-a', 'main', 'Import', '1'], ['a.vtt', 'id-a', 'subtitles', '', '1'], ['b.pdf', 'id-b', 'main', '', '1'], ['c.pdf', 'id-c', 'main', '', '1'],
  ]);
});
