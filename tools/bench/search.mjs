import words from 'an-array-of-french-words' with { type: 'json' };
import pg from 'pg';
import { buildAll } from '../build.mjs';
import { step } from '../progress.mjs';
import { bundleServer } from '../server-bundle.mjs';
import { Histogram } from './load/histogram.mjs';
import { cpuMs } from './load/process-tree.mjs';
import { Report } from './report.mjs';
import { corpus, rareWords } from './search/corpus.mjs';
import { Fts5, Mini, NaivePostgres, OurSearch } from './search/engines.mjs';
import { questionKinds, questionsOf } from './search/questions.mjs';
import { acronyms } from './search/vocabulary.mjs';
import { bundleParts, withServer } from './subjects.mjs';

const engines = { ours: OurSearch, postgresql: NaivePostgres, fts5: Fts5, minisearch: Mini };
/** These hold every document in the memory of one process. */
const inMemory = ['fts5', 'minisearch'];
const inMemoryMost = 50_000;
const scenario = { name: 'F1', title: 'Finding one document among many' };
/** Tuned on others. */
const seeds = { corpus: 20_261, questions: 8_419 };
const clients = 16;

/** F1: one corpus, the same questions with one known answer each, four engines one after the other. */
export async function bench(options) {
  await buildAll();
  const parts = await bundleParts();
  await step('Bundling the bench’s own parts', () => bundleServer({ entry: 'tools/bench/search/entries.ts', outfile: 'dist/bench/search-entries.mjs' }));
  const report = new Report(Object.keys(engines));
  report.servers = [
    'ours: GET /api/search of the built server on its embedded PostgreSQL, over HTTP, with rights, counts, facets and extracts',
    'postgresql: its French dictionary, plainto_tsquery, ts_rank, GIN, on the same PostgreSQL, asked without HTTP',
    'fts5: SQLite (WebAssembly, in memory) without accents, bm25; in the bench’s own process, without HTTP',
    'minisearch: prefixes, fuzzy 0.2, all words; in the bench’s own process, without HTTP',
  ];
  const documents = () => corpus({ seed: seeds.corpus, docs: options.docs, tail: rareWords(words) });
  const questions = questionsOf({ seed: seeds.questions, docs: [...facts(documents())], each: options.short ? 15 : 60 });
  await withServer('ours', { ...parts, roles: 'http' }, async (target) => {
    const { postgres, postgresPort } = target.place.secrets();
    const url = `postgresql://postgres:${postgres.superuser}@127.0.0.1:${postgresPort}/cohorte`;
    const pool = new pg.Pool({ connectionString: url, max: clients });
    // The server may close a connection before it is let go of.
    pool.on('error', () => undefined);
    const given = { address: target.address, pool, url, seed: seeds.corpus, docs: options.docs, documents, synonyms: acronyms };
    const { server, database } = target.pids;
    const cpu = { ours: () => cpuMs(server, [database]) + cpuMs(database), postgresql: () => cpuMs(database) };
    for (const [name, Engine] of chosen(options, report)) {
      await step(`${name}: ${options.docs} documents, ${questions.length} questions`, () => measure(new Engine(), { given, questions, note: report.notesOf(scenario, name), cpu: cpu[name] ?? (() => process.cpuUsage().user / 1_000) }));
      report.save(options);
    }
    await pool.end();
  });
  return report;
}

/** `--only ours,postgresql`; those in memory are left out of what they could not hold. */
function chosen({ only, docs }, report) {
  const all = Object.entries(engines).filter(([name]) => only.length === 0 || only.includes(name));
  const left = docs > inMemoryMost ? inMemory : [];
  if (left.length > 0) report.remarks.push(`${left.join(', ')}: left out beyond ${inMemoryMost} documents, which they hold in the memory of one process`);
  return all.filter(([name]) => !left.includes(name));
}

/** What questions are made from; texts would fill the memory. */
function* facts(documents) {
  for (const { pages, summary, ...doc } of documents) if (!doc.isRestricted) yield doc;
}

async function measure(engine, { given, questions, note, cpu }) {
  note.group(`${given.docs} documents, ${questions.length} questions with one known answer each, ${questionKinds.length} kinds`);
  const began = performance.now();
  await engine.index(given);
  note.row('indexed in', (performance.now() - began) / 1_000, 's');
  const bytes = await engine.size();
  note.row('size', bytes === undefined ? undefined : bytes / 2 ** 20, 'MiB');
  const before = cpu();
  await quality(engine, questions, note);
  note.row('CPU of its processes, a question', (cpu() - before) / questions.length, 'ms');
  await pace(engine, questions, note);
}

async function quality(engine, questions, note) {
  const alone = new Histogram();
  const byKind = new Map(questionKinds.map((kind) => [kind, []]));
  for (const question of questions) {
    const began = performance.now();
    const numbers = await engine.ask(question);
    alone.add(performance.now() - began);
    const place = numbers.indexOf(question.answer);
    byKind.get(question.kind).push(place < 0 ? 0 : 1 / (place + 1));
  }
  const all = [...byKind.values()].flat();
  note.row('recall@10', share(all, (one) => Math.sign(one)), '', '≥ 0.985');
  note.row('mean reciprocal rank', share(all, (one) => one), '');
  for (const [kind, ranks] of byKind) note.row(`recall@10, ${kind}`, share(ranks, (one) => Math.sign(one)), '', kind === 'typo' ? '≥ 0.95' : '');
  note.row('one client, p50', alone.quantile(0.5), 'ms');
  note.row('one client, p95', alone.quantile(0.95), 'ms', '≤ 10 ms');
}

const share = (values, of) => Math.round((values.reduce((sum, value) => sum + of(value), 0) / Math.max(1, values.length)) * 1_000) / 1_000;

async function pace(engine, questions, note) {
  const together = new Histogram();
  let next = 0;
  await Promise.all(Array.from({ length: clients }, async () => {
    while (next < questions.length) {
      const question = questions[next++];
      const began = performance.now();
      await engine.ask(question);
      together.add(performance.now() - began);
      // Engines of this process answer at once: the others get their turn.
      await new Promise((done) => setImmediate(done));
    }
  }));
  note.row(`${clients} clients, p95`, together.quantile(0.95), 'ms', '≤ 50 ms');
  const keys = new Histogram();
  for (const { text } of questions.filter((_, at) => at % 10 === 0)) {
    for (let length = 3; length <= text.length; length += 3) {
      const began = performance.now();
      await engine.type(text.slice(0, length).replaceAll('"', ''));
      keys.add(performance.now() - began);
    }
  }
  note.row('a keystroke, p95', keys.quantile(0.95), 'ms', '≤ 15 ms');
}
