import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['notifications_notice', 'notifications_preference', 'notifications_reader', 'notifications_undelivered', 'notifications_sweep'];

/** Telling people: what is owed to whom, what they want to be told, the links by which they stop it, addresses that refuse. */
export class CreateNotifications1760000075500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(notices);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
    await runner.query(`
      CREATE POLICY notice_own ON notifications_notice FOR SELECT TO cohorte_app USING (person_id = platform_person() AND shown_at IS NOT NULL);
      CREATE POLICY notice_mark ON notifications_notice FOR UPDATE TO cohorte_app
        USING (person_id = platform_person() AND shown_at IS NOT NULL) WITH CHECK (person_id = platform_person() AND shown_at IS NOT NULL);
      CREATE POLICY preference_own ON notifications_preference TO cohorte_app
        USING (recipient = platform_person()::text) WITH CHECK (recipient = platform_person()::text);
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${tables.join(', ')} TO cohorte_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')}`);
  }
}

const notices = `
  CREATE TABLE notifications_notice (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    about text NOT NULL CHECK (about IN ('meeting', 'poll', 'track-poll')),
    about_id uuid NOT NULL,
    -- The person’s own row over there: a registration, a poll’s participant.
    standing_id uuid,
    person_id uuid,
    address text CHECK (char_length(address) <= 254),
    name text CHECK (char_length(name) <= 200),
    -- Who counts as one: a person, or an address with the name of the one who shares it.
    recipient text NOT NULL,
    -- Why it is told: the same occasion is told once, however often its fact is delivered.
    occasion text NOT NULL,
    facts jsonb NOT NULL,
    leave_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    -- The letter it travels in, once decided (the id of its first notice): a letter tried again holds the same notices.
    letter_id uuid,
    mail text NOT NULL DEFAULT 'waiting' CHECK (mail IN ('waiting', 'sent', 'dropped', 'failed')),
    why text,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    settled_at timestamptz CHECK ((settled_at IS NULL) = (mail = 'waiting')),
    -- The civil day in Paris on which a reminder left.
    reminded_on date,
    shown_at timestamptz,
    read_at timestamptz,
    CHECK ((person_id IS NULL) = (address IS NOT NULL)),
    UNIQUE (recipient, occasion)
  );
  CREATE UNIQUE INDEX notifications_notice_one_reminder_a_day ON notifications_notice (recipient, about_id, reminded_on) WHERE reminded_on IS NOT NULL;
  CREATE INDEX notifications_notice_due ON notifications_notice (next_attempt_at) WHERE mail = 'waiting';
  CREATE INDEX notifications_notice_letter ON notifications_notice (letter_id) WHERE mail = 'waiting';
  CREATE INDEX notifications_notice_bell ON notifications_notice (person_id, id DESC) WHERE shown_at IS NOT NULL;
  CREATE INDEX notifications_notice_settled ON notifications_notice (settled_at) WHERE settled_at IS NOT NULL;

  CREATE TABLE notifications_preference (
    -- A person’s id, or the address of a guest.
    recipient text NOT NULL,
    topic text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('bell', 'mail')),
    wanted boolean NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (recipient, topic, channel)
  );

  CREATE TABLE notifications_reader (
    id uuid PRIMARY KEY,
    recipient text NOT NULL UNIQUE,
    nonce text NOT NULL,
    token_hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL
  );

  CREATE TABLE notifications_undelivered (
    address text PRIMARY KEY,
    failed_at timestamptz NOT NULL
  );

  -- Reminders of one moment are written once, for those who stand there then.
  CREATE TABLE notifications_sweep (
    occasion text PRIMARY KEY,
    done_at timestamptz NOT NULL
  );
`;
