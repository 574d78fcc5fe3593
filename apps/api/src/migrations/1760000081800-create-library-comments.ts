import type { MigrationInterface, QueryRunner } from 'typeorm';

/** «Nous l'avons utilisé pour…»: what people of the network tell of their use of a resource. */
export class CreateLibraryComments1760000081800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE library_comment (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES library_resource (id) ON DELETE CASCADE,
        -- The version of the resource it speaks of.
        edition integer NOT NULL,
        body text NOT NULL CHECK (char_length(body) <= 1500),
        author_id uuid NOT NULL,
        structure_id uuid REFERENCES networks_structure (id),
        written_at timestamptz NOT NULL
      );
      CREATE INDEX library_comment_resource ON library_comment (resource_id, written_at);
      ALTER TABLE library_comment ENABLE ROW LEVEL SECURITY;
      ALTER TABLE library_comment FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON library_comment TO cohorte_app;
      CREATE POLICY system_all ON library_comment TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON library_comment TO CURRENT_USER USING (true) WITH CHECK (true);
      -- Told among people of the network, about what they may read; never to the public.
      CREATE POLICY comment_read ON library_comment FOR SELECT TO cohorte_app USING (
        EXISTS (SELECT FROM library_resource r WHERE r.id = library_comment.resource_id AND r.network_id IN (SELECT networks_inside_networks(platform_person()))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE library_comment');
  }
}
