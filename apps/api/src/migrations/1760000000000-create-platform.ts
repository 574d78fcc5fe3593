import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who acts, as row-level security reads it; the outbox and its receipts; the mailbox of this machine. */
export class CreatePlatform1760000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION platform_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('cohorte.person_id', true), '')::uuid $$;
      CREATE FUNCTION platform_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(current_setting('cohorte.system', true), '') <> '' $$;

      CREATE TABLE platform_outbox (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        delivered_at timestamptz
      );
      CREATE INDEX platform_outbox_due ON platform_outbox (id) WHERE delivered_at IS NULL;
      CREATE TABLE platform_outbox_receipt (
        event_id uuid NOT NULL REFERENCES platform_outbox (id) ON DELETE CASCADE,
        listener text NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (event_id, listener)
      );
      CREATE TABLE platform_mailbox (
        id uuid PRIMARY KEY,
        recipient text NOT NULL,
        subject text NOT NULL,
        html text NOT NULL,
        body text NOT NULL,
        sent_at timestamptz NOT NULL
      );
      CREATE INDEX platform_mailbox_recipient ON platform_mailbox (recipient, sent_at DESC);

      ALTER TABLE platform_outbox ENABLE ROW LEVEL SECURITY;
      ALTER TABLE platform_outbox FORCE ROW LEVEL SECURITY;
      CREATE POLICY outbox_publish ON platform_outbox FOR INSERT WITH CHECK (true);
      CREATE POLICY outbox_deliver ON platform_outbox USING (platform_is_system());
      ALTER TABLE platform_mailbox ENABLE ROW LEVEL SECURITY;
      ALTER TABLE platform_mailbox FORCE ROW LEVEL SECURITY;
      CREATE POLICY mailbox_system ON platform_mailbox USING (platform_is_system()) WITH CHECK (platform_is_system());

      GRANT SELECT, INSERT, UPDATE, DELETE ON platform_outbox, platform_outbox_receipt, platform_mailbox TO cohorte_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE platform_outbox_receipt, platform_outbox, platform_mailbox;
      DROP FUNCTION platform_is_system();
      DROP FUNCTION platform_person();
    `);
  }
}
