import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries of feeds that became resources: each once in a network, however often its feed is read. */
export class CreateLibraryFeeds1760000085010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE library_feed_entry (
        network_id uuid NOT NULL REFERENCES networks_network (id) ON DELETE CASCADE,
        -- The hash of what its publisher identifies it by.
        key text NOT NULL CHECK (key ~ '^[0-9a-f]{64}$'),
        resource_id uuid NOT NULL REFERENCES library_resource (id) ON DELETE CASCADE,
        taken_at timestamptz NOT NULL,
        PRIMARY KEY (network_id, key)
      );
      CREATE INDEX library_feed_entry_resource ON library_feed_entry (resource_id);
      CREATE INDEX library_resource_link ON library_resource (network_id, md5(link)) WHERE link IS NOT NULL;
      ALTER TABLE library_feed_entry ENABLE ROW LEVEL SECURITY;
      ALTER TABLE library_feed_entry FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON library_feed_entry TO cohorte_app;
      CREATE POLICY system_all ON library_feed_entry TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON library_feed_entry TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY feed_entry_read ON library_feed_entry FOR SELECT TO cohorte_app
        USING (network_id IN (SELECT r.space_id FROM networks_roles_of(platform_person()) r WHERE r.role = 'animator'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX library_resource_link; DROP TABLE library_feed_entry');
  }
}
