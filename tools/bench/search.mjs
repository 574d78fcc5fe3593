import words from 'an-array-of-french-words' with { type: 'json' };
import pg from 'pg';
import { buildAll } from '../build.mjs';
import { step } from '../progress.mjs';
import { bundleServer } from '../server-bundle.mjs';
import { Histogram } from './load/histogram.mjs';
import { Report } from './report.mjs';
import { corpus } from './search/corpus.mjs';
import { Fts5, Mini, NaivePostgres, OurSearch } from './search/engines.mjs';
import { questionKinds, questionsOf } from './search/questions.mjs';
import { acronyms } from './search/vocabulary.mjs';
import { bundleParts, withServer } from './subjects.mjs';

const peers = ['ours', 'postgresql', 'fts5', 'minisearch'];
const scenario = { name: 'F1', title: 'Finding one document among many' };
/** Tuned on others. */
const seeds = { corpus: 20_261, questions: 8_419 };
const addedAtOnce = 200;
const clients = 16;
/** Rare words of the documents: a quarter of the language’s middle-sized words. */
const tail = words.filter((word) => /^\p{Ll}{5,13}$/u.test(word)).filter((_, at) => at % 4 === 0);

/** F1: one corpus, the same questions with one known answer each, four engines one after the other. */
export async function bench(options) {
  await buildAll();
  const parts = await bundleParts();
  await step('Bundling the bench’s own parts', () => bundleServer({ entry: 'tools/bench/search/entries.ts', outfile: 'dist/bench/search-entries.mjs' }));
  const entries = await import('../../dist/bench/search-entries.mjs');
  const report = new Report(peers);
  report.servers = [
    'ours: GET /api/search of the built server on its embedded PostgreSQL, over HTTP, with rights, counts, facets and extracts',
    'postgresql: its French dictionary, plainto_tsquery, ts_rank, GIN, on the same PostgreSQL, asked without HTTP',
    'fts5: SQLite (WebAssembly, in memory) without accents, bm25; in the bench’s own process, without HTTP',
    'minisearch: prefixes, fuzzy 0.2, all words; in the bench’s own process, without HTTP',
  ];
  const docs = [...corpus({ seed: seeds.corpus, docs: options.docs, tail })];
  const questions = questionsOf({ seed: seeds.questions, docs: docs.filter((doc) => !doc.isRestricted), each: options.short ? 15 : 60 });
  await withServer('ours', { ...parts, roles: 'http' }, async (target) => {
    const { postgres, postgresPort } = target.place.secrets();
    const pool = new pg.Pool({ connectionString: `postgresql://postgres:${postgres.superuser}@127.0.0.1:${postgresPort}/cohorte`, max: clients });
    const engines = { ours: new OurSearch({ address: target.address, place: pool, entries }), postgresql: new NaivePostgres({ pool }), fts5: new Fts5(), minisearch: new Mini() };
    for (const [name, engine] of Object.entries(engines)) {
      await step(`${name}: ${docs.length} documents, ${questions.length} questions`, () => measure(engine, { docs, questions, note: report.notesOf(scenario, name) }));
      report.save(options);
    }
    await pool.end();
  });
  return report;
}

async function measure(engine, { docs, questions, note }) {
  note.group(`${docs.length} documents, ${questions.length} questions with one known answer each, ${questionKinds.length} kinds`);
  const began = performance.now();
  await engine.begin();
  for (let at = 0; at < docs.length; at += addedAtOnce) await engine.add(docs.slice(at, at + addedAtOnce));
  await engine.end({ synonyms: acronyms });
  note.row('indexed in', (performance.now() - began) / 1_000, 's');
  const bytes = await engine.size();
  note.row('size', bytes === undefined ? undefined : bytes / 2 ** 20, 'MiB');
  await quality(engine, questions, note);
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
