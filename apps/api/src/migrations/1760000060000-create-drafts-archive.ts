import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['drafts_snapshot', 'drafts_archive'];

/** Verified snapshots of the journal, the archive the rows they cover go to, and one view over both for history. */
export class CreateDraftsArchive1760000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(created);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      -- The functions below run as the owner: without this policy they would ask themselves.
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY ${table}_read ON ${table} FOR SELECT TO cohorte_app USING (EXISTS (SELECT FROM drafts_draft d WHERE d.id = ${table}.draft_id));
      GRANT SELECT ON ${table} TO cohorte_app;`).join('\n'));
    await runner.query(history);
    await runner.query(compact);
    await runner.query(append(`EXISTS (SELECT FROM drafts_archive a WHERE a.draft_id = drafts[i] AND a.push_id = pushes[i])`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO drafts_update SELECT * FROM drafts_archive;
      DROP VIEW drafts_history;
      DROP FUNCTION drafts_compact(uuid, bigint, bytea, bytea);
    `);
    await runner.query(append('false'));
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')}`);
  }
}

const created = `
  CREATE TABLE drafts_snapshot (
    draft_id uuid NOT NULL REFERENCES drafts_draft (id),
    -- Everything up to here is in the bytes; the rows it was made from are in the archive.
    upto_seq bigint NOT NULL,
    -- Yjs V1, garbage collected; stored as it is, since text already packed by the database is slow to open.
    bytes bytea NOT NULL,
    state_vector bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (draft_id, upto_seq)
  );
  ALTER TABLE drafts_snapshot ALTER COLUMN bytes SET STORAGE EXTERNAL;

  CREATE TABLE drafts_archive (
    draft_id uuid NOT NULL REFERENCES drafts_draft (id),
    seq bigint NOT NULL,
    person_id uuid,
    client_id bigint NOT NULL,
    push_id uuid NOT NULL,
    bytes bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (draft_id, seq),
    UNIQUE (draft_id, push_id)
  );
`;

/** Who wrote what, and when: the whole journal of a draft, moved or not, under the reader's own rights. */
const history = `
  CREATE VIEW drafts_history WITH (security_invoker = true) AS
    SELECT draft_id, seq, person_id, client_id, push_id, bytes, created_at FROM drafts_archive
    UNION ALL
    SELECT draft_id, seq, person_id, client_id, push_id, bytes, created_at FROM drafts_update;
  GRANT SELECT ON drafts_history TO cohorte_app;
`;

/**
 * The only way a row leaves the journal: under the draft's lock, in one transaction with the snapshot that covers it, into the
 * archive. Answers whether it did: a snapshot that is older than another, or covers rows that are not all there, changes nothing.
 */
const compact = `
  CREATE FUNCTION drafts_compact(draft uuid, upto bigint, snapshot bytea, vector bytea) RETURNS boolean
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
    INSERT INTO drafts_snapshot (draft_id, upto_seq, bytes, state_vector) VALUES (draft, upto, snapshot, vector);
    WITH gone AS (DELETE FROM drafts_update WHERE draft_id = draft AND seq <= upto RETURNING draft_id, seq, person_id, client_id, push_id, bytes, created_at)
    INSERT INTO drafts_archive (draft_id, seq, person_id, client_id, push_id, bytes, created_at) SELECT * FROM gone;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> upto - former THEN RAISE EXCEPTION 'the journal of % has a hole before %', draft, upto USING ERRCODE = 'data_corrupted'; END IF;
    DELETE FROM drafts_snapshot WHERE draft_id = draft AND upto_seq < former;
    RETURN true;
  END
  $$;
  REVOKE ALL ON FUNCTION drafts_compact(uuid, bigint, bytea, bytea) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION drafts_compact(uuid, bigint, bytea, bytea) TO cohorte_app;
`;

/** As before, and a push whose row has moved to the archive is still known. */
export const append = (isArchived: string): string => `
  CREATE OR REPLACE FUNCTION drafts_append(drafts uuid[], persons uuid[], clients bigint[], pushes uuid[], updates bytea[], claims text[])
    RETURNS TABLE (outcome text, "position" bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    former record;
    writers bigint[];
  BEGIN
    PERFORM FROM drafts_draft WHERE id = ANY (drafts) ORDER BY id FOR NO KEY UPDATE;
    FOR i IN 1 .. coalesce(array_length(drafts, 1), 0) LOOP
      writers := string_to_array(claims[i], ',')::bigint[];
      IF ${isArchived} THEN
        SELECT u.seq, (u.person_id = persons[i] AND u.bytes = updates[i]) AS same INTO former
          FROM drafts_history u WHERE u.draft_id = drafts[i] AND u.push_id = pushes[i];
      ELSE
        SELECT u.seq, (u.person_id = persons[i] AND u.bytes = updates[i]) AS same INTO former
          FROM drafts_update u WHERE u.draft_id = drafts[i] AND u.push_id = pushes[i];
      END IF;
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
          INSERT INTO drafts_update (draft_id, seq, person_id, client_id, push_id, bytes) VALUES (drafts[i], "position", persons[i], clients[i], pushes[i], updates[i]);
        END IF;
      END IF;
      RETURN NEXT;
    END LOOP;
    -- Between processes only (draft, position) travels; the others read the journal.
    PERFORM pg_notify('drafts_appended', d.id || ' ' || d.seq) FROM drafts_draft d WHERE d.id = ANY (drafts);
  END
  $$;
`;
