import MiniSearch from 'minisearch';
import sqlite from '@sqlite.org/sqlite-wasm';

const found = 10;
const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const textOf = ({ pages }) => pages.join('\n');
const fits = (doc, facets = {}) => !doc.isRestricted && Object.entries(facets).every(([facet, value]) => doc[facet] === value);

/** Our HTTP endpoint, as a browser calls it: rights, counts, facets and extracts included. */
export class OurSearch {
  constructor({ address, place, entries }) {
    Object.assign(this, { address, place, entries, numbers: new Map(), words: new Map() });
  }

  async begin() {
    await this.place.query('DROP INDEX platform_search_entry_head, platform_search_entry_body');
  }

  /** Straight in the tables, as `SearchIndex` writes them: one transaction a document would measure the journal of the database. */
  async add(docs) {
    const rows = docs.map((doc) => {
      const id = `00000000-0000-7000-8000-${String(doc.number).padStart(12, '0')}`;
      this.numbers.set(id, doc.number);
      const entry = {
        id, domain: 'library', kind: doc.kind, title: doc.title, summary: doc.summary, path: `/ressources/${doc.number}`, keywords: [doc.publisher], facets: { theme: [doc.theme], place: [doc.place] },
        access: [doc.isRestricted ? 'network:00000000-0000-7000-8000-000000000000' : 'public'], quality: (doc.year - 2015) / 10, pages: doc.pages,
      };
      if (!doc.isRestricted) for (const word of this.entries.wordsOfEntry(entry)) this.words.set(word, (this.words.get(word) ?? 0) + 1);
      return { ...entry, ...this.entries.writeEntry(entry), stems: doc.pages.map((page) => this.entries.stemsOfPage(page)) };
    });
    const json = JSON.stringify(rows);
    await this.place.query(
      `INSERT INTO platform_search_entry (id, domain, kind, title, summary, path, keywords, access, facets, quality, updated_at, head, body)
       SELECT id, domain, kind, title, summary, path, keywords, access, facets, quality, now(), head::tsvector, body::tsvector FROM json_to_recordset($1::json)
         AS r (id uuid, domain text, kind text, title text, summary text, path text, keywords text[], access text[], facets text[], quality real, head text, body text)`, [json]);
    await this.place.query(
      `INSERT INTO platform_search_page (entry_id, number, text, stems) SELECT id, at, text, stems_of::tsvector FROM json_to_recordset($1::json) AS r (id uuid, pages text[], stems text[]),
         unnest(r.pages, r.stems) WITH ORDINALITY AS page (text, stems_of, at)`, [json]);
  }

  async end({ synonyms }) {
    for (const name of ['head', 'body']) await this.place.query(`CREATE INDEX platform_search_entry_${name} ON platform_search_entry USING gin (${name}) WITH (fastupdate = off)`);
    await this.place.query(`INSERT INTO platform_search_word (word, access, entries, changed_at) SELECT key, 'public', value::integer, now() FROM json_each_text($1::json)`, [JSON.stringify(Object.fromEntries(this.words))]);
    for (const group of synonyms) await this.place.query('INSERT INTO platform_search_synonym (id, members, updated_at) VALUES (gen_random_uuid(), $1, now())', [group]);
    await this.place.query('VACUUM ANALYZE platform_search_entry, platform_search_page, platform_search_word');
    await this.ask({ text: 'achat' });
  }

  async ask({ text, facets }) {
    const query = new URLSearchParams({ q: text, ...(facets && { facets: JSON.stringify(Object.fromEntries(Object.entries(facets).map(([facet, value]) => [facet, [value]]))) }) });
    return this.read(`search?${query}`);
  }

  type(text) {
    return this.read(`search/completions?${new URLSearchParams({ q: text })}`);
  }

  async read(path) {
    const answer = await fetch(`${this.address}/api/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()).hits.map(({ id }) => this.numbers.get(id));
  }

  async size() {
    const { rows } = await this.place.query(`SELECT sum(pg_total_relation_size(name)) AS bytes FROM unnest(ARRAY['platform_search_entry', 'platform_search_page', 'platform_search_word']) AS name`);
    return Number(rows[0].bytes);
  }
}

/** What PostgreSQL does by itself: its French dictionary, one vector, `plainto_tsquery`, `ts_rank`. On the same server, asked without HTTP. */
export class NaivePostgres {
  constructor({ pool }) {
    this.pool = pool;
  }

  begin() {
    return this.pool.query('CREATE TABLE naive (number integer PRIMARY KEY, kind text, theme text, restricted boolean, text text, words tsvector)');
  }

  add(docs) {
    const rows = docs.map((doc) => ({ number: doc.number, kind: doc.kind, theme: doc.theme, restricted: doc.isRestricted, text: `${doc.title}\n${textOf(doc)}` }));
    return this.pool.query(
      `INSERT INTO naive SELECT number, kind, theme, restricted, text, to_tsvector('french', text) FROM json_to_recordset($1::json) AS r (number integer, kind text, theme text, restricted boolean, text text)`, [JSON.stringify(rows)]);
  }

  async end() {
    await this.pool.query('CREATE INDEX naive_words ON naive USING gin (words)');
    await this.pool.query('VACUUM ANALYZE naive');
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

/** SQLite’s full text in memory, accents removed, `bm25` with a heavier title; in the process of the bench. */
export class Fts5 {
  async begin() {
    const { oo1 } = await sqlite();
    this.db = new oo1.DB(':memory:');
    this.db.exec(`CREATE VIRTUAL TABLE docs USING fts5(title, text, tokenize = "unicode61 remove_diacritics 2")`);
    this.docs = new Map();
  }

  add(docs) {
    this.db.exec('BEGIN');
    for (const doc of docs) {
      this.docs.set(doc.number, { kind: doc.kind, theme: doc.theme, isRestricted: doc.isRestricted });
      this.db.exec({ sql: 'INSERT INTO docs (rowid, title, text) VALUES (?, ?, ?)', bind: [doc.number, doc.title, textOf(doc)] });
    }
    this.db.exec('COMMIT');
  }

  end() {}

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

/** MiniSearch with what its documentation advises: all words, prefixes, a fifth of the letters wrong, a heavier title; in the process of the bench. */
export class Mini {
  begin() {
    this.index = new MiniSearch({ idField: 'number', fields: ['title', 'text'], searchOptions: { combineWith: 'AND', prefix: true, fuzzy: 0.2, boost: { title: 5 } } });
    this.docs = new Map();
  }

  add(docs) {
    for (const doc of docs) this.docs.set(doc.number, { kind: doc.kind, theme: doc.theme, isRestricted: doc.isRestricted });
    this.index.addAll(docs.map((doc) => ({ number: doc.number, title: doc.title, text: textOf(doc) })));
  }

  end() {}

  ask({ text, facets }) {
    return this.index.search(text.replaceAll('"', ''), { filter: ({ id }) => fits(this.docs.get(id), facets) }).slice(0, found).map(({ id }) => id);
  }

  type(text) {
    return this.ask({ text });
  }

  /** Held in the memory of the process. */
  size() {
    return undefined;
  }
}
