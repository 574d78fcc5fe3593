import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['library_link_check', 'library_legal_change'];

/** What keeps the library true: links tried, legal texts that changed, review dates told. */
export class CreateLibraryUpkeep1760000084000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(creation);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO cohorte_app;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.join(', ')}; DROP FUNCTION library_legal_key(text); ALTER TABLE library_resource DROP COLUMN review_told, DROP COLUMN review_passed`);
  }
}

const creation = `
  -- The review date that its keepers were told of, and the one that has lowered it in the search.
  ALTER TABLE library_resource ADD COLUMN review_told date, ADD COLUMN review_passed date;

  CREATE TABLE library_link_check (
    resource_id uuid PRIMARY KEY REFERENCES library_resource (id) ON DELETE CASCADE,
    -- The link that was tried: another one in the resource begins anew.
    link text NOT NULL,
    state text CHECK (state IN ('alive', 'moved', 'unknown', 'failing', 'dead')),
    reason text NOT NULL DEFAULT '',
    moved_to text,
    failures integer NOT NULL DEFAULT 0,
    failing_since timestamptz,
    checked_at timestamptz,
    next_at timestamptz NOT NULL,
    CHECK ((state = 'moved') = (moved_to IS NOT NULL))
  );
  CREATE INDEX library_link_check_next ON library_link_check (next_at);

  -- «Art. L. 2111-3 du CCP» and «L2111-3» are one article.
  CREATE FUNCTION library_legal_key(cited text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN article IS NULL THEN regexp_replace(lower(cited), '[^[:alnum:]-]', '', 'g') ELSE article END
      FROM (SELECT lower(replace(replace(substring(cited FROM '(?i)\\m([LRDA][. *]*[0-9]+(?:-[0-9]+)*)'), '.', ''), ' ', '')) AS article) one
  $$;

  CREATE TABLE library_legal_change (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL REFERENCES networks_network (id),
    article text NOT NULL CHECK (char_length(article) <= 80),
    key text NOT NULL GENERATED ALWAYS AS (library_legal_key(article)) STORED,
    changed_on date NOT NULL,
    note text NOT NULL,
    link text,
    made_by uuid,
    made_at timestamptz NOT NULL,
    UNIQUE (network_id, key, changed_on)
  );
`;

/** A try is known to whoever reads the resource; a changed text to whoever reads what cites it, which the domain asks. */
const policies = `
  CREATE POLICY link_check_read ON library_link_check FOR SELECT TO cohorte_app USING (EXISTS (SELECT FROM library_resource r WHERE r.id = library_link_check.resource_id));
  CREATE POLICY legal_change_read ON library_legal_change FOR SELECT TO cohorte_app USING (true);
`;
