import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['meetings_seats', 'meetings_registration', 'meetings_registration_request', 'meetings_allocation'];

/** Places of meetings: the rule, who stands where, the requests already answered, and the published log. */
export class CreateMeetingsRegistration1760000071500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(registration);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
    await runner.query(visibility);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ${tables.toReversed().join(', ')} CASCADE;
      DROP FUNCTION meetings_comes(uuid);
      ALTER TABLE networks_structure DROP COLUMN department;
    `);
  }
}

const registration = `
  ALTER TABLE networks_structure ADD COLUMN department text CHECK (department ~ '^[0-9][0-9AB][0-9]?$');

  -- One row a meeting: whoever moves a place locks it first and counts afterwards.
  CREATE TABLE meetings_seats (
    meeting_id uuid PRIMARY KEY REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    policy jsonb NOT NULL,
    version integer NOT NULL DEFAULT 1,
    -- The number of the last request, of the last turn dealt and of the last line of the log.
    numbers bigint NOT NULL DEFAULT 0,
    turns bigint NOT NULL DEFAULT 0,
    lines bigint NOT NULL DEFAULT 0,
    seed text NOT NULL,
    drawn_at timestamptz,
    look_at timestamptz
  );
  CREATE INDEX meetings_seats_look ON meetings_seats (look_at) WHERE look_at IS NOT NULL;

  CREATE TABLE meetings_registration (
    id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    -- Someone with an account, or a guest by address and name; neither once erased.
    person_id uuid REFERENCES identity_person (id),
    email text CHECK (email = lower(email)),
    name text,
    name_key text,
    structure_id uuid REFERENCES networks_structure (id),
    structure_name text,
    way text CHECK (way IN ('room', 'online')),
    status text NOT NULL CHECK (status IN ('registered', 'to-confirm', 'informed', 'pending', 'waiting', 'offered', 'cancelled', 'refused')),
    cause text NOT NULL,
    -- What the published log calls this request.
    number bigint NOT NULL,
    turn bigint NOT NULL,
    is_small boolean NOT NULL DEFAULT false,
    -- Admitted past the rule: by exception, by an animator, by an answer to the poll.
    is_exempt boolean NOT NULL DEFAULT false,
    -- The rule changed since and no longer fits.
    unmatched_at timestamptz,
    offer_until timestamptz,
    offer_shared boolean NOT NULL DEFAULT false,
    is_visible boolean NOT NULL DEFAULT false,
    answers jsonb NOT NULL DEFAULT '{}',
    needs text[] NOT NULL DEFAULT '{}',
    needs_note text,
    message text,
    decision_message text,
    decided_by uuid REFERENCES identity_person (id),
    registered_by uuid REFERENCES identity_person (id),
    poll_id uuid,
    nonce text NOT NULL,
    token_hash text NOT NULL UNIQUE,
    changes integer NOT NULL DEFAULT 1,
    asked_at timestamptz NOT NULL,
    status_at timestamptz NOT NULL,
    CHECK ((person_id IS NULL) OR (email IS NULL)),
    CHECK ((email IS NULL) = (name_key IS NULL)),
    CHECK ((status = 'offered') = (offer_until IS NOT NULL)),
    UNIQUE (meeting_id, number)
  );
  -- Nobody twice, whatever happens: the last wall behind the lock.
  CREATE UNIQUE INDEX meetings_registration_person ON meetings_registration (meeting_id, person_id) WHERE person_id IS NOT NULL;
  CREATE UNIQUE INDEX meetings_registration_guest ON meetings_registration (meeting_id, email, name_key) WHERE email IS NOT NULL;
  CREATE INDEX meetings_registration_standing ON meetings_registration (meeting_id, status, turn);
  CREATE INDEX meetings_registration_of_person ON meetings_registration (person_id) WHERE person_id IS NOT NULL;
  CREATE INDEX meetings_registration_of_address ON meetings_registration (email) WHERE email IS NOT NULL;
  CREATE INDEX meetings_registration_by ON meetings_registration (registered_by) WHERE registered_by IS NOT NULL;

  -- A click repeated is the same request.
  CREATE TABLE meetings_registration_request (
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    request_id uuid NOT NULL,
    registration_ids uuid[] NOT NULL,
    left_out integer NOT NULL DEFAULT 0,
    at timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, request_id)
  );
  CREATE INDEX meetings_registration_request_at ON meetings_registration_request (at);

  -- Published: a number, a rule, an instant; never a name.
  CREATE TABLE meetings_allocation (
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id) ON DELETE CASCADE,
    line bigint NOT NULL,
    at timestamptz NOT NULL,
    rule text NOT NULL,
    number bigint,
    way text,
    detail text NOT NULL DEFAULT '',
    PRIMARY KEY (meeting_id, line)
  );

  GRANT SELECT, INSERT, UPDATE, DELETE ON meetings_seats, meetings_registration, meetings_registration_request TO cohorte_app;
  GRANT SELECT, INSERT ON meetings_allocation TO cohorte_app;
`;

const visibility = `
  CREATE FUNCTION meetings_comes(meeting uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM meetings_registration r WHERE r.meeting_id = meeting AND r.person_id = platform_person() AND r.status = 'registered')
  $$;
  REVOKE ALL ON FUNCTION meetings_comes(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION meetings_comes(uuid) TO cohorte_app;

  -- Rows are written by the domain alone, after its policy said yes. One reads one's own, those one made, and of others only who chose to be seen.
  CREATE POLICY registration_own ON meetings_registration FOR SELECT TO cohorte_app USING (person_id = platform_person() OR registered_by = platform_person());
  CREATE POLICY registration_seen ON meetings_registration FOR SELECT TO cohorte_app USING (is_visible AND status = 'registered' AND meetings_comes(meeting_id));
  CREATE POLICY registration_animate ON meetings_registration FOR SELECT TO cohorte_app USING (EXISTS (
    SELECT FROM meetings_meeting m WHERE m.id = meeting_id
      AND (networks_has_role(m.network_id, ARRAY['animator']) OR networks_has_role(m.space_id, ARRAY['animator']))));
`;
