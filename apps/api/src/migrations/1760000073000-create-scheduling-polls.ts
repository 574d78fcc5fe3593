import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['scheduling_poll', 'scheduling_poll_slot', 'scheduling_poll_participant'];

/** Date polls: what is asked, the slots, and one line of answers a participant. */
export class CreateSchedulingPolls1760000073000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(creation);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO cohorte_app;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
    await runner.query(functions);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')}; DROP FUNCTION scheduling_takes_part(uuid)`);
  }
}

const creation = `
  CREATE TABLE scheduling_poll (
    id uuid PRIMARY KEY,
    space_id uuid NOT NULL REFERENCES networks_space (id),
    network_id uuid NOT NULL REFERENCES networks_network (id),
    meeting_id uuid NOT NULL REFERENCES meetings_meeting (id),
    -- Set when the poll is one page of a whole track asked at once: that page invites and reminds.
    track_poll_id uuid,
    -- Made by the page once: the same form sent twice is one poll.
    request_id uuid NOT NULL UNIQUE,
    title text NOT NULL CHECK (char_length(title) <= 160),
    note text NOT NULL CHECK (char_length(note) <= 1000),
    zone text NOT NULL,
    third_answer boolean NOT NULL,
    visibility text NOT NULL CHECK (visibility IN ('all', 'totals', 'after-answer')),
    names_hidden boolean NOT NULL,
    counting text NOT NULL CHECK (counting IN ('structures', 'people')),
    quorum integer CHECK (quorum > 0),
    proposals text NOT NULL CHECK (proposals IN ('none', 'review', 'open')),
    state text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'decided', 'cancelled')),
    closed_reason text CHECK (closed_reason IN ('auto', 'manual')),
    closes_at timestamptz NOT NULL,
    opened_at timestamptz,
    closed_at timestamptz,
    decided_at timestamptz,
    decided_slot_id uuid,
    -- When those missing are reminded by the poll itself; null when it lives too short.
    reminder_at timestamptz,
    auto_reminded_at timestamptz,
    hand_reminded_at timestamptz,
    complete_told_at timestamptz,
    -- How many places slots were ever given; a place is never given twice.
    places integer NOT NULL DEFAULT 0 CHECK (places <= 400),
    created_by uuid,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CHECK (state = 'draft' OR opened_at IS NOT NULL),
    CHECK (state <> 'decided' OR decided_slot_id IS NOT NULL)
  );
  CREATE INDEX scheduling_poll_space ON scheduling_poll (space_id, created_at DESC);
  CREATE INDEX scheduling_poll_meeting ON scheduling_poll (meeting_id);
  CREATE INDEX scheduling_poll_due ON scheduling_poll (closes_at) WHERE state = 'open';

  CREATE TABLE scheduling_poll_slot (
    id uuid PRIMARY KEY,
    poll_id uuid NOT NULL REFERENCES scheduling_poll (id) ON DELETE CASCADE,
    place integer NOT NULL,
    starts_at timestamptz NOT NULL,
    minutes integer NOT NULL CHECK (minutes BETWEEN 15 AND 480),
    all_day boolean NOT NULL,
    day date NOT NULL,
    status text NOT NULL CHECK (status IN ('offered', 'proposed', 'refused')),
    proposed_by uuid,
    added_at timestamptz NOT NULL,
    UNIQUE (poll_id, place),
    UNIQUE (poll_id, starts_at, minutes, all_day)
  );
  ALTER TABLE scheduling_poll ADD CONSTRAINT scheduling_poll_decided_slot FOREIGN KEY (decided_slot_id) REFERENCES scheduling_poll_slot (id);

  -- Someone asked: a person of this installation, or a guest known by name and address. All their answers are one row.
  CREATE TABLE scheduling_poll_participant (
    id uuid PRIMARY KEY,
    poll_id uuid NOT NULL REFERENCES scheduling_poll (id) ON DELETE CASCADE,
    person_id uuid,
    email text,
    name text NOT NULL,
    -- Lower case, single spaces: two people may share one mailbox, one person may be invited twice.
    name_key text NOT NULL,
    structure_id uuid REFERENCES networks_structure (id),
    required boolean NOT NULL DEFAULT false,
    nonce text NOT NULL,
    token_hash text NOT NULL UNIQUE,
    -- One letter a place: y, i (if need be), n or - (nothing said).
    answers text NOT NULL DEFAULT '' CHECK (answers ~ '^[yin-]*$' AND char_length(answers) <= 400),
    none_fits boolean NOT NULL DEFAULT false,
    answered_at timestamptz,
    changed_at timestamptz,
    link_told_at timestamptz,
    reminders integer NOT NULL DEFAULT 0 CHECK (reminders <= 2),
    revoked_at timestamptz,
    created_at timestamptz NOT NULL,
    CHECK (person_id IS NULL OR email IS NULL)
  );
  CREATE UNIQUE INDEX scheduling_poll_participant_person ON scheduling_poll_participant (poll_id, person_id) WHERE person_id IS NOT NULL;
  CREATE UNIQUE INDEX scheduling_poll_participant_guest ON scheduling_poll_participant (poll_id, email, name_key) WHERE email IS NOT NULL;
  CREATE INDEX scheduling_poll_participant_of ON scheduling_poll_participant (person_id) WHERE person_id IS NOT NULL;
  CREATE INDEX scheduling_poll_participant_email ON scheduling_poll_participant (email) WHERE email IS NOT NULL;
`;

const functions = `
  CREATE FUNCTION scheduling_takes_part(poll uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM scheduling_poll_participant p WHERE p.poll_id = poll AND p.person_id = platform_person() AND p.revoked_at IS NULL)
  $$;
  REVOKE ALL ON FUNCTION scheduling_takes_part(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION scheduling_takes_part(uuid) TO cohorte_app;
`;

const runs = (poll: string): string => `(networks_has_role(${poll}.network_id, ARRAY['animator']) OR networks_has_role(${poll}.space_id, ARRAY['animator']))`;
const ofPoll = (table: string, condition: string): string => `EXISTS (SELECT FROM scheduling_poll q WHERE q.id = ${table}.poll_id AND ${condition})`;

/** The words of poll.policy.ts; other people's lines are read by the service, once it knows what the reader may be shown. */
const policies = `
  CREATE POLICY poll_read ON scheduling_poll FOR SELECT TO cohorte_app USING (
    ${runs('scheduling_poll')} OR (state <> 'draft' AND (
      networks_has_role(network_id, ARRAY['programme_team']) OR scheduling_takes_part(id)
      OR EXISTS (SELECT FROM networks_roles_of(platform_person()) r WHERE r.space_id = scheduling_poll.space_id AND r.role IN ('lead', 'member', 'expert')))));
  CREATE POLICY poll_run ON scheduling_poll TO cohorte_app USING (${runs('scheduling_poll')}) WITH CHECK (${runs('scheduling_poll')});
  CREATE POLICY slot_read ON scheduling_poll_slot FOR SELECT TO cohorte_app USING (${ofPoll('scheduling_poll_slot', 'true')});
  CREATE POLICY slot_run ON scheduling_poll_slot TO cohorte_app USING (${ofPoll('scheduling_poll_slot', runs('q'))}) WITH CHECK (${ofPoll('scheduling_poll_slot', runs('q'))});
  CREATE POLICY participant_read ON scheduling_poll_participant FOR SELECT TO cohorte_app USING (
    person_id = platform_person() OR ${ofPoll('scheduling_poll_participant', `(${runs('q')} OR networks_has_role(q.network_id, ARRAY['programme_team']))`)});
  CREATE POLICY participant_run ON scheduling_poll_participant TO cohorte_app
    USING (${ofPoll('scheduling_poll_participant', runs('q'))}) WITH CHECK (${ofPoll('scheduling_poll_participant', runs('q'))});
`;
