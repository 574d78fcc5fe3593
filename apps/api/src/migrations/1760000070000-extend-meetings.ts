import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['meetings_access', 'meetings_document', 'meetings_minutes', 'meetings_minutes_version'];

/** Meetings of every kind: who may see them, agenda and sittings, how to join, documents before and after, minutes. */
export class ExtendMeetings1760000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(newTables);
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
      DROP POLICY meeting_read ON meetings_meeting;
      DROP POLICY meeting_plan ON meetings_meeting;
      DROP POLICY owner_all ON meetings_meeting;
      DROP TABLE ${tables.toReversed().join(', ')} CASCADE;
      DROP FUNCTION meetings_plans(uuid);
      DROP FUNCTION meetings_animates(uuid, uuid, uuid[]);
      DROP FUNCTION meetings_has_place(uuid, uuid);
      DELETE FROM meetings_meeting WHERE minutes > 480;
      ALTER TABLE meetings_meeting DROP CONSTRAINT meetings_meeting_minutes_check, ADD CHECK (minutes BETWEEN 15 AND 480);
      ALTER TABLE meetings_meeting DROP COLUMN kind, DROP COLUMN audience, DROP COLUMN zone, DROP COLUMN about, DROP COLUMN later_sittings, DROP COLUMN ends_at,
        DROP COLUMN place_name, DROP COLUMN place_address, DROP COLUMN place_access, DROP COLUMN replay_url, DROP COLUMN agenda, DROP COLUMN speakers, DROP COLUMN animator_ids,
        DROP COLUMN published_at, DROP COLUMN postponed_at, DROP COLUMN notice, DROP COLUMN request_id;
      CREATE POLICY meeting_read ON meetings_meeting FOR SELECT TO cohorte_app USING (
        space_id IN (SELECT networks_spaces_of(platform_person())) OR networks_has_role(network_id, ARRAY['animator', 'programme_team', 'sponsor']));
      CREATE POLICY meeting_plan ON meetings_meeting TO cohorte_app
        USING (networks_has_role(network_id, ARRAY['animator']) OR networks_has_role(space_id, ARRAY['animator']))
        WITH CHECK (networks_has_role(network_id, ARRAY['animator']) OR networks_has_role(space_id, ARRAY['animator']));
    `);
  }
}

const columns = `
  ALTER TABLE meetings_meeting
    ADD COLUMN kind text NOT NULL DEFAULT 'track-meeting' CHECK (kind IN ('track-meeting', 'open-webinar', 'participatory-workshop', 'technical-day', 'training',
      'working-group', 'steering-committee', 'technical-committee', 'general-assembly', 'other')),
    ADD COLUMN audience text NOT NULL DEFAULT 'space' CHECK (audience IN ('space', 'network', 'public')),
    ADD COLUMN zone text NOT NULL DEFAULT 'Europe/Paris',
    ADD COLUMN about text NOT NULL DEFAULT '',
    -- Further days, as days after the first and a clock of the zone.
    ADD COLUMN later_sittings jsonb NOT NULL DEFAULT '[]',
    -- End of the last sitting; written with every change of date.
    ADD COLUMN ends_at timestamptz,
    ADD COLUMN place_name text NOT NULL DEFAULT '',
    ADD COLUMN place_address text NOT NULL DEFAULT '',
    ADD COLUMN place_access text NOT NULL DEFAULT '',
    ADD COLUMN replay_url text NOT NULL DEFAULT '',
    ADD COLUMN agenda jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN speakers jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN animator_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN published_at timestamptz DEFAULT now(),
    ADD COLUMN postponed_at timestamptz,
    ADD COLUMN notice text NOT NULL DEFAULT '',
    ADD COLUMN request_id uuid UNIQUE;
  ALTER TABLE meetings_meeting DROP CONSTRAINT meetings_meeting_minutes_check, ADD CONSTRAINT meetings_meeting_minutes_check CHECK (minutes BETWEEN 15 AND 720);
`;

const newTables = `
  -- How to join: apart from the meeting, because its readers are not those who may join.
  CREATE TABLE meetings_access (
    meeting_id uuid PRIMARY KEY REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    visio_url text NOT NULL DEFAULT '',
    dial_in text NOT NULL DEFAULT ''
  );

  CREATE TABLE meetings_document (
    id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    moment text NOT NULL CHECK (moment IN ('before', 'after')),
    title text NOT NULL,
    url text,
    file_key text,
    file_name text,
    file_type text,
    file_size integer,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    removed_at timestamptz,
    CHECK ((url IS NULL) <> (file_key IS NULL))
  );
  CREATE INDEX meetings_document_meeting ON meetings_document (meeting_id) WHERE removed_at IS NULL;

  CREATE TABLE meetings_minutes (
    meeting_id uuid PRIMARY KEY REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    draft_id uuid NOT NULL REFERENCES drafts_draft (id),
    begun_by uuid NOT NULL,
    begun_at timestamptz NOT NULL
  );

  -- What was validated, frozen: a correction is a further version, nothing is rewritten.
  CREATE TABLE meetings_minutes_version (
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    number integer NOT NULL,
    draft_seq bigint NOT NULL,
    html text NOT NULL,
    published_by uuid NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, number)
  );

  GRANT SELECT, INSERT, UPDATE, DELETE ON meetings_access TO cohorte_app;
  GRANT SELECT, INSERT, UPDATE (removed_at) ON meetings_document TO cohorte_app;
  GRANT SELECT, INSERT ON meetings_minutes, meetings_minutes_version TO cohorte_app;
  CREATE POLICY owner_all ON meetings_meeting TO CURRENT_USER USING (true) WITH CHECK (true);
  UPDATE meetings_meeting SET ends_at = starts_at + make_interval(mins => minutes) WHERE starts_at IS NOT NULL;
`;

const secure = 'STABLE SECURITY DEFINER SET search_path = public, pg_temp';

/** The twins of meeting.policy.ts in SQL. */
const functions = `
  CREATE FUNCTION meetings_animates(network uuid, space uuid, animators uuid[]) RETURNS boolean LANGUAGE sql ${secure} AS $$
    SELECT networks_has_role(network, ARRAY['animator']) OR networks_has_role(space, ARRAY['animator'])
      OR (platform_person() = ANY (animators) AND network IN (SELECT networks_known_networks(platform_person())))
  $$;
  CREATE FUNCTION meetings_plans(meeting uuid) RETURNS boolean LANGUAGE sql ${secure} AS $$
    SELECT EXISTS (SELECT FROM meetings_meeting m WHERE m.id = meeting AND meetings_animates(m.network_id, m.space_id, m.animator_ids))
  $$;
  -- Nobody holds a place before registrations exist; they bring their own body of this function.
  CREATE FUNCTION meetings_has_place(meeting uuid, person uuid) RETURNS boolean LANGUAGE sql ${secure} AS $$ SELECT false $$;
  REVOKE ALL ON FUNCTION meetings_animates(uuid, uuid, uuid[]), meetings_plans(uuid), meetings_has_place(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION meetings_animates(uuid, uuid, uuid[]), meetings_plans(uuid), meetings_has_place(uuid, uuid) TO cohorte_app;
`;

const animates = 'meetings_animates(network_id, space_id, animator_ids)';
/** Row-level security of the meeting answers who sees it. */
const seen = (table: string): string => `EXISTS (SELECT FROM meetings_meeting m WHERE m.id = ${table}.meeting_id)`;

const policies = `
  DROP POLICY meeting_read ON meetings_meeting;
  DROP POLICY meeting_plan ON meetings_meeting;
  CREATE POLICY meeting_read ON meetings_meeting FOR SELECT TO cohorte_app USING (published_at IS NOT NULL AND (
    audience = 'public'
    OR space_id IN (SELECT networks_spaces_of(platform_person()))
    OR networks_has_role(network_id, ARRAY['programme_team', 'sponsor'])
    OR (audience = 'network' AND network_id IN (SELECT networks_known_networks(platform_person())))));
  CREATE POLICY meeting_plan ON meetings_meeting TO cohorte_app USING (${animates}) WITH CHECK (${animates});

  CREATE POLICY access_plan ON meetings_access TO cohorte_app USING (meetings_plans(meeting_id)) WITH CHECK (meetings_plans(meeting_id));
  -- A cohort's own meeting is joined by its people; any other by those who hold a place.
  CREATE POLICY access_join ON meetings_access FOR SELECT TO cohorte_app USING (
    EXISTS (SELECT FROM meetings_meeting m WHERE m.id = meeting_id AND m.audience = 'space' AND m.space_id IN (SELECT networks_spaces_of(platform_person())))
    OR (${seen('meetings_access')} AND meetings_has_place(meeting_id, platform_person())));

  CREATE POLICY document_read ON meetings_document FOR SELECT TO cohorte_app USING (${seen('meetings_document')});
  CREATE POLICY document_plan ON meetings_document TO cohorte_app USING (meetings_plans(meeting_id)) WITH CHECK (meetings_plans(meeting_id));
  CREATE POLICY minutes_read ON meetings_minutes FOR SELECT TO cohorte_app USING (${seen('meetings_minutes')});
  CREATE POLICY minutes_plan ON meetings_minutes TO cohorte_app USING (meetings_plans(meeting_id)) WITH CHECK (meetings_plans(meeting_id));
  CREATE POLICY minutes_version_read ON meetings_minutes_version FOR SELECT TO cohorte_app USING (${seen('meetings_minutes_version')});
  CREATE POLICY minutes_version_plan ON meetings_minutes_version TO cohorte_app USING (meetings_plans(meeting_id)) WITH CHECK (meetings_plans(meeting_id));
`;
