import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One open link a poll, and which lines came by it. */
export class OpenPollsToPassersBy1760000077000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scheduling_poll_open_link (
        poll_id uuid PRIMARY KEY REFERENCES scheduling_poll (id) ON DELETE CASCADE,
        nonce text NOT NULL,
        token_hash text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL
      );
      ALTER TABLE scheduling_poll_open_link ENABLE ROW LEVEL SECURITY;
      ALTER TABLE scheduling_poll_open_link FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON scheduling_poll_open_link TO cohorte_app;
      CREATE POLICY system_all ON scheduling_poll_open_link TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON scheduling_poll_open_link TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY open_link_run ON scheduling_poll_open_link TO cohorte_app USING (${runs}) WITH CHECK (${runs});
      -- Said who they are themselves: nobody has proved that the address is theirs.
      ALTER TABLE scheduling_poll_participant ADD COLUMN by_open_link boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduling_poll_participant DROP COLUMN by_open_link; DROP TABLE scheduling_poll_open_link');
  }
}

/** Those who run the poll, and nobody else. */
const runs = `EXISTS (SELECT FROM scheduling_poll q WHERE q.id = scheduling_poll_open_link.poll_id
  AND (networks_has_role(q.network_id, ARRAY['animator']) OR networks_has_role(q.space_id, ARRAY['animator'])))`;
