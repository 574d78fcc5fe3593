import MiniSearch from 'minisearch';
import sqlite from '@sqlite.org/sqlite-wasm';
import { readJson } from './http-reader.mjs';
import { loadOurs, numberOf } from './our-loader.mjs';

const found = 10;
const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const textOf = ({ pages }) => pages.join('\n');
const addedAtOnce = 200;

function* inBatches(documents) {
  let batch = [];
  for (const doc of documents) {
    if (batch.push(doc) < addedAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const fits = (doc, facets = {}) => !doc.isRestricted && Object.entries(facets).every(([facet, value]) => doc[facet] === value);

const maintenance = `SET maintenance_work_mem = '256MB'`;

/** Our HTTP endpoint, as a browser calls it: rights, counts, facets and extracts included. */
export class OurSearch {
  /** Loaded by threads of its own, unless the data given holds it: answers whether it did. */
  async index({ address, pool, url, seed, docs, synonyms }) {
    Object.assign(this, { address, pool });
    const { rows: [{ held }] } = await pool.query(`SELECT count(*)::integer AS held FROM platform_search_entry WHERE id::text LIKE '00000000-0000-7000-8000-%'`);
    if (held > 0 && held !== docs) throw new Error(`the data given holds ${held} documents, not ${docs}`);
    if (held === docs) return true;
    await pool.query('DROP INDEX platform_search_entry_head, platform_search_entry_body');
    const words = await loadOurs({ url, seed, docs });
    await Promise.all(['head', 'body'].map((name) => pool.query(`${maintenance}; CREATE INDEX platform_search_entry_${name} ON platform_search_entry USING gin (${name}) WITH (fastupdate = off)`)));
    await pool.query(`INSERT INTO platform_search_word (word, access, entries, changed_at) SELECT key, 'public', value::integer, now() FROM json_each_text($1::json)`, [JSON.stringify(Object.fromEntries(words))]);
    for (const group of synonyms) await pool.query('INSERT INTO platform_search_synonym (id, members, updated_at) VALUES (gen_random_uuid(), $1, now())', [group]);
    await pool.query('VACUUM ANALYZE platform_search_entry, platform_search_page, platform_search_word');
    return false;
  }

  async ask({ text, facets }) {
    const query = new URLSearchParams({ q: text, ...(facets && { facets: JSON.stringify(Object.fromEntries(Object.entries(facets).map(([facet, value]) => [facet, [value]]))) }) });
    return this.read(`search?${query}`);
  }

  type(text) {
    return this.read(`search/completions?${new URLSearchParams({ q: text })}`);
  }

  async read(path) {
    const { body } = await readJson(`${this.address}/api/${path}`);
    return body.hits.map(({ id }) => numberOf(id));
  }

  async size() {
    const { rows } = await this.pool.query(`SELECT sum(pg_total_relation_size(name)) AS bytes FROM unnest(ARRAY['platform_search_entry', 'platform_search_page', 'platform_search_word']) AS name`);
    return Number(rows[0].bytes);
  }
}

/** What PostgreSQL does by itself: its French dictionary, one vector, `plainto_tsquery`, `ts_rank`. On the same server, asked without HTTP. */
export class NaivePostgres {
  async index({ pool, docs, documents }) {
    this.pool = pool;
    const { rows: [{ name }] } = await pool.query(`SELECT to_regclass('naive_words') AS name`);
    if (name && (await pool.query('SELECT count(*)::integer AS held FROM naive')).rows[0].held === docs) return true;
    await pool.query('DROP TABLE IF EXISTS naive');
    await pool.query('CREATE UNLOGGED TABLE naive (number integer PRIMARY KEY, kind text, theme text, restricted boolean, text text, words tsvector)');
    for (const batch of inBatches(documents())) {
      const rows = batch.map((doc) => ({ number: doc.number, kind: doc.kind, theme: doc.theme, restricted: doc.isRestricted, text: `${doc.title}\n${textOf(doc)}` }));
      await pool.query(
        `INSERT INTO naive SELECT number, kind, theme, restricted, text, to_tsvector('french', text) FROM json_to_recordset($1::json) AS r (number integer, kind text, theme text, restricted boolean, text text)`, [JSON.stringify(rows)]);
    }
    await pool.query(`${maintenance}; CREATE INDEX naive_words ON naive USING gin (words)`);
    await pool.query('VACUUM ANALYZE naive');
    return false;
  }

  async ask({ text, facets = {} }) {
    const asked = text.startsWith('"') ? `phraseto_tsquery('french', $1)` : `plainto_tsquery('french', $1)`;
    const { rows } = await this.pool.query(
      `SELECT number FROM naive, ${asked} AS asked WHERE words @@ asked AND NOT restricted AND ($2::text IS NULL OR theme = $2) AND ($3::text IS NULL OR kind = $3) ORDER BY ts_rank(words, asked) DESC LIMIT ${found}`,
      [text.replaceAll('"', ''), facets.theme ?? null, facets.kind ?? null]);
    return rows.map(({ number }) => number);
  }

  type(text) {
    return this.ask({ text });
  }

  async size() {
    const { rows } = await this.pool.query(`SELECT pg_total_relation_size('naive') AS bytes`);
    return Number(rows[0].bytes);
  }
}

/** SQLite’s full text in memory, accents removed, without keeping the texts beside their index (its memory ends at 2 GB), `bm25` with a heavier title; in a process of its own. */
export class Fts5 {
  async index({ documents }) {
    const { oo1 } = await sqlite();
    this.db = new oo1.DB(':memory:');
    this.db.exec(`CREATE VIRTUAL TABLE docs USING fts5(title, text, content = "", tokenize = "unicode61 remove_diacritics 2")`);
    this.docs = new Map();
    for (const docs of inBatches(documents())) {
      this.db.exec('BEGIN');
      for (const doc of docs) {
        this.docs.set(doc.number, { kind: doc.kind, theme: doc.theme, isRestricted: doc.isRestricted });
        this.db.exec({ sql: 'INSERT INTO docs (rowid, title, text) VALUES (?, ?, ?)', bind: [doc.number, doc.title, textOf(doc)] });
      }
      this.db.exec('COMMIT');
    }
  }

  ask({ text, facets }, last = '') {
    const words = text.startsWith('"') ? `"${wordsOf(text).join(' ')}"` : wordsOf(text).map((word) => `"${word}"`).join(' ') + last;
    const rows = this.db.exec({ sql: 'SELECT rowid FROM docs WHERE docs MATCH ? ORDER BY bm25(docs, 5, 1) LIMIT 100', bind: [words], returnValue: 'resultRows' });
    return rows.map(([number]) => number).filter((number) => fits(this.docs.get(number), facets)).slice(0, found);
  }

  type(text) {
    return this.ask({ text }, '*');
  }

  size() {
    return this.db.selectValue('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size');
  }
}

/** MiniSearch with what its documentation advises: all words, prefixes, a fifth of the letters wrong, a heavier title; in a process of its own. */
export class Mini {
  async index({ documents }) {
    this.words = new MiniSearch({ idField: 'number', fields: ['title', 'text'], searchOptions: { combineWith: 'AND', prefix: true, fuzzy: 0.2, boost: { title: 5 } } });
    this.docs = new Map();
    for (const docs of inBatches(documents())) {
      for (const doc of docs) this.docs.set(doc.number, { kind: doc.kind, theme: doc.theme, isRestricted: doc.isRestricted });
      this.words.addAll(docs.map((doc) => ({ number: doc.number, title: doc.title, text: textOf(doc) })));
    }
  }

  ask({ text, facets }) {
    return this.words.search(text.replaceAll('"', ''), { filter: ({ id }) => fits(this.docs.get(id), facets) }).slice(0, found).map(({ id }) => id);
  }

  type(text) {
    return this.ask({ text });
  }

  /** Held in the memory of the process. */
  size() {
    return undefined;
  }
}
