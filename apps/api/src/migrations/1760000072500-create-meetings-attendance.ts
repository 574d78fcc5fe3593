import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'meetings_attendance_list', 'meetings_attendance', 'meetings_attendance_change', 'meetings_presence', 'meetings_certificate', 'meetings_survey_ballot', 'meetings_survey_answer',
];

/** Who came: the list of a meeting, its trace, stretches of presence, certificates, and the survey after. */
export class CreateMeetingsAttendance1760000072500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(attendance);
    await runner.query(after);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
    await runner.query(readers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')} CASCADE`);
  }
}

const attendance = `
  -- One row a meeting: whoever marks locks it first. The nonce makes the address shown in the room.
  CREATE TABLE meetings_attendance_list (
    meeting_id uuid PRIMARY KEY REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    check_in_nonce text NOT NULL,
    closed_at timestamptz,
    closed_by uuid
  );

  -- Someone with a registration, a person of the space without one, or someone who just came: then by name.
  CREATE TABLE meetings_attendance (
    id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    registration_id uuid REFERENCES meetings_registration (id) ON DELETE SET NULL,
    person_id uuid,
    name text,
    structure_name text,
    walk_in boolean NOT NULL DEFAULT false,
    state text NOT NULL CHECK (state IN ('to-come', 'present', 'excused', 'absent')),
    means text NOT NULL CHECK (means IN ('online', 'room', 'list', 'closing')),
    marked_at timestamptz NOT NULL
  );
  CREATE UNIQUE INDEX meetings_attendance_registration ON meetings_attendance (meeting_id, registration_id) WHERE registration_id IS NOT NULL;
  CREATE UNIQUE INDEX meetings_attendance_person ON meetings_attendance (meeting_id, person_id) WHERE person_id IS NOT NULL;
  CREATE INDEX meetings_attendance_of_person ON meetings_attendance (person_id) WHERE person_id IS NOT NULL;

  -- Append-only; the id is made by whoever marks, so that a mark sent twice counts once.
  CREATE TABLE meetings_attendance_change (
    id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    attendance_id uuid NOT NULL REFERENCES meetings_attendance (id) ON DELETE CASCADE,
    before text NOT NULL,
    after text NOT NULL,
    means text NOT NULL,
    at timestamptz NOT NULL,
    changed_by uuid
  );
  CREATE INDEX meetings_attendance_change_meeting ON meetings_attendance_change (meeting_id, at DESC);

  -- Raw stretches; kept three months.
  CREATE TABLE meetings_presence (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL,
    attendance_id uuid NOT NULL REFERENCES meetings_attendance (id) ON DELETE CASCADE,
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    joined_at timestamptz NOT NULL,
    seen_until timestamptz NOT NULL
  );
  CREATE INDEX meetings_presence_session ON meetings_presence (session_id, seen_until DESC);
  CREATE INDEX meetings_presence_meeting ON meetings_presence (meeting_id);
  CREATE INDEX meetings_presence_age ON meetings_presence (seen_until);

  GRANT SELECT, INSERT, UPDATE, DELETE ON meetings_attendance_list, meetings_attendance, meetings_presence TO cohorte_app;
  GRANT SELECT, INSERT, UPDATE (changed_by), DELETE ON meetings_attendance_change TO cohorte_app;
`;

const after = `
  -- What was certified is kept as it was said that day; the name lives as long as the certificate, thirty-six months.
  CREATE TABLE meetings_certificate (
    code text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('meeting', 'track')),
    meeting_id uuid REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    space_id uuid NOT NULL,
    network_id uuid NOT NULL,
    registration_id uuid,
    person_id uuid,
    name text NOT NULL,
    facts jsonb NOT NULL,
    issued_at timestamptz NOT NULL,
    until timestamptz NOT NULL,
    replaced_by text REFERENCES meetings_certificate (code) DEFERRABLE INITIALLY DEFERRED,
    withdrawn_at timestamptz,
    CHECK (kind = 'track' OR meeting_id IS NOT NULL),
    CHECK (person_id IS NOT NULL OR registration_id IS NOT NULL)
  );
  -- One that is true at a time.
  CREATE UNIQUE INDEX meetings_certificate_person ON meetings_certificate (kind, coalesce(meeting_id, space_id), person_id) WHERE person_id IS NOT NULL AND replaced_by IS NULL AND withdrawn_at IS NULL;
  CREATE UNIQUE INDEX meetings_certificate_guest ON meetings_certificate (meeting_id, registration_id) WHERE person_id IS NULL AND replaced_by IS NULL AND withdrawn_at IS NULL;
  CREATE INDEX meetings_certificate_until ON meetings_certificate (until);

  -- Who answered and what was answered never meet: neither row holds the other’s key, nor an instant.
  CREATE TABLE meetings_survey_ballot (
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    voter text NOT NULL,
    PRIMARY KEY (meeting_id, voter)
  );
  CREATE TABLE meetings_survey_answer (
    id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    useful smallint NOT NULL CHECK (useful BETWEEN 1 AND 4),
    pace text NOT NULL CHECK (pace IN ('too-slow', 'right', 'too-fast')),
    words text NOT NULL,
    -- Only of those who signed.
    person_id uuid,
    name text
  );
  CREATE INDEX meetings_survey_answer_meeting ON meetings_survey_answer (meeting_id);

  GRANT SELECT, INSERT, UPDATE, DELETE ON meetings_certificate, meetings_survey_ballot, meetings_survey_answer TO cohorte_app;
`;

/** Rows are written by the domain alone, after its policy said yes. One reads one's own; those who animate read the list and its trace. */
const readers = `
  CREATE POLICY attendance_own ON meetings_attendance FOR SELECT TO cohorte_app USING (person_id = platform_person());
  CREATE POLICY attendance_animate ON meetings_attendance FOR SELECT TO cohorte_app USING (meetings_plans(meeting_id));
  CREATE POLICY attendance_change_animate ON meetings_attendance_change FOR SELECT TO cohorte_app USING (meetings_plans(meeting_id));
  CREATE POLICY certificate_own ON meetings_certificate FOR SELECT TO cohorte_app USING (person_id = platform_person());
  CREATE POLICY certificate_animate ON meetings_certificate FOR SELECT TO cohorte_app USING (meeting_id IS NOT NULL AND meetings_plans(meeting_id));
`;
