import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['drafts_draft', 'drafts_update', 'drafts_client', 'drafts_grant', 'drafts_image'];

/** Co-edited documents: the append-only journal, who writes under which Yjs client id, who was invited in, pictures. */
export class CreateDrafts1760000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(drafts);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      -- The functions below run as the owner: without this policy they would ask themselves.
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
    await runner.query(access);
    await runner.query(append);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ${tables.toReversed().join(', ')} CASCADE;
      DROP FUNCTION drafts_append(uuid[], uuid[], bigint[], uuid[], bytea[], text[]);
      DROP FUNCTION drafts_access_of(uuid, uuid);
      DROP FUNCTION drafts_rank_of(uuid, uuid);
      DROP FUNCTION drafts_space_name(uuid);
      DROP FUNCTION drafts_cohort_network(uuid);
    `);
  }
}

const drafts = `
  CREATE TABLE drafts_draft (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    title text NOT NULL,
    owner_space_id uuid NOT NULL REFERENCES networks_space (id),
    created_by uuid,
    -- Position of the last row of the journal; rises under the row's lock, so positions have no hole.
    seq bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  );
  CREATE INDEX drafts_draft_owner ON drafts_draft (owner_space_id);

  CREATE TABLE drafts_update (
    draft_id uuid NOT NULL REFERENCES drafts_draft (id),
    seq bigint NOT NULL,
    -- Null: written by the application when the draft was created.
    person_id uuid,
    client_id bigint NOT NULL,
    -- Made by the sender: an update sent twice is one row.
    push_id uuid NOT NULL,
    bytes bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (draft_id, seq),
    UNIQUE (draft_id, push_id)
  );

  CREATE TABLE drafts_client (
    draft_id uuid NOT NULL REFERENCES drafts_draft (id),
    client_id bigint NOT NULL,
    person_id uuid,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (draft_id, client_id)
  );

  CREATE TABLE drafts_grant (
    id uuid PRIMARY KEY,
    draft_id uuid NOT NULL REFERENCES drafts_draft (id),
    person_id uuid,
    space_id uuid REFERENCES networks_space (id),
    access text NOT NULL CHECK (access IN ('reader', 'commenter', 'suggester', 'editor')),
    created_by uuid,
    created_at timestamptz NOT NULL,
    CHECK ((person_id IS NULL) <> (space_id IS NULL)),
    UNIQUE (draft_id, person_id),
    UNIQUE (draft_id, space_id)
  );
  CREATE INDEX drafts_grant_person ON drafts_grant (person_id) WHERE person_id IS NOT NULL;
  CREATE INDEX drafts_grant_space ON drafts_grant (space_id) WHERE space_id IS NOT NULL;

  CREATE TABLE drafts_image (
    id uuid PRIMARY KEY,
    draft_id uuid NOT NULL REFERENCES drafts_draft (id),
    person_id uuid NOT NULL,
    content_type text NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    size integer NOT NULL,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX drafts_image_draft ON drafts_image (draft_id);

  GRANT SELECT, INSERT, UPDATE (title, updated_at) ON drafts_draft TO cohorte_app;
  -- Append-only: nobody changes or deletes a row of the journal.
  GRANT SELECT, INSERT ON drafts_update, drafts_client TO cohorte_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON drafts_grant TO cohorte_app;
  GRANT SELECT, INSERT ON drafts_image TO cohorte_app;
`;

/** The twin of draft.policy.ts in SQL; a spec holds the two together. */
const access = `
  CREATE FUNCTION drafts_rank_of(draft uuid, owner uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH held AS MATERIALIZED (SELECT space_id, space_kind, role FROM networks_roles_of(platform_person()))
    SELECT coalesce(max(rank), 0) FROM (
      SELECT CASE space_kind || ':' || role
          WHEN 'structure:lead' THEN 5 WHEN 'structure:member' THEN 4 WHEN 'structure:expert' THEN 1
          WHEN 'cohort:animator' THEN 5 WHEN 'cohort:programme_team' THEN 5
          WHEN 'cohort:lead' THEN 4 WHEN 'cohort:member' THEN 4 WHEN 'cohort:expert' THEN 4 WHEN 'cohort:sponsor' THEN 1
          WHEN 'network:animator' THEN 5 WHEN 'network:programme_team' THEN 4
          WHEN 'network:lead' THEN 1 WHEN 'network:member' THEN 1 WHEN 'network:expert' THEN 1 WHEN 'network:sponsor' THEN 1
          ELSE 0 END AS rank
        FROM held WHERE space_id = owner
      UNION ALL
      SELECT 5 FROM held JOIN networks_space s ON s.network_id = held.space_id
        WHERE s.id = owner AND s.kind = 'cohort' AND held.role IN ('animator', 'programme_team')
      UNION ALL
      SELECT array_position(ARRAY['reader', 'commenter', 'suggester', 'editor'], g.access) FROM drafts_grant g
        WHERE g.draft_id = draft AND (g.person_id = platform_person() OR g.space_id IN (SELECT space_id FROM held WHERE role <> 'guest'))
    ) ranks
  $$;

  CREATE FUNCTION drafts_access_of(draft uuid, owner uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (ARRAY['reader', 'commenter', 'suggester', 'editor', 'manager'])[drafts_rank_of(draft, owner)]
  $$;

  -- Who sees a draft sees whose it is, even when the space itself is not theirs to see.
  CREATE FUNCTION drafts_space_name(space uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(t.name, n.name, s.name) FROM networks_space s
      LEFT JOIN networks_structure t ON t.id = s.id LEFT JOIN networks_network n ON n.id = s.id WHERE s.id = space
  $$;
  CREATE FUNCTION drafts_cohort_network(space uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT network_id FROM networks_space WHERE id = space AND kind = 'cohort'
  $$;

  REVOKE ALL ON FUNCTION drafts_rank_of(uuid, uuid), drafts_access_of(uuid, uuid), drafts_space_name(uuid), drafts_cohort_network(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION drafts_rank_of(uuid, uuid), drafts_access_of(uuid, uuid), drafts_space_name(uuid), drafts_cohort_network(uuid) TO cohorte_app;
`;

/**
 * The only door of the journal's own role. Drafts are locked in the order of their ids, so that two processes never wait for each
 * other; positions are given under that lock; a push sent again answers its first position; a client id belongs to its first person.
 */
const append = `
  CREATE FUNCTION drafts_append(drafts uuid[], persons uuid[], clients bigint[], pushes uuid[], updates bytea[], claims text[])
    RETURNS TABLE (outcome text, "position" bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    former record;
    writers bigint[];
  BEGIN
    PERFORM FROM drafts_draft WHERE id = ANY (drafts) ORDER BY id FOR NO KEY UPDATE;
    FOR i IN 1 .. coalesce(array_length(drafts, 1), 0) LOOP
      writers := string_to_array(claims[i], ',')::bigint[];
      SELECT u.seq, (u.person_id = persons[i] AND u.bytes = updates[i]) AS same INTO former
        FROM drafts_update u WHERE u.draft_id = drafts[i] AND u.push_id = pushes[i];
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

  REVOKE ALL ON FUNCTION drafts_append(uuid[], uuid[], bigint[], uuid[], bytea[], text[]) FROM PUBLIC;
  -- An operator's own server may have no role for the journal: it then appends as the application, through the same door.
  GRANT EXECUTE ON FUNCTION drafts_append(uuid[], uuid[], bigint[], uuid[], bytea[], text[]) TO cohorte_journal, cohorte_app;
`;

const seen = (table: string): string => `EXISTS (SELECT FROM drafts_draft d WHERE d.id = ${table}.draft_id)`;
const managed = `EXISTS (SELECT FROM drafts_draft d WHERE d.id = drafts_grant.draft_id AND drafts_rank_of(d.id, d.owner_space_id) = 5)`;

const policies = `
  CREATE POLICY draft_read ON drafts_draft FOR SELECT TO cohorte_app USING (drafts_rank_of(id, owner_space_id) > 0);
  CREATE POLICY draft_rename ON drafts_draft FOR UPDATE TO cohorte_app
    USING (drafts_rank_of(id, owner_space_id) = 5) WITH CHECK (drafts_rank_of(id, owner_space_id) = 5);
  CREATE POLICY update_read ON drafts_update FOR SELECT TO cohorte_app USING (${seen('drafts_update')});
  CREATE POLICY client_read ON drafts_client FOR SELECT TO cohorte_app USING (${seen('drafts_client')});
  CREATE POLICY grant_read ON drafts_grant FOR SELECT TO cohorte_app USING (${seen('drafts_grant')});
  CREATE POLICY grant_write ON drafts_grant TO cohorte_app USING (${managed}) WITH CHECK (${managed});
  CREATE POLICY image_read ON drafts_image FOR SELECT TO cohorte_app USING (${seen('drafts_image')});
  CREATE POLICY image_add ON drafts_image FOR INSERT TO cohorte_app WITH CHECK (person_id = platform_person() AND EXISTS (
    SELECT FROM drafts_draft d WHERE d.id = drafts_image.draft_id AND drafts_rank_of(d.id, d.owner_space_id) >= 4));
`;
