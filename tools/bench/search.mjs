import words from 'an-array-of-french-words' with { type: 'json' };
import pg from 'pg';
import { buildServer } from '../build.mjs';
import { step } from '../progress.mjs';
import { bundleServer } from '../server-bundle.mjs';
import { cpuMs } from './load/process-tree.mjs';
import { Report } from './report.mjs';
import { corpus, rareWords } from './search/corpus.mjs';
import { NaivePostgres, OurSearch } from './search/engines.mjs';
import { measure } from './search/measure.mjs';
import { measureApart } from './search/peer.mjs';
import { inTurn, questionsOf } from './search/questions.mjs';
import { uploads } from './search/uploads.mjs';
import { acronyms } from './search/vocabulary.mjs';
import { bundleParts, withServer } from './subjects.mjs';

/** Asked through the server and its PostgreSQL; the others are programs of their own. */
const engines = { ours: OurSearch, postgresql: NaivePostgres };
const apart = ['fts5', 'minisearch'];
const names = [...Object.keys(engines), ...apart];
const scenario = { name: 'F1', title: 'Finding one document among many' };
/** Tuned on others. */
const seeds = { corpus: 20_261, questions: 8_419, warming: 5_113 };
const connections = 16;

/** F1: one corpus, the same questions with one known answer each, four engines one after the other; then how soon a deposit is found. */
export async function bench(options) {
  await buildServer();
  const parts = await bundleParts();
  await step('Bundling the bench’s own parts', async () => {
    for (const name of ['entries', 'files']) await bundleServer({ entry: `tools/bench/search/${name}.ts`, outfile: `dist/bench/search-${name}.mjs` });
  });
  const report = new Report(names);
  report.servers = [
    'ours: GET /api/search of the built server on its embedded PostgreSQL, over HTTP, with rights, counts, facets and extracts',
    'postgresql: its French dictionary, plainto_tsquery, ts_rank, GIN, on the same PostgreSQL, asked without HTTP',
    'fts5: SQLite (WebAssembly, in memory) without accents, bm25; in a process of its own, without HTTP',
    'minisearch: prefixes, fuzzy 0.2, all words; in a process of its own, without HTTP',
    'each is asked other questions first, by one client and by 16 (20 s each at most), and then as many as it answers in 90 s',
  ];
  const documents = () => corpus({ seed: seeds.corpus, docs: options.docs, tail: rareWords(words) });
  const known = [...facts(documents())];
  const asked = (seed, each) => inTurn(questionsOf({ seed, docs: known, each }));
  const told = { questions: asked(seeds.questions, options.short ? 15 : 60), warming: asked(seeds.warming, options.short ? 4 : 40) };
  await withServer('ours', { ...parts, roles: 'http', kept: options.data }, async (target) => {
    await ask(target, { options, report, documents, told });
    if (wants(options, 'ours')) await step('Resources deposited and looked for', () => deposits(target, { options, report }));
  });
  return report;
}

const wants = ({ only }, name) => only.length === 0 || only.includes(name);

async function ask(target, { options, report, documents, told }) {
  const { postgres, postgresPort } = target.place.secrets();
  const url = `postgresql://postgres:${postgres.superuser}@127.0.0.1:${postgresPort}/cohorte`;
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // The server may close a connection before it is let go of.
  pool.on('error', () => undefined);
  const given = { address: target.address, pool, url, seed: seeds.corpus, docs: options.docs, documents, synonyms: acronyms };
  const { server, database } = target.pids;
  const cpu = { ours: () => cpuMs(server, [database]) + cpuMs(database), postgresql: () => cpuMs(database) };
  for (const name of names.filter((one) => wants(options, one))) {
    const note = report.notesOf(scenario, name);
    await step(`${name}: ${options.docs} documents, ${told.questions.length} questions`, () =>
      engines[name] ? measure(new engines[name](), { given, ...told, note, cpu: cpu[name] }) : measureApart({ name, seed: seeds.corpus, docs: options.docs, ...told, note }));
    report.save(options);
  }
  await pool.end();
}

/** The same place with its workers. */
async function deposits(target, { options, report }) {
  const { pdfOf } = await import('../../dist/bench/search-files.mjs');
  await target.again({ roles: undefined });
  const note = report.notesOf(scenario, 'ours');
  await uploads({ target, pdfOf, docs: options.docs, note }).catch((error) => note.failed(error));
  report.save(options);
}

/** What questions are made from; texts would fill the memory. */
function* facts(documents) {
  for (const { pages, summary, ...doc } of documents) if (!doc.isRestricted) yield doc;
}
