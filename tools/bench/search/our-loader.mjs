import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import words from 'an-array-of-french-words' with { type: 'json' };
import pg from 'pg';
import { corpus, rareWords } from './corpus.mjs';

const threads = 2;
const addedAtOnce = 500;

/**
 * Writes the documents straight in the tables, as `SearchIndex` writes them and with its own words and vectors: one transaction a document would
 * measure the journal of the database. Answers in how many public documents each word stands.
 */
export async function loadOurs(given) {
  const counts = await Promise.all(Array.from({ length: threads }, (_, thread) => new Promise((done, failed) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { ...given, thread } });
    worker.once('message', done);
    worker.once('error', failed);
  })));
  return counts.reduce((all, some) => {
    for (const [word, entries] of some) all.set(word, (all.get(word) ?? 0) + entries);
    return all;
  });
}

const idOf = ({ number }) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const numberOf = (id) => Number(id.slice(-12));

const publicOnly = 'public';
const restricted = 'network:00000000-0000-7000-8000-000000000000';

const entryOf = (doc) => ({
  id: idOf(doc), domain: 'library', kind: doc.kind, title: doc.title, summary: doc.summary, path: `/ressources/${doc.number}`, keywords: [doc.publisher],
  facets: { theme: [doc.theme], place: [doc.place] }, access: [doc.isRestricted ? restricted : publicOnly], quality: (doc.year - 2015) / 10, pages: doc.pages,
});

async function loadShare({ url, seed, docs, thread }) {
  const { writeEntry, wordsOfEntry } = await import('../../../dist/bench/search-entries.mjs');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`SET synchronous_commit = 'off'`);
  const counts = new Map();
  let rows = [];
  // The next rows are prepared while the database writes the last ones.
  let written = Promise.resolve();
  const flush = async () => {
    const json = JSON.stringify(rows);
    rows = [];
    await written;
    written = write(client, json);
  };
  for (const doc of corpus({ seed, docs, tail: rareWords(words) })) {
    if (doc.number % threads !== thread) continue;
    const entry = entryOf(doc);
    const { head, body, pages: stems, facets } = writeEntry(entry);
    if (!doc.isRestricted) for (const word of wordsOfEntry(entry)) counts.set(word, (counts.get(word) ?? 0) + 1);
    rows.push({ ...entry, head, body, stems, facets });
    if (rows.length === addedAtOnce) await flush();
  }
  await flush();
  await written;
  await client.end();
  return counts;
}

async function write(client, json) {
  await client.query(
    `INSERT INTO platform_search_entry (id, domain, kind, title, summary, path, keywords, access, facets, quality, updated_at, head, body)
     SELECT id, domain, kind, title, summary, path, keywords, access, facets, quality, now(), head::tsvector, body::tsvector FROM json_to_recordset($1::json)
       AS r (id uuid, domain text, kind text, title text, summary text, path text, keywords text[], access text[], facets text[], quality real, head text, body text)`, [json]);
  await client.query(
    `INSERT INTO platform_search_page (entry_id, number, text, stems) SELECT id, at, text, stems_of::tsvector FROM json_to_recordset($1::json) AS r (id uuid, pages text[], stems text[]),
       unnest(r.pages, r.stems) WITH ORDINALITY AS page (text, stems_of, at)`, [json]);
}

if (!isMainThread) parentPort.postMessage(await loadShare(workerData));
