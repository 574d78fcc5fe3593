import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked to be told of new versions of a resource; each knows of their own. */
export class CreateLibraryFollows1760000085120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE library_follow (
        resource_id uuid NOT NULL REFERENCES library_resource (id) ON DELETE CASCADE,
        person_id uuid NOT NULL,
        since timestamptz NOT NULL,
        PRIMARY KEY (resource_id, person_id)
      );
      CREATE INDEX library_follow_person ON library_follow (person_id, since);
      ALTER TABLE library_follow ENABLE ROW LEVEL SECURITY;
      ALTER TABLE library_follow FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, DELETE ON library_follow TO cohorte_app;
      CREATE POLICY owner_all ON library_follow TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY system_all ON library_follow TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY own ON library_follow FOR SELECT TO cohorte_app USING (person_id = platform_person());`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE library_follow');
  }
}
