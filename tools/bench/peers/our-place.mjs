import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import * as Y from 'yjs';

const contentField = 'content';
const roleInStructure = { editor: 'member', watcher: 'expert' };

/** A structure with its people, their sessions and its drafts, straight in the tables of a running installation. */
export class OurPlace {
  static async build(dataDir, address) {
    const place = new OurPlace();
    place.dataDir = dataDir;
    place.secure = address.startsWith('https:');
    place.sessions = { editor: [], watcher: [] };
    place.structureId = randomUUID();
    await place.query(`INSERT INTO networks_space (id, kind, created_at) VALUES ($1, 'structure', now())`, [place.structureId]);
    await place.query(
      `INSERT INTO networks_structure (id, name, kind, is_legal_person, is_subject_to_code, created_at) VALUES ($1, 'CHU de Caen', 'hospital', true, true, now())`, [place.structureId]);
    return place;
  }

  secrets() {
    return JSON.parse(readFileSync(join(this.dataDir, 'secrets.json'), 'utf8'));
  }

  /** As superuser, a connection a query: the database is killed and started again between them. */
  async query(sql, values) {
    const { postgres, postgresPort } = this.secrets();
    const client = new pg.Client({ connectionString: `postgresql://postgres:${postgres.superuser}@127.0.0.1:${postgresPort}/cohorte` });
    await client.connect();
    try {
      return await client.query(sql, values);
    } finally {
      await client.end();
    }
  }

  /** `editor`: members of the owning structure; `watcher`: its experts, who read. */
  async people({ editor = 0, watcher = 0 }) {
    for (const [role, count] of Object.entries({ editor, watcher })) {
      while (this.sessions[role].length < count) this.sessions[role].push({ personId: randomUUID(), token: randomBytes(24).toString('hex') });
      const people = this.sessions[role].map(({ personId }) => personId);
      await this.query(
        `INSERT INTO identity_person (id, name, email, language) SELECT id, 'Personne ' || left(id::text, 8), id || '@example.org', 'fr' FROM unnest($1::uuid[]) id ON CONFLICT DO NOTHING`, [people]);
      await this.query(
        `INSERT INTO networks_membership (id, space_id, person_id, role, since) SELECT gen_random_uuid(), $1, id, $2, now() FROM unnest($3::uuid[]) id ON CONFLICT DO NOTHING`,
        [this.structureId, roleInStructure[role], people]);
      await this.query(
        `INSERT INTO identity_session (id, person_id, token, created_at, updated_at, expires_at)
         SELECT gen_random_uuid(), person, token, now(), now(), now() + interval '1 day' FROM unnest($1::uuid[], $2::text[]) given (person, token) ON CONFLICT DO NOTHING`,
        [people, this.sessions[role].map(({ token }) => token)]);
    }
  }

  /** Someone who animates a network made for them. */
  async animator() {
    const [networkId, personId, token] = [randomUUID(), randomUUID(), randomBytes(24).toString('hex')];
    await this.query(`INSERT INTO networks_space (id, kind, created_at) VALUES ($1, 'network', now())`, [networkId]);
    await this.query(`INSERT INTO networks_network (id, name, slug, region, created_at) VALUES ($1, 'Réseau du banc d’essai', $2, 'Normandie', now())`, [networkId, networkId]);
    await this.query(`INSERT INTO identity_person (id, name, email, language) VALUES ($1, 'Animatrice', $2, 'fr')`, [personId, `${personId}@example.org`]);
    await this.query(`INSERT INTO networks_membership (id, space_id, person_id, role, since) VALUES (gen_random_uuid(), $1, $2, 'animator', now())`, [networkId, personId]);
    await this.query(
      `INSERT INTO identity_session (id, person_id, token, created_at, updated_at, expires_at) VALUES (gen_random_uuid(), $1, $2, now(), now(), now() + interval '1 day')`, [personId, token]);
    return { networkId, cookie: this.cookie(token) };
  }

  cookieOf(role, person) {
    return this.cookie(this.sessions[role][person % this.sessions[role].length].token);
  }

  cookie(token) {
    const signature = createHmac('sha256', this.secrets().secret).update(token).digest('base64');
    return `${this.secure ? '__Secure-' : ''}cohorte.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  }

  /** Each with the application's own seed: a title and an empty paragraph. */
  async drafts(count, seed = seedOf('Document du banc d’essai')) {
    const ids = Array.from({ length: count }, () => randomUUID());
    await this.query(
      `INSERT INTO drafts_draft (id, kind, title, owner_space_id, seq, created_at, updated_at) SELECT id, 'spaser', 'Banc d’essai', $2, 1, now(), now() FROM unnest($1::uuid[]) id`,
      [ids, this.structureId]);
    await this.query('INSERT INTO drafts_client (draft_id, client_id) SELECT id, $2 FROM unnest($1::uuid[]) id', [ids, seed.clientId]);
    await this.query(
      'INSERT INTO drafts_update (draft_id, seq, client_id, push_id, bytes) SELECT id, 1, $2, gen_random_uuid(), $3 FROM unnest($1::uuid[]) id', [ids, seed.clientId, seed.update]);
    return ids;
  }

  /** The same history under other ids: every table that hangs on a draft, whatever the engine keeps in it. */
  async copies(draftId, count) {
    const copies = Array.from({ length: count }, () => randomUUID());
    const columnsOf = await this.columns();
    await this.copyRows('drafts_draft', columnsOf.get('drafts_draft'), { key: 'id', draftId, copies });
    for (const [table, columns] of columnsOf) {
      if (columns.includes('draft_id') && table !== 'drafts_grant') await this.copyRows(table, columns, { key: 'draft_id', draftId, copies });
    }
    return copies;
  }

  async columns() {
    const { rows } = await this.query(
      `SELECT table_name, array_agg(column_name::text) AS columns FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_name LIKE 'drafts\\_%' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER' GROUP BY table_name`);
    return new Map(rows.map(({ table_name, columns }) => [table_name, columns]));
  }

  async copyRows(table, columns, { key, draftId, copies }) {
    const values = columns.map((column) => (column === key ? 'copy' : column === 'id' ? 'gen_random_uuid()' : `"${column}"`));
    await this.query(
      `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) OVERRIDING SYSTEM VALUE
       SELECT ${values.join(', ')} FROM ${table}, unnest($2::uuid[]) copy WHERE "${key}" = $1`, [draftId, copies]);
  }
}

export function seedOf(title) {
  const doc = new Y.Doc();
  const heading = new Y.XmlElement('heading');
  const text = new Y.XmlText();
  doc.transact(() => {
    doc.getXmlFragment(contentField).insert(0, [heading, new Y.XmlElement('paragraph')]);
    heading.setAttribute('level', 1);
    heading.insert(0, [text]);
    text.insert(0, title);
  });
  return { update: Buffer.from(Y.encodeStateAsUpdate(doc)), clientId: doc.clientID };
}
