import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['drafts_workshop', 'drafts_workshop_group', 'drafts_workshop_person', 'drafts_workshop_lock', 'drafts_workshop_signal'];

/** Workshops held in a draft: who leads, groups and their sections, sections kept still, the timer, and what was signalled. */
export class CreateDraftWorkshops1760000065000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(workshops);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
    await runner.query(functions);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ${tables.toReversed().join(', ')} CASCADE;
      DROP FUNCTION drafts_workshop_led(uuid);
      DROP FUNCTION drafts_workshop_changed(uuid);
      DROP FUNCTION drafts_rank_told(uuid, uuid);
    `);
  }
}

const workshops = `
  -- One row a draft: a workshop begun again keeps its groups and goes on counting versions.
  CREATE TABLE drafts_workshop (
    draft_id uuid PRIMARY KEY REFERENCES drafts_draft (id),
    version bigint NOT NULL DEFAULT 0,
    facilitator_id uuid NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    following boolean NOT NULL DEFAULT true,
    cursors text NOT NULL DEFAULT 'everyone' CHECK (cursors IN ('everyone', 'facilitator')),
    timer_ends_at timestamptz,
    -- Seconds left of a timer that is held.
    timer_left integer,
    called_section text,
    called_at timestamptz,
    CHECK (timer_ends_at IS NULL OR timer_left IS NULL)
  );

  CREATE TABLE drafts_workshop_group (
    id uuid PRIMARY KEY,
    draft_id uuid NOT NULL REFERENCES drafts_workshop (draft_id),
    name text NOT NULL,
    section_ids text[] NOT NULL DEFAULT '{}',
    done_at timestamptz,
    done_by uuid,
    UNIQUE (id, draft_id)
  );
  CREATE INDEX drafts_workshop_group_draft ON drafts_workshop_group (draft_id);

  -- A person sits at one group of a draft at most.
  CREATE TABLE drafts_workshop_person (
    draft_id uuid NOT NULL,
    person_id uuid NOT NULL,
    group_id uuid NOT NULL,
    PRIMARY KEY (draft_id, person_id),
    FOREIGN KEY (group_id, draft_id) REFERENCES drafts_workshop_group (id, draft_id) ON DELETE CASCADE
  );
  CREATE INDEX drafts_workshop_person_group ON drafts_workshop_person (group_id);

  CREATE TABLE drafts_workshop_lock (
    draft_id uuid NOT NULL REFERENCES drafts_workshop (draft_id),
    section_id text NOT NULL,
    locked_by uuid NOT NULL,
    locked_at timestamptz NOT NULL,
    PRIMARY KEY (draft_id, section_id)
  );

  CREATE TABLE drafts_workshop_signal (
    id uuid PRIMARY KEY,
    draft_id uuid NOT NULL REFERENCES drafts_workshop (draft_id),
    person_id uuid NOT NULL,
    kind text NOT NULL,
    about text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL
  );
  CREATE INDEX drafts_workshop_signal_draft ON drafts_workshop_signal (draft_id, created_at DESC);

  GRANT SELECT, INSERT, UPDATE ON drafts_workshop TO cohorte_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON drafts_workshop_group, drafts_workshop_person, drafts_workshop_lock TO cohorte_app;
  -- Append-only, like the journal.
  GRANT SELECT, INSERT ON drafts_workshop_signal TO cohorte_app;
`;

const secure = 'SECURITY DEFINER SET search_path = public, pg_temp';

/** The twin of workshop.policy.ts in SQL. */
const functions = `
  CREATE FUNCTION drafts_workshop_led(draft uuid) RETURNS boolean LANGUAGE sql STABLE ${secure} AS $$
    SELECT coalesce(bool_or(r.rank = 5 OR (r.rank >= 4 AND w.facilitator_id = platform_person())), false)
      FROM drafts_draft d CROSS JOIN LATERAL (SELECT drafts_rank_of(d.id, d.owner_space_id) AS rank) r
      LEFT JOIN drafts_workshop w ON w.draft_id = d.id WHERE d.id = draft
  $$;

  -- Every change ends here: versions rise in the order of the commits, and every node hears of it.
  CREATE FUNCTION drafts_workshop_changed(draft uuid) RETURNS bigint LANGUAGE sql ${secure} AS $$
    UPDATE drafts_workshop w SET version = w.version + 1 FROM drafts_draft d
      WHERE w.draft_id = draft AND d.id = draft AND (platform_is_system() OR drafts_rank_of(d.id, d.owner_space_id) > 0);
    SELECT pg_notify('drafts_workshop', draft::text);
    SELECT version FROM drafts_workshop WHERE draft_id = draft
  $$;

  -- What someone else may do with the draft, told to those who could share its text with them anyway.
  CREATE FUNCTION drafts_rank_told(person uuid, draft uuid) RETURNS integer LANGUAGE sql STABLE ${secure} AS $$
    SELECT drafts_rank_for(person, d.id, d.owner_space_id) FROM drafts_draft d WHERE d.id = draft AND drafts_rank_of(d.id, d.owner_space_id) >= 4
  $$;

  REVOKE ALL ON FUNCTION drafts_workshop_led(uuid), drafts_workshop_changed(uuid), drafts_rank_told(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION drafts_workshop_led(uuid), drafts_workshop_changed(uuid), drafts_rank_told(uuid, uuid) TO cohorte_app;
`;

const seen = (table: string): string => `EXISTS (SELECT FROM drafts_draft d WHERE d.id = ${table}.draft_id)`;
const led = (table: string): string => `drafts_workshop_led(${table}.draft_id)`;

const policies = `
  ${tables.map((table) => `CREATE POLICY workshop_read ON ${table} FOR SELECT TO cohorte_app USING (${seen(table)});`).join('\n')}
  ${['drafts_workshop', 'drafts_workshop_group', 'drafts_workshop_person', 'drafts_workshop_lock']
    .map((table) => `CREATE POLICY workshop_lead ON ${table} TO cohorte_app USING (${led(table)}) WITH CHECK (${led(table)});`).join('\n')}
  CREATE POLICY workshop_sit ON drafts_workshop_person TO cohorte_app
    USING (person_id = platform_person() AND ${seen('drafts_workshop_person')}) WITH CHECK (person_id = platform_person() AND ${seen('drafts_workshop_person')});
  CREATE POLICY workshop_finish ON drafts_workshop_group FOR UPDATE TO cohorte_app
    USING (EXISTS (SELECT FROM drafts_workshop_person p WHERE p.group_id = drafts_workshop_group.id AND p.person_id = platform_person()));
  CREATE POLICY workshop_signal ON drafts_workshop_signal FOR INSERT TO cohorte_app WITH CHECK (person_id = platform_person() AND ${seen('drafts_workshop_signal')});
`;
