import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, FirstPages, newId, SearchQueries, type TestApp } from '@cohorte/platform/server';
import { build } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResourceFields } from '../../contract';
import { FileArrival } from '../files/file-arrival';
import { FileQueries } from '../files/file.queries';
import { UploadService } from '../files/upload.service';
import { UploadStore } from '../files/upload.store';
import { LibraryModule } from '../library.module';
import { ResourceQueries } from '../resource.queries';
import { ResourceService } from '../resource.service';
import { ReaderProgram } from './file-reader';
import { FileReading } from './file-reading';
import { pdfOf, xlsxOf } from './made-files';

const program = join(import.meta.dirname, '../../../../dist/spec/first-file-reader.js');
let app: TestApp;
let networkId: string;
let animator: Actor;

beforeAll(async () => {
  await build({ entryPoints: [join(import.meta.dirname, 'read-file.process.ts')], outfile: program, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error' });
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  Object.assign(app.get(ReaderProgram), { path: program });
  const given = new NetworksFixtures(app);
  networkId = await given.aNetwork(`Réseau ${newId()}`);
  animator = await given.actor(await given.someone('animator', networkId));
});
afterAll(() => app.close());

/** A published resource. */
const published = (fields: Partial<ResourceFields>): Promise<{ id: string; slug: string }> =>
  app.get(ResourceService).deposit(animator, {
    requestId: newId(), then: 'publish',
    fields: {
      form: 'guide', title: `Lecture ${newId()}`, summary: 'Résumé', content: '', clause: null, link: null, publisher: '', year: null, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [], territories: [], audiences: [],
      legal: [], tags: [], cpv: [], access: 'public', spaceId: networkId, checkedOn: null, reviewOn: null, ...fields,
    },
  });

/** Its file, wholly come and read. */
async function given(resourceId: string, filename: string, bytes: Buffer, role?: 'subtitles'): Promise<void> {
  const id = await app.get(UploadService).begin(animator, { requestId: newId(), resourceId, filename, ...(role && { role }) }, bytes.length);
  const store = app.get(UploadStore);
  await store.create({ id } as Parameters<UploadStore['create']>[0]);
  await writeFile(join(store.directory, id), bytes);
  await app.get(FileArrival).complete(id);
  await app.get(FileReading).readWaiting();
}

const first = (slug: string, query = '') => app.get(FirstPages).of(`/ressources/${slug}/lecture`, new URLSearchParams(query));

it('what is said in a recording is found, at its moment, by who may read it; beside a link it is read before any script', async () => {
  const word = `chanvrette${newId().slice(-6).replaceAll(/\d/g, 'z')}`;
  const spoken = Buffer.from(`WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nBonjour à toutes\net à tous\n\n00:06:10.000 --> 00:06:12.000\n<v Claire>Parlons de la <b>${word}</b>.\n\n01:02:05.000 --> 01:02:07.000\nAu revoir\n`);
  const [open, kept] = [await published({ form: 'replay', link: 'https://tube.example/w/42' }), await published({ form: 'replay', link: 'https://tube.example/w/43', access: 'network' })];
  expect((await app.get(ResourceQueries).open(visitor, open.id)).transcript).toBeNull();
  for (const { id } of [open, kept]) await given(id, 'paroles.vtt', spoken, 'subtitles');
  expect(await app.get(ResourceQueries).open(visitor, open.id)).toMatchObject({ file: null, hasSubtitles: true, transcript: { role: 'subtitles', parts: 13 } });
  const { pages } = await app.get(FileQueries).pages(visitor, { ref: open.slug, role: 'subtitles', from: 1, count: 20 });
  expect(pages.filter(({ text }) => text).map(({ number, text, starts }) => [number, text, starts])).toEqual([[1, 'Bonjour à toutes et à tous', [1]], [2, `Parlons de la ${word}.`, [370]], [13, 'Au revoir', [3_725]]]);
  const found = async (actor: Actor | typeof visitor) => (await app.get(SearchQueries).find(actor, { text: word })).hits.map(({ id, extract }) => `${id} ${extract?.page}`).toSorted();
  expect(await found(visitor)).toEqual([`${open.id} 2`]);
  expect(await found(animator)).toEqual([`${open.id} 2`, `${kept.id} 2`].toSorted());
  await expect(app.get(FileQueries).pages(visitor, { ref: kept.slug, role: 'subtitles', from: 1, count: 5 })).rejects.toMatchObject({ kind: 'not-found' });
  expect((await first(open.slug))?.body).toContain(`<strong>6:10</strong> Parlons de la ${word}.`);
  expect((await first(open.slug))?.body).toContain('<strong>1:02:05</strong> Au revoir');
  expect(await first(kept.slug)).toBeNull();
});

it('a page of a public document is read before any script, the one asked for or the nearest; nobody else’s is', async () => {
  const { id, slug } = await published({});
  expect(await first(slug)).toBeNull();
  await given(id, 'public.pdf', pdfOf([['Le chapitre premier parle de tout autre chose.'], ['Le second chapitre compare A & B en détail.']]));
  const second = await first(slug, 'page=2&q=chapitre');
  expect(second?.body).toContain('<h2>Page 2 sur 2</h2>');
  expect(second?.body).toContain('compare A &amp; B en détail');
  expect(second?.body).toContain(`href="/ressources/${slug}/lecture?page=1"`);
  expect([second?.head.includes(`/ressources/${slug}/lecture?page=2"`), second?.head.includes('noindex')]).toEqual([true, false]);
  expect((await first(slug, 'page=99'))?.body).toContain('<h2>Page 2 sur 2</h2>');
  expect((await first(slug, 'page=x'))?.body).toContain('<h2>Page 1 sur 2</h2>');
  expect(await first(slug, 'version=7')).toBeNull();
  const inside = await published({ access: 'network' });
  await given(inside.id, 'interne.pdf', pdfOf([['Un document que le réseau seul peut lire, en entier.']]));
  expect(await first(inside.slug)).toBeNull();
});

it('a spreadsheet keeps its cells in their columns, and is written as a table', async () => {
  const { id, slug } = await published({ form: 'worksheet' });
  await given(id, 'suivi.xlsx', xlsxOf([{ name: 'Suivi', rows: [['Action', 'Cible'], ['Clauses sociales', 30]] }]));
  expect((await first(slug))?.body).toContain('<h2>Feuille 1 sur 1</h2>');
  expect((await first(slug))?.body).toContain('<p>Suivi</p><table><thead><tr><th scope="col">Action</th><th scope="col">Cible</th></tr></thead><tbody><tr><td>Clauses sociales</td><td>30</td></tr></tbody></table>');
});

it('the page of the search has its form, and what a visitor may find', async () => {
  const word = `zib${newId().slice(-6).replaceAll(/\d/g, 'z')}`;
  const [open, kept] = [await published({ title: `Guide ${word} ouvert` }), await published({ title: `Guide ${word} gardé`, access: 'network' })];
  const page = async (query: Record<string, string>) => (await app.get(FirstPages).of('/recherche', new URLSearchParams(query)))?.body ?? '';
  expect(await page({})).toContain('<input id="co-first-q" type="search" name="q" value=""');
  const answer = await page({ q: word });
  expect([answer.includes(open.slug), answer.includes(kept.slug), answer.includes('gardé')]).toEqual([true, false, false]);
  expect(answer).toContain(`<mark>${word}</mark>`);
  expect(await page({ q: '"><script>', page: '99999999' })).not.toContain('<script>');
});
