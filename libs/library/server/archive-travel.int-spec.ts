import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { createTestApp, newId, type TestApp } from '@cohorte/platform/server';
import { build } from 'esbuild';
import { type Unzipped, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { type AnnouncedFile, type ImportedLine, importNote, type ResourceFields, type ResourcePage } from '../contract';
import { LibraryModule } from './library.module';
import { docxOf, pdfOf, xlsxOf } from './reading/made-files';
import { ReaderProgram } from './reading/file-reader';
import { FileReading } from './reading/file-reading';
import { ResourceQueries } from './resource.queries';
import { ResourceService } from './resource.service';

const program = join(import.meta.dirname, '../../../dist/spec/archive-reader.js');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A database, a network in it, and somebody who animates it. */
interface House {
  readonly app: TestApp;
  readonly given: NetworksFixtures;
  readonly networkId: string;
  readonly animator: Actor;
}

/** A file of an archive, as a browser holds it. */
type Held = Omit<AnnouncedFile, 'size' | 'sha256'> & { readonly bytes: Uint8Array };

async function aHouse(): Promise<House> {
  const app = await createTestApp({ imports: [LibraryModule], actor: null });
  Object.assign(app.get(ReaderProgram), { path: program });
  const given = new NetworksFixtures(app);
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  return { app, given, networkId, animator: await given.actor(await given.someone('animator', networkId)) };
}

let home: House;
let there: House;
beforeAll(async () => {
  await build({ entryPoints: [join(import.meta.dirname, 'reading/read-file.process.ts')], outfile: program, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error' });
  [home, there] = [await aHouse(), await aHouse()];
}, 60_000);
afterAll(async () => {
  await home.app.close();
  await there.app.close();
});

const sheet = ({ networkId }: House, change: Partial<ResourceFields> = {}): ResourceFields => ({
  form: 'guide', title: `Fiche ${newId().slice(-8)}`, summary: '', content: '', clause: null, link: null, publisher: '', year: 2025, language: 'fr', licence: 'cc-by', themes: ['bio_based'], segments: [], stages: [], sectors: [],
  territories: [], audiences: [], legal: [], tags: [], cpv: [], access: 'network', spaceId: networkId, checkedOn: null, reviewOn: null, ...change,
});

const address = async ({ app }: House, path: string): Promise<URL> => new URL(path, await app.address());
const read = ({ app }: House) => app.get(FileReading).readWaiting();
const open = ({ app, animator }: House, ref: string): Promise<ResourcePage> => app.get(ResourceQueries).open(animator, ref);

/** The library taken away over HTTP, unpacked. */
async function archiveOf(house: House): Promise<Unzipped> {
  house.app.actAs(house.animator);
  const answer = await fetch(await address(house, `/api/ressources.zip?networkId=${house.networkId}`));
  return unzipSync(new Uint8Array(await answer.arrayBuffer()));
}

const tableIn = (archive: Unzipped): string => new TextDecoder().decode(archive['ressources.csv']);

/** Files of an archive, as the page that unpacks it finds them. */
const heldIn = (archive: Unzipped): Held[] => Object.entries(archive).flatMap(([path, bytes]): Held[] => {
  const [, slug, subtitles, name] = /^fichiers\/([^/]+)\/(sous-titres\/)?([^/]+)$/.exec(path) ?? [];
  return slug && name ? [{ slug, name, role: subtitles ? 'subtitles' : 'main', bytes }] : [];
});

async function send(house: House, bytes: Uint8Array, metadata: Record<string, string>): Promise<void> {
  const endpoint = (await address(house, '/api/library/uploads')).href;
  await new Promise<void>((done, failed) => {
    new Upload(Buffer.from(bytes), { endpoint, metadata: { requestId: newId(), ...metadata }, chunkSize: 64_000, retryDelays: null, storeFingerprintForResuming: false, onSuccess: () => done(), onError: failed }).start();
  });
}

interface Imported {
  readonly text: string;
  readonly files: readonly Held[];
  readonly dryRun?: boolean;
}

/** Asked over HTTP, as the page does: the table and what is known of the files, without their bytes. */
async function ask(house: House, { text, files, dryRun = false }: Imported): Promise<ImportedLine[]> {
  house.app.actAs(house.animator);
  const announced = files.map(({ bytes, ...file }): AnnouncedFile => ({ ...file, size: bytes.length, sha256: sha256(bytes) }));
  const { status, body } = await house.app.request('POST', '/api/library/imports', { networkId: house.networkId, text, files: announced, dryRun });
  if (status !== 201 && status !== 200) throw new Error(JSON.stringify(body));
  return (body as { lines: ImportedLine[] }).lines;
}

/** Sends the files that the report asks for, and says how many. */
async function follow(house: House, lines: readonly ImportedLine[], files: readonly Held[]): Promise<number> {
  let count = 0;
  for (const line of lines) {
    for (const planned of line.files.filter(({ outcome }) => outcome === 'new' || outcome === 'version')) {
      const held = files.find(({ slug, role }) => slug === line.slug && role === planned.role) as Held;
      const note = planned.outcome === 'version' && planned.role === 'main' && line.outcome !== 'changed' ? importNote : '';
      await send(house, held.bytes, { resourceId: line.resourceId as string, filename: held.name, role: held.role, note, imported: '1' });
      count += 1;
    }
  }
  return count;
}

async function takeIn(house: House, imported: Imported): Promise<{ lines: ImportedLine[]; sent: number }> {
  const lines = await ask(house, imported);
  const sent = await follow(house, lines, imported.files);
  await read(house);
  return { lines, sent };
}

const outcomes = (lines: readonly ImportedLine[]) => lines.map(({ outcome, end, files }) => [outcome, end, ...files.map((file) => file.outcome)]);
const table = (...lines: string[]): string => ['identifiant;nature;titre;licence;résumé', ...lines].join('\n');
const aPdf = (words: string): Uint8Array => new Uint8Array(pdfOf([[words]]));
const aSlug = (): string => `importee-${newId().slice(-12)}`;

/** Files as people have them, each the only content of a resource, but for the recording that is also a link. */
async function aLibraryOfFiles(house: House): Promise<void> {
  const { app, animator } = house;
  app.actAs(animator);
  const deposit = (change: Partial<ResourceFields>) => app.get(ResourceService).deposit(animator, { requestId: newId(), then: 'keep', fields: sheet(house, change) });
  const documents: [string, string, Uint8Array][] = [
    ['Étude d’été', 'Étude d’été (1).pdf', aPdf('Une étude qui voyage avec son texte et son fichier.')],
    ['Modèle d’avis', 'Modèle d’avis — été.docx', new Uint8Array(docxOf([['Un modèle'], ['d’avis']]))],
    ['Tableau des coûts', 'Tableau des coûts.xlsx', new Uint8Array(xlsxOf([{ name: 'Coûts', rows: [['Façade', 12]] }]))],
  ];
  for (const [title, filename, bytes] of documents) {
    const { id } = await deposit({ title });
    await send(house, bytes, { resourceId: id, filename });
    await read(house);
    await app.get(ResourceService).publish(animator, { resourceId: id, version: (await open(house, id)).version });
  }
  const replay = await app.get(ResourceService).deposit(animator, { requestId: newId(), then: 'publish', fields: sheet(house, { title: 'Rencontre filmée', form: 'replay', link: 'https://exemple.fr/rencontre' }) });
  await send(house, Buffer.from('WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nBonjour à toutes\n'), { resourceId: replay.id, filename: 'Rencontre filmée à Évreux.vtt', role: 'subtitles' });
  await app.get(ResourceService).deposit(animator, { requestId: newId(), then: 'publish', fields: sheet(house, { title: 'Sans fichier', summary: 'Quelques lignes.' }) });
  await read(house);
}

it('a library with its files exported, imported in an empty database and exported again is the same, byte for byte; imported again, it changes nothing', async () => {
  await aLibraryOfFiles(home);
  const first = await archiveOf(home);
  expect(Object.keys(first).sort()).toEqual([
    'fichiers/etude-d-ete/Étude d’été (1).pdf', 'fichiers/modele-d-avis/Modèle d’avis — été.docx', 'fichiers/rencontre-filmee/sous-titres/Rencontre filmée à Évreux.vtt', 'fichiers/tableau-des-couts/Tableau des coûts.xlsx', 'ressources.csv',
  ]);
  const imported = { text: tableIn(first), files: heldIn(first) };
  const planned = [['new', 'once-read', 'new'], ['new', 'once-read', 'new'], ['new', 'published', 'new'], ['new', 'published'], ['new', 'once-read', 'new']];
  expect(outcomes(await ask(there, { ...imported, dryRun: true }))).toEqual(planned);
  expect(await archiveOf(there)).toEqual({ 'ressources.csv': expect.anything() });
  const { lines, sent } = await takeIn(there, imported);
  expect([outcomes(lines), sent]).toEqual([planned, 4]);
  const second = await archiveOf(there);
  expect(tableIn(second)).toBe(tableIn(first));
  expect(Object.fromEntries(Object.entries(second).map(([path, bytes]) => [path, sha256(bytes)]))).toEqual(Object.fromEntries(Object.entries(first).map(([path, bytes]) => [path, sha256(bytes)])));
  expect(await open(there, 'etude-d-ete')).toMatchObject({ state: 'published', edition: 1, file: { name: 'Étude d’été (1).pdf', state: 'ready' } });
  const again = await takeIn(there, imported);
  expect([outcomes(again.lines), again.sent]).toEqual([[['same', null, 'same'], ['same', null, 'same'], ['same', null, 'same'], ['same', null], ['same', null, 'same']], 0]);
  expect(tableIn(await archiveOf(there))).toBe(tableIn(first));
}, 120_000);

it('a resource that has only its file is a draft until it is read, wherever the import stopped, then published by itself', async () => {
  const slug = aSlug();
  const imported = { text: table(`${slug};guide;Seulement un fichier;cc-by;`), files: [{ slug, role: 'main', name: 'fiche.pdf', bytes: aPdf('Une fiche qui attend d’être lue.') }] as Held[] };
  const lines = await ask(home, imported);
  expect(outcomes(lines)).toEqual([['new', 'once-read', 'new']]);
  expect((await open(home, slug)).state).toBe('draft');
  // The page was closed before its file left: the same import goes on, and makes no second one.
  expect(outcomes(await ask(home, imported))).toEqual([['same', 'once-read', 'new']]);
  await follow(home, lines, imported.files);
  expect(outcomes(await ask(home, imported))).toEqual([['same', 'once-read', 'same']]);
  expect((await open(home, slug)).state).toBe('draft');
  await read(home);
  expect(await open(home, slug)).toMatchObject({ state: 'published', edition: 1, file: { state: 'ready' } });
  expect(outcomes(await ask(home, imported))).toEqual([['same', null, 'same']]);
});

it('whoever imported and animates no more leaves a draft, and a file that is refused does too', async () => {
  const { app, given, networkId } = home;
  const leaving = await given.actor(await given.someone('animator', networkId));
  const house = { ...home, animator: leaving };
  const [slug, refused] = [aSlug(), aSlug()];
  const files: Held[] = [{ slug, role: 'main', name: 'fiche.pdf', bytes: aPdf('Une fiche dont la personne est partie.') }];
  await follow(house, await ask(house, { text: table(`${slug};guide;Partie avant la lecture;cc-by;`), files }), files);
  await given.asSystem((tx) => tx.query('DELETE FROM networks_membership WHERE person_id = $1', [leaving.personId]));
  await read(home);
  expect(await open(house, slug)).toMatchObject({ state: 'draft', file: { state: 'ready' } });
  app.actAs(home.animator);
  const wrong: Held[] = [{ slug: refused, role: 'main', name: 'fiche.pdf', bytes: new TextEncoder().encode('MZ pas un PDF') }];
  const imported = { text: table(`${refused};guide;Fichier refusé;cc-by;`), files: wrong };
  await takeIn(home, imported);
  expect(await open(home, refused)).toMatchObject({ state: 'draft', file: { state: 'refused', problem: 'wrong-extension' } });
  expect((await ask(home, imported))[0]).toMatchObject({ outcome: 'same', end: 'draft', reason: 'library.nothing-to-read', files: [{ outcome: 'refused', state: 'refused', problem: { code: 'library.file-refused' } }] });
  const better = { ...imported, files: [{ ...wrong[0], bytes: aPdf('La même fiche, saine cette fois.') }] as Held[] };
  expect(outcomes((await takeIn(home, better)).lines)).toEqual([['same', 'once-read', 'version']]);
  expect(await open(home, refused)).toMatchObject({ state: 'published', file: { state: 'ready' } });
});

it('another file becomes a version that says so, of a changed line the same version; other subtitles take the place of the former', async () => {
  const slug = aSlug();
  const line = (summary: string): string => table(`${slug};replay;Film et sous-titres;cc-by;${summary}`);
  const files = (words: string): Held[] => [
    { slug, role: 'main', name: 'compte rendu.pdf', bytes: aPdf(`Le compte rendu ${words}.`) }, { slug, role: 'subtitles', name: 'film.vtt', bytes: new TextEncoder().encode(`WEBVTT\n\n00:01.000 --> 00:04.000\n${words}\n`) },
  ];
  await takeIn(home, { text: line('Un'), files: files('premier') });
  expect(await open(home, slug)).toMatchObject({ edition: 1, file: { state: 'ready' }, hasSubtitles: true });
  expect(outcomes((await takeIn(home, { text: line('Un'), files: files('second') })).lines)).toEqual([['same', null, 'version', 'version']]);
  expect(await open(home, slug)).toMatchObject({ edition: 2, versions: [{ note: importNote }, {}], coming: null });
  expect(outcomes((await takeIn(home, { text: line('Deux'), files: files('troisième') })).lines)).toEqual([['changed', null, 'version', 'version']]);
  expect(await open(home, slug)).toMatchObject({ edition: 3, summary: 'Deux', versions: [{ number: 3, note: importNote }, { number: 2 }, { number: 1 }], coming: null });
  const archive = await archiveOf(home);
  expect(sha256(archive[`fichiers/${slug}/compte rendu.pdf`] as Uint8Array)).toBe(sha256(files('troisième')[0]?.bytes as Uint8Array));
  expect(sha256(archive[`fichiers/${slug}/sous-titres/film.vtt`] as Uint8Array)).toBe(sha256(files('troisième')[1]?.bytes as Uint8Array));
});

it('sent without its hash, the very file that is there changes nothing', async () => {
  const slug = aSlug();
  const imported = { text: table(`${slug};guide;Sans empreinte;cc-by;`), files: [{ slug, role: 'main', name: 'fiche.pdf', bytes: aPdf('Une page qu’aucun navigateur n’a comptée.') }] as Held[] };
  const { lines } = await takeIn(home, imported);
  const before = await open(home, slug);
  await follow(home, [{ ...(lines[0] as ImportedLine), outcome: 'same', files: [{ role: 'main', name: 'fiche.pdf', outcome: 'version', state: null, problem: null }] }], imported.files);
  await read(home);
  const after = await open(home, slug);
  expect([after.version, after.file?.id, after.coming]).toEqual([before.version, before.file?.id, null]);
});

it.each([
  ['rights nobody checked', 'to-check;', ['new', 'draft', 'library.rights-unchecked']],
  ['a notice of a document that stays elsewhere', 'notice;', ['new', 'draft', 'library.notice-with-file']],
  ['some lines to read', 'cc-by;Quelques lignes.', ['new', 'published', null]],
])('a new line with %s and a file says what it will be, and why', async (_, cells, expected) => {
  const slug = aSlug();
  const [line] = await ask(home, { text: table(`${slug};guide;Une ressource;${cells}`), files: [{ slug, role: 'main', name: 'fiche.pdf', bytes: aPdf('x') }], dryRun: true });
  expect([line?.outcome, line?.end, line?.reason]).toEqual(expected);
});

it('what a line or a file has against it is named: an empty published resource, a second file, a file that is not taken', async () => {
  const slug = aSlug();
  await takeIn(home, { text: table(`${slug};guide;Une ressource;cc-by;Un résumé.`), files: [] });
  const held = (name: string, size = 10): Held => ({ slug, role: 'main', name, bytes: new Uint8Array(size) });
  const asked = (text: string, files: Held[]) => ask(home, { text: table(text), files, dryRun: true });
  expect(await asked(`${slug};guide;Une ressource;cc-by;`, [])).toMatchObject([{ outcome: 'refused', reason: 'library.nothing-to-read' }]);
  expect(await asked(`${slug};guide;Une ressource;to-check;Un résumé.`, [])).toMatchObject([{ outcome: 'refused', reason: 'library.rights-unchecked' }]);
  expect(await asked(`${slug};guide;Une ressource;notice;Un résumé.`, [held('a.pdf')])).toMatchObject([{ outcome: 'refused', reason: 'library.notice-with-file' }]);
  expect(await asked(`${slug};guide;A;cc-by;Un résumé.\n${slug};guide;Une ressource;cc-by;Un résumé.\n${slug};guide;Une autre;cc-by;Un résumé.`, [])).toMatchObject([{ problems: ['titre'] }, { reason: 'library.address-twice' }, { reason: 'library.address-twice' }]);
  const [line] = await asked(`${slug};guide;Une ressource;cc-by;Un résumé.`, [held('macro.docm'), held('b.pdf')]);
  expect(line?.files.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([['refused', 'library.file-with-macros'], ['refused', 'library.one-file-each']]);
});
