import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { visitor } from '@cohorte/platform/contract';
import { Config, createTestApp, Database, FileStore, newId, SearchQueries, type TestApp } from '@cohorte/platform/server';
import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { DepositFields } from '../../contract';
import { DepositQueries } from '../files/deposit.queries';
import { DepositService } from '../files/deposit.service';
import { FileArrival } from '../files/file-arrival';
import { UploadService } from '../files/upload.service';
import { UploadStore } from '../files/upload.store';
import { LibraryModule } from '../library.module';
import { ResourceArchive } from '../resource-archive';
import { ResourceExport } from '../resource-export';
import { ResourceImport } from '../resource-import';
import { ResourceQueries } from '../resource.queries';
import { ResourceService } from '../resource.service';
import { type CorpusFile, honestFiles, hostileFiles } from './corpus.fixtures';
import { FileReader, ReaderProgram } from './file-reader';
import { FileReading } from './file-reading';
import { pdfOf } from './made-files';
import { ZipArchive } from './zip-archive';

const root = join(import.meta.dirname, '../../../..');
const program = join(root, 'dist/spec/file-reader.js');
let app: TestApp;
let networkId: string;
let animator: Actor;
let member: Actor;

beforeAll(async () => {
  await build({ entryPoints: [join(import.meta.dirname, 'read-file.process.ts')], outfile: program, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error' });
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  Object.assign(app.get(ReaderProgram), { path: program });
  const given = new NetworksFixtures(app);
  networkId = await given.aNetwork(`Réseau ${newId()}`);
  animator = await given.actor(await given.someone('animator', networkId));
  member = await given.actor(await given.someone('member', await given.aStructure(networkId, { name: `CHU ${newId()}` })));
});
afterAll(() => app.close());

const fields = (): DepositFields => ({
  form: null, publisher: '', year: null, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [], territories: [], audiences: [], tags: [], access: 'network', spaceId: networkId,
});

/** Files that have wholly come, past the line they came by. */
async function deposited(actor: Actor, files: readonly Pick<CorpusFile, 'name' | 'bytes'>[], resourceId?: string, note = ''): Promise<{ depositId: string; ids: string[] }> {
  const { id: depositId } = await app.get(DepositService).open(actor, { requestId: newId(), fields: fields() });
  const store = app.get(UploadStore);
  const ids: string[] = [];
  for (const { name, bytes } of files) {
    const id = await app.get(UploadService).begin(actor, { requestId: newId(), filename: name, note, ...(resourceId ? { resourceId } : { depositId }) }, bytes.length);
    await store.create({ id } as Parameters<UploadStore['create']>[0]);
    await writeFile(join(store.directory, id), bytes);
    await app.get(FileArrival).complete(id);
    ids.push(id);
  }
  return { depositId, ids };
}
const read = () => app.get(FileReading).readWaiting();
const stateOf = async (actor: Actor, depositId: string) => (await app.get(DepositQueries).read(actor, depositId)).files;
const pagesOf = (fileId: string | null | undefined) => app.get(Database).transaction({ system: 'spec' }, (tx) => tx.query<{ number: number; text: string; width: number | null }[]>('SELECT number, text, width FROM library_page WHERE file_id = $1 ORDER BY number', [fileId]));
const leftovers = (): string[] => { const folder = join(app.get(Config).value.dataDir, 'reading'); return existsSync(folder) ? readdirSync(folder) : []; };

it('a corpus of hostile files: each has its state, nothing is given out, nothing stays behind', async () => {
  const corpus = await hostileFiles();
  const { depositId } = await deposited(animator, corpus);
  await read();
  const files = await stateOf(animator, depositId);
  expect(files.map(({ name, state, problem }) => ({ name, state, problem }))).toEqual(corpus.map(({ name, problem }) => ({ name, state: 'refused', problem })));
  for (const { fileId } of files) expect(await pagesOf(fileId)).toEqual([]);
  expect(leftovers()).toEqual([]);
}, 240_000);

it('honest files are read page by page, drawn, and say what is wrong with them', async () => {
  const corpus = await honestFiles();
  const { depositId } = await deposited(animator, corpus);
  await read();
  const files = await stateOf(animator, depositId);
  for (const [at, { name, remarks = [], says, pages }] of corpus.entries()) {
    const found = await pagesOf(files[at]?.fileId);
    expect({ name, state: files[at]?.state, remarks: files[at]?.remarks, pages: found.length }).toEqual({ name, state: 'ready', remarks: expect.arrayContaining([...remarks]), pages });
    if (says) expect(found.find(({ number }) => number === says[0])?.text.replaceAll(/\s+/g, ' ')).toContain(says[1]);
  }
  const pdf = await pagesOf(files[0]?.fileId);
  expect(pdf.map(({ width }) => width)).toEqual([1_000, 1_000, 1_000]);
  const picture = await bytesOf(`library/${files[0]?.fileId as string}/page-2.webp`);
  expect([picture.subarray(0, 4).toString(), picture.subarray(8, 12).toString()]).toEqual(['RIFF', 'WEBP']);
}, 120_000);

it('a resource is found by what stands on a page of its file, at that page, by who may read it only', async () => {
  const word = `chanvrette${newId().slice(-6).replaceAll(/\d/g, 'z')}`;
  const { depositId } = await deposited(animator, [{ name: 'rapport.pdf', bytes: pdfOf([['Une première page qui ne dit rien.'], [`Le liège et la ${word} isolent très bien les toitures.`]]) }]);
  await read();
  const [file] = await stateOf(animator, depositId);
  const found = async (actor: Actor | typeof visitor) => (await app.get(SearchQueries).find(actor, { text: word })).hits.map(({ id, extract }) => [id, extract?.page]);
  expect(await found(animator)).toEqual([]);
  expect(await app.get(DepositService).submit(animator, { depositId, then: 'publish', resourceIds: [file?.resourceId as string, newId()] })).toEqual({ outcomes: [{ resourceId: file?.resourceId, problem: null }, { resourceId: expect.any(String), problem: 'library.not-found' }] });
  expect(await found(animator)).toEqual([[file?.resourceId, 2]]);
  expect(await found(member)).toEqual([[file?.resourceId, 2]]);
  expect(await found(visitor)).toEqual([]);
});

it('a replacement takes its place once it is read: found by its text from then on, no more by the former’s; refused, it changes nothing', async () => {
  const mark = () => `mot${newId().slice(-8).replaceAll(/\d/g, 'x')}`;
  const [before, after] = [mark(), mark()];
  const { depositId } = await deposited(animator, [{ name: 'fiche.pdf', bytes: pdfOf([[`Avant, il y avait ici le mot ${before} et rien d’autre.`]]) }]);
  await read();
  const [file] = await stateOf(animator, depositId);
  const resourceId = file?.resourceId as string;
  await app.get(ResourceService).publish(animator, { resourceId, version: 1 });
  const found = async (text: string) => (await app.get(SearchQueries).find(member, { text })).hits.map(({ id }) => id);
  await deposited(animator, [{ name: 'fiche.pdf', bytes: Buffer.from('MZ pas un PDF') }], resourceId, 'Une erreur');
  await read();
  expect(await app.get(ResourceQueries).open(animator, resourceId)).toMatchObject({ edition: 1, file: { state: 'ready' }, coming: { state: 'refused', problem: 'wrong-extension' } });
  await deposited(animator, [{ name: 'fiche.pdf', bytes: pdfOf([[`Après, il y a ici le mot ${after} et rien d’autre.`]]) }], resourceId, 'Seuils de 2026');
  expect([await found(before), await found(after)]).toEqual([[resourceId], []]);
  await read();
  expect(await app.get(ResourceQueries).open(member, resourceId)).toMatchObject({ edition: 2, coming: null, versions: [{ note: 'Seuils de 2026' }, {}] });
  expect([await found(before), await found(after)]).toEqual([[], [resourceId]]);
});

it('the library taken away as an archive comes back with its files, and the same file sent again changes nothing', async () => {
  const [title, bytes] = [`Fiche à emporter ${newId().slice(-6)}`, pdfOf([['Une fiche qui voyage avec son texte et son fichier.']])];
  const there = new NetworksFixtures(app);
  const home = await there.aNetwork(`Réseau ${newId()}`);
  const owner = await there.actor(await there.someone('animator', home));
  const { id, slug } = await app.get(ResourceService).deposit(owner, { requestId: newId(), then: 'publish', fields: { ...fields(), spaceId: home, form: 'guide', title, summary: 'Résumé', content: '', clause: null, link: null, legal: [], cpv: [], checkedOn: null, reviewOn: null } });
  const sent = async (): Promise<void> => {
    await sentTo(owner, id, bytes);
    await read();
  };
  await sent();
  const archive = async (actor: Actor | typeof visitor): Promise<[string, string][]> => unpacked(await app.get(ResourceArchive).of(actor, home));
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect((await archive(owner)).map(([path]) => path)).toEqual(['ressources.csv', `fichiers/${slug}/fiche.pdf`]);
  expect((await archive(owner))[1]?.[1]).toBe(hash);
  expect((await archive(member)).map(([path]) => path)).toEqual(['ressources.csv']);
  const before = await app.get(ResourceQueries).open(owner, slug);
  await sent();
  const after = await app.get(ResourceQueries).open(owner, slug);
  expect([after.version, after.file?.id, after.coming]).toEqual([before.version, before.file?.id, null]);
  const table = await app.get(ResourceExport).csv(owner, home);
  expect((await app.get(ResourceImport).run(owner, { networkId: home, text: table, files: [], dryRun: true })).lines).toMatchObject([{ slug, resourceId: id, outcome: 'same' }]);
});

describe('duplicates are told, and their depositor chooses', () => {
  const text = (last: string, subject = 'achats') => pdfOf([Array.from({ length: 40 }, (_, at) => `Ligne ${at * 3} du document sur les ${subject} numéro ${at * 17} de la liste.`), [last]]);

  it('the same file, nearly the same text, nearly the same title', async () => {
    const original = text(`Fin ${newId()}`);
    const first = await deposited(animator, [{ name: `Cadre des indicateurs ${newId().slice(-5)}.pdf`, bytes: original }]);
    await read();
    const [kept] = await stateOf(animator, first.depositId);
    await app.get(ResourceService).publish(animator, { resourceId: kept?.resourceId as string, version: 1 });
    const again = await deposited(member, [{ name: 'copie exacte.pdf', bytes: original }, { name: 'presque la même.pdf', bytes: text('Autre fin') }, { name: `${kept?.title as string}.odt`, bytes: Buffer.from('x') }]);
    await read();
    expect((await stateOf(member, again.depositId)).map(({ duplicates }) => duplicates.map(({ resourceId, how, mayReplace }) => [resourceId === kept?.resourceId ? 'kept' : 'mine', how, mayReplace]))).toEqual([
      expect.arrayContaining([['kept', 'same-file', false]]), expect.arrayContaining([['kept', 'near-text', false]]), [['kept', 'near-title', false]],
    ]);
    expect(await app.get(DepositQueries).alreadyThere(member, { sha256: [createHash('sha256').update(original).digest('hex'), 'f'.repeat(64)] })).toMatchObject({ known: [{ slug: kept?.slug }] });
  });

  it('what one may not read is never told', async () => {
    const secret = text(`Secret ${newId()}`, 'secrets');
    await deposited(animator, [{ name: 'Brouillon secret.pdf', bytes: secret }]);
    const { depositId } = await deposited(member, [{ name: 'Brouillon secret.pdf', bytes: secret }]);
    await read();
    expect((await stateOf(member, depositId))[0]?.duplicates).toEqual([]);
    expect(await app.get(DepositQueries).alreadyThere(visitor as never, { sha256: [createHash('sha256').update(secret).digest('hex')] })).toEqual({ known: [] });
  });

  it('distinct, a new version of the other, or taken back; once', async () => {
    const bytes = text(`Version ${newId()}`);
    const [one, two, three, four] = [await deposited(animator, [{ name: 'a.pdf', bytes }]), await deposited(animator, [{ name: 'b.pdf', bytes }]), await deposited(animator, [{ name: 'c.pdf', bytes }]), await deposited(animator, [{ name: 'd.pdf', bytes }])];
    await read();
    const target = (await stateOf(animator, one.depositId))[0]?.resourceId as string;
    await app.get(ResourceService).publish(animator, { resourceId: target, version: 1 });
    const decide = (of: typeof two, choice: 'new-version' | 'distinct' | 'cancel') => app.get(DepositService).decide(animator, { depositId: of.depositId, fileId: of.ids[0] as string, choice, note: 'Seconde', ...(choice === 'new-version' && { resourceId: target }) });
    await decide(two, 'distinct');
    await decide(three, 'cancel');
    await decide(four, 'new-version');
    await decide(four, 'new-version');
    await expect(decide(three, 'distinct')).rejects.toEqual(expect.objectContaining({ code: 'library.file-decided' }));
    expect([await stateOf(animator, two.depositId), await stateOf(animator, three.depositId), await stateOf(animator, four.depositId)].map(([file]) => [file?.state, file?.choice, file?.duplicates.length])).toEqual([
      ['ready', 'distinct', 0], ['dropped', 'cancel', 0], ['dropped', 'new-version', 0],
    ]);
    expect(await app.get(ResourceQueries).open(animator, target)).toMatchObject({ edition: 2, file: { name: 'd.pdf' }, versions: [{ note: 'Seconde', file: { name: 'd.pdf' } }, { file: { name: 'a.pdf' } }] });
  });
});

describe('the process that reads', () => {
  const alone = (limits: Partial<ReaderProgram['limits']>, path = program) => new FileReader(app.get(FileStore), app.get(Config), Object.assign(new ReaderProgram(), { path, limits: { ...new ReaderProgram().limits, ...limits } }));
  const aFile = async (bytes: Buffer): Promise<{ id: string; name: string }> => {
    const id = newId();
    await app.get(FileStore).put(`library/${id}/source`, bytes);
    return { id, name: 'guide.pdf' };
  };
  const never = new AbortController().signal;

  it('is stopped when it takes too long or too much, and the file says so', async () => {
    const file = await aFile(pdfOf([['Une page honnête.']]));
    expect((await alone({ wallMs: 30 }).read(file, never)).problem).toBe('too-long-to-read');
    expect((await alone({ bytes: 1_000 }).read(file, never)).problem).toBe('too-heavy-to-read');
  });

  it('sees nothing of the machine: no environment, no file elsewhere, no process of its own', async () => {
    const spy = join(root, 'dist/spec/spy.js');
    const told = (what: string): string => `{ type: null, problem: null, remarks: [], hasThumbnail: false, pages: [{ text: String(${what}), picture: null }] }`;
    await writeFile(spy, `import { readFileSync, writeFileSync } from 'node:fs'; import { spawnSync } from 'node:child_process';
      const tried = (work) => { try { return work(); } catch (error) { return error.code ?? error.message; } };
      const seen = [tried(() => readFileSync('/etc/hostname')), tried(() => writeFileSync(process.argv[2] + '/source', 'x')), tried(() => spawnSync('/bin/true').status), Object.keys(process.env).length].join(' ');
      writeFileSync(process.argv[2] + '/out/result.json', JSON.stringify(${told('seen')}));`);
    const reading = await alone({}, spy).read(await aFile(Buffer.from('x')), never);
    expect(reading.pages[0]?.text).toBe('ERR_ACCESS_DENIED ERR_ACCESS_DENIED ERR_ACCESS_DENIED 0');
  });

  it('is believed within bounds only', async () => {
    const liar = join(root, 'dist/spec/liar.js');
    for (const result of ['{', '{"pages":1}', JSON.stringify({ type: 'exe', problem: null, remarks: [], hasThumbnail: true, pages: [] })]) {
      await writeFile(liar, `import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[2] + '/out/result.json', ${JSON.stringify(result)});`);
      expect((await alone({}, liar).read(await aFile(Buffer.from('x')), never)).problem).toBe('corrupt');
    }
  });

  it('whose worker dies leaves the file to another, and a file that kills three is refused', async () => {
    const { depositId, ids } = await deposited(animator, [{ name: 'guide.pdf', bytes: pdfOf([['Une page honnête, avec assez de lettres.']]) }]);
    const system = (sql: string) => app.get(Database).transaction({ system: 'spec' }, (tx) => tx.query(sql, [ids[0]]));
    await system(`UPDATE library_file SET reading_until = now() + interval '1 minute', attempts = 1 WHERE id = $1`);
    await read();
    expect((await stateOf(animator, depositId))[0]?.state).toBe('waiting');
    await system(`UPDATE library_file SET reading_until = now() - interval '1 second' WHERE id = $1`);
    await read();
    expect((await stateOf(animator, depositId))[0]?.state).toBe('ready');
    await system(`UPDATE library_file SET state = 'waiting', attempts = 3 WHERE id = $1`);
    await read();
    expect((await stateOf(animator, depositId))[0]).toMatchObject({ state: 'refused', problem: 'too-long-to-read' });
  });
});

/** A file sent to a resource that is there. */
async function sentTo(actor: Actor, resourceId: string, bytes: Buffer): Promise<string[]> {
  const id = await app.get(UploadService).begin(actor, { requestId: newId(), filename: 'fiche.pdf', resourceId }, bytes.length);
  const store = app.get(UploadStore);
  await store.create({ id } as Parameters<UploadStore['create']>[0]);
  await writeFile(join(store.directory, id), bytes);
  await app.get(FileArrival).complete(id);
  return [id];
}

/** Paths and hashes of what an archive holds. */
async function unpacked(stream: Readable): Promise<[string, string][]> {
  const path = join(app.get(Config).value.dataDir, `${newId()}.zip`);
  await writeFile(path, stream);
  const archive = await ZipArchive.open(path, Number.MAX_SAFE_INTEGER);
  const found: [string, string][] = [];
  for (const name of archive.names) found.push([name, createHash('sha256').update((await archive.bytes(name)) ?? '').digest('hex')]);
  archive.close();
  return found;
}

async function bytesOf(key: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of (await app.get(FileStore).get(key)).stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
