import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The readable text of pages that resources lead to, kept for the day their link is dead. */
export class KeepCopiesOfLinks1760000085400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE library_link_copy (
        resource_id uuid PRIMARY KEY REFERENCES library_resource (id) ON DELETE CASCADE,
        -- The link of the resource at that time, and where it had led.
        link text NOT NULL,
        source text NOT NULL,
        title text NOT NULL,
        blocks jsonb NOT NULL,
        -- Of title and blocks: a page that did not change is not written again.
        sha256 text NOT NULL,
        taken_at timestamptz NOT NULL
      );
      ALTER TABLE library_link_copy ENABLE ROW LEVEL SECURITY;
      ALTER TABLE library_link_copy FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON library_link_copy TO cohorte_app;
      CREATE POLICY system_all ON library_link_copy TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON library_link_copy TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY link_copy_read ON library_link_copy FOR SELECT TO cohorte_app USING (EXISTS (SELECT FROM library_resource r WHERE r.id = library_link_copy.resource_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE library_link_copy');
  }
}
