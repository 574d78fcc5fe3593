import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['library_tag_change', 'library_tag_correction'];

/** Every change of the tags of a network, and what it made of each resource, so that the last one can be taken back. */
export class CreateLibraryTagChanges1760000085110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE library_tag_change (
        id uuid PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        network_id uuid NOT NULL REFERENCES networks_space (id) ON DELETE CASCADE,
        words text[] NOT NULL CHECK (cardinality(words) BETWEEN 1 AND 20),
        -- Null: the words were taken out.
        into_word text,
        -- Among those that whoever changed them may read.
        resources integer NOT NULL,
        changed_by uuid,
        changed_at timestamptz NOT NULL,
        undone_by uuid,
        undone_at timestamptz
      );
      CREATE INDEX library_tag_change_network ON library_tag_change (network_id, seq);

      CREATE TABLE library_tag_correction (
        change_id uuid NOT NULL REFERENCES library_tag_change (id) ON DELETE CASCADE,
        resource_id uuid NOT NULL REFERENCES library_resource (id) ON DELETE CASCADE,
        before text[] NOT NULL,
        after text[] NOT NULL,
        PRIMARY KEY (change_id, resource_id)
      );
      CREATE INDEX library_tag_correction_resource ON library_tag_correction (resource_id);`);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());`).join('\n'));
    // What became of each resource is the domain's own: drafts of others are among them.
    await runner.query('CREATE POLICY of_network ON library_tag_change FOR SELECT TO cohorte_app USING (network_id IN (SELECT networks_inside_networks(platform_person())));');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON library_tag_change TO cohorte_app; GRANT SELECT, INSERT, DELETE ON library_tag_correction TO cohorte_app;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')}`);
  }
}
