import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes an entry of the index stale: `[table, events, domain, column of the thing]`. */
const watched = [
  ['meetings_meeting', 'INSERT OR UPDATE OR DELETE', 'meetings', 'id'],
  ['meetings_minutes_version', 'INSERT', 'meetings', 'meeting_id'],
  ['networks_structure', 'INSERT OR UPDATE OR DELETE', 'networks', 'id'],
  ['networks_affiliation', 'INSERT OR DELETE', 'networks', 'structure_id'],
  // A structure that joins or leaves a cohort; roles of people are looked up when they ask.
  ['networks_membership', 'INSERT OR UPDATE OR DELETE', 'networks', 'structure_id'],
  ['drafts_draft', 'INSERT OR UPDATE OF title, owner_space_id OR DELETE', 'drafts', 'id'],
  ['drafts_grant', 'INSERT OR UPDATE OR DELETE', 'drafts', 'draft_id'],
] as const;

/** Written down in the transaction of the change, by whatever code it was made; what exists already is due at once. */
export class MarkWhatSearchFinds1760000080500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(due);
    for (const [table, events, domain, column] of watched) {
      await runner.query(`CREATE TRIGGER ${table}_found AFTER ${events} ON ${table} FOR EACH ROW EXECUTE FUNCTION platform_search_mark('${domain}', '${column}')`);
    }
    await runner.query(`
      CREATE TRIGGER networks_structure_owner_found AFTER UPDATE OF name ON networks_structure FOR EACH ROW EXECUTE FUNCTION drafts_search_mark_owned();
      INSERT INTO platform_search_due (domain, thing_id)
        SELECT 'meetings', id FROM meetings_meeting UNION ALL SELECT 'networks', id FROM networks_structure UNION ALL SELECT 'drafts', id FROM drafts_draft`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of watched) await runner.query(`DROP TRIGGER ${table}_found ON ${table}`);
    await runner.query('DROP TRIGGER networks_structure_owner_found ON networks_structure; DROP FUNCTION drafts_search_mark_owned(), platform_search_mark(); DROP TABLE drafts_searched, platform_search_due');
  }
}

const due = `
  -- Appended only: who changes a thing never waits for who indexes it.
  CREATE TABLE platform_search_due (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    domain text NOT NULL,
    thing_id uuid NOT NULL,
    not_before timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX platform_search_due_thing ON platform_search_due (domain, thing_id);

  -- Up to where a draft’s journal is in the index: a draft that is being written is looked at from time to time, not at each letter.
  CREATE TABLE drafts_searched (
    draft_id uuid PRIMARY KEY REFERENCES drafts_draft (id) ON DELETE CASCADE,
    seq bigint NOT NULL
  );

  ${['platform_search_due', 'drafts_searched'].map((table) => `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);
    CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
    GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO cohorte_app;`).join('\n')}

  CREATE FUNCTION platform_search_mark() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  BEGIN
    IF changed ->> TG_ARGV[1] IS NOT NULL THEN
      INSERT INTO platform_search_due (domain, thing_id) VALUES (TG_ARGV[0], (changed ->> TG_ARGV[1])::uuid);
      PERFORM pg_notify('platform_search_due', '');
    END IF;
    RETURN NULL;
  END $$;
  -- Drafts are found by the name of their owner too.
  CREATE FUNCTION drafts_search_mark_owned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO platform_search_due (domain, thing_id) SELECT 'drafts', id FROM drafts_draft WHERE owner_space_id = NEW.id;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION platform_search_mark(), drafts_search_mark_owned() FROM PUBLIC;
`;
