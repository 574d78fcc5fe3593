import type { MigrationInterface, QueryRunner } from 'typeorm';
import { append as appendInTurn } from './1760000060000-create-drafts-archive';

const signature = 'uuid[], uuid[], bigint[], uuid[], integer[], bytea, integer[], bigint[]';

/** The journal takes what arrived in one statement when nothing in it conflicts; snapshots say what their bytes must be. */
export class SpeedDraftsAppend1760000060500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE drafts_snapshot ADD COLUMN digest bytea;
      UPDATE drafts_snapshot SET digest = sha256(bytes || state_vector);
      ALTER TABLE drafts_snapshot ALTER COLUMN digest SET NOT NULL;
    `);
    await runner.query(compact);
    await runner.query(append);
    await runner.query('DROP FUNCTION drafts_append(uuid[], uuid[], bigint[], uuid[], bytea[], text[])');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(appendInTurn('EXISTS (SELECT FROM drafts_archive a WHERE a.draft_id = drafts[i] AND a.push_id = pushes[i])'));
    await runner.query('GRANT EXECUTE ON FUNCTION drafts_append(uuid[], uuid[], bigint[], uuid[], bytea[], text[]) TO cohorte_journal, cohorte_app');
    await runner.query(`DROP FUNCTION drafts_append(${signature}); DROP FUNCTION drafts_append_each(${signature}); ALTER TABLE drafts_snapshot DROP COLUMN digest`);
  }
}

/** As before, and it says what it wrote, and wakes those who hold the draft's former bytes. */
const compact = `
  CREATE OR REPLACE FUNCTION drafts_compact(draft uuid, upto bigint, snapshot bytea, vector bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    former bigint;
    moved bigint;
  BEGIN
    IF NOT platform_is_system() THEN RAISE EXCEPTION 'only the application itself compacts' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM FROM drafts_draft WHERE id = draft AND seq >= upto FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    SELECT coalesce(max(upto_seq), 0) INTO former FROM drafts_snapshot WHERE draft_id = draft;
    IF former >= upto THEN RETURN false; END IF;
    INSERT INTO drafts_snapshot (draft_id, upto_seq, bytes, state_vector, digest) VALUES (draft, upto, snapshot, vector, sha256(snapshot || vector));
    WITH gone AS (DELETE FROM drafts_update WHERE draft_id = draft AND seq <= upto RETURNING draft_id, seq, person_id, client_id, push_id, bytes, created_at)
    INSERT INTO drafts_archive (draft_id, seq, person_id, client_id, push_id, bytes, created_at) SELECT * FROM gone;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> upto - former THEN RAISE EXCEPTION 'the journal of % has a hole before %', draft, upto USING ERRCODE = 'data_corrupted'; END IF;
    DELETE FROM drafts_snapshot WHERE draft_id = draft AND upto_seq < former;
    PERFORM pg_notify('drafts_compacted', draft::text);
    RETURN true;
  END
  $$;
`;

/**
 * The only door of the journal's own role. Drafts are locked in the order of their ids, so that two processes never wait for each
 * other; positions are given under that lock. Updates come as one run of bytes with their lengths; a claim is a Yjs client id that
 * is new to the draft, with the number of the entry that brings it. When no push is known, no claim is taken and every draft is
 * there, three statements write all of it; else each entry is judged alone. Plans by index only: the first ones are made when the
 * tables are empty, and kept.
 */
const parameters = 'drafts uuid[], persons uuid[], clients bigint[], pushes uuid[], lengths integer[], updates bytea, claim_entries integer[], claim_clients bigint[]';
const options = `RETURNS TABLE (outcome text, "position" bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off`;

const append = `
  CREATE FUNCTION drafts_append_each(${parameters}) ${options} AS $$
  DECLARE
    former record;
    writers bigint[];
    content bytea;
    start integer := 1;
  BEGIN
    FOR i IN 1 .. coalesce(array_length(drafts, 1), 0) LOOP
      content := substring(updates FROM start FOR lengths[i]);
      start := start + lengths[i];
      SELECT array_agg(client) INTO writers FROM unnest(claim_entries, claim_clients) AS claim (entry, client) WHERE entry = i;
      SELECT u.seq, (u.person_id = persons[i] AND u.bytes = content) AS same INTO former
        FROM drafts_history u WHERE u.draft_id = drafts[i] AND u.push_id = pushes[i];
      IF FOUND THEN
        outcome := CASE WHEN former.same THEN 'again' ELSE 'clash' END;
        "position" := former.seq;
      ELSIF EXISTS (SELECT FROM drafts_client c WHERE c.draft_id = drafts[i] AND c.client_id = ANY (writers) AND c.person_id IS DISTINCT FROM persons[i]) THEN
        outcome := 'theft';
        "position" := NULL;
      ELSE
        UPDATE drafts_draft d SET seq = d.seq + 1, updated_at = clock_timestamp() WHERE d.id = drafts[i] RETURNING d.seq INTO "position";
        outcome := CASE WHEN FOUND THEN 'saved' ELSE 'gone' END;
        IF outcome = 'saved' THEN
          INSERT INTO drafts_client (draft_id, client_id, person_id) SELECT drafts[i], w, persons[i] FROM unnest(writers) w ON CONFLICT DO NOTHING;
          INSERT INTO drafts_update (draft_id, seq, person_id, client_id, push_id, bytes) VALUES (drafts[i], "position", persons[i], clients[i], pushes[i], content);
        END IF;
      END IF;
      RETURN NEXT;
    END LOOP;
  END
  $$;

  CREATE FUNCTION drafts_append(${parameters}) ${options} AS $$
  DECLARE
    many integer := coalesce(array_length(drafts, 1), 0);
    plain boolean;
  BEGIN
    PERFORM FROM drafts_draft WHERE id = ANY (drafts) ORDER BY id FOR NO KEY UPDATE;
    SELECT count(u.seq) + count(a.seq) = 0 AND count(d.id) = many AND count(DISTINCT (given.draft, given.push)) = many INTO plain
      FROM unnest(drafts, pushes) AS given (draft, push)
      LEFT JOIN drafts_draft d ON d.id = given.draft
      LEFT JOIN drafts_update u ON u.draft_id = given.draft AND u.push_id = given.push
      LEFT JOIN drafts_archive a ON a.draft_id = given.draft AND a.push_id = given.push;
    IF plain AND array_length(claim_entries, 1) > 0 THEN
      SELECT count(c.client_id) = 0 AND count(DISTINCT (drafts[claim.entry], claim.client)) = count(*) INTO plain
        FROM unnest(claim_entries, claim_clients) AS claim (entry, client)
        LEFT JOIN drafts_client c ON c.draft_id = drafts[claim.entry] AND c.client_id = claim.client;
      IF plain THEN
        INSERT INTO drafts_client (draft_id, client_id, person_id) SELECT drafts[claim.entry], claim.client, persons[claim.entry]
          FROM unnest(claim_entries, claim_clients) AS claim (entry, client);
      END IF;
    END IF;
    IF NOT plain THEN
      RETURN QUERY SELECT * FROM drafts_append_each(drafts, persons, clients, pushes, lengths, updates, claim_entries, claim_clients);
      RETURN;
    END IF;
    RETURN QUERY
      WITH given AS MATERIALIZED (
        SELECT g.*, sum(g.length) OVER (ORDER BY g.n) - g.length + 1 AS start, row_number() OVER (PARTITION BY g.draft ORDER BY g.n) AS place
          FROM unnest(drafts, persons, clients, pushes, lengths) WITH ORDINALITY AS g (draft, person, client, push, length, n)
      ), advanced AS (
        UPDATE drafts_draft d SET seq = d.seq + c.many, updated_at = clock_timestamp()
          FROM (SELECT given.draft, count(*) AS many FROM given GROUP BY given.draft) c WHERE d.id = c.draft RETURNING d.id, d.seq - c.many AS former
      ), written AS (
        INSERT INTO drafts_update (draft_id, seq, person_id, client_id, push_id, bytes)
          SELECT g.draft, a.former + g.place, g.person, g.client, g.push, substring(updates FROM g.start::integer FOR g.length)
            FROM given g JOIN advanced a ON a.id = g.draft
      )
      SELECT 'saved'::text, a.former + g.place FROM given g JOIN advanced a ON a.id = g.draft ORDER BY g.n;
  END
  $$;

  REVOKE ALL ON FUNCTION drafts_append_each(${signature}), drafts_append(${signature}) FROM PUBLIC;
  -- An operator's own server may have no role for the journal: it then appends as the application, through the same door.
  GRANT EXECUTE ON FUNCTION drafts_append(${signature}) TO cohorte_journal, cohorte_app;
`;
