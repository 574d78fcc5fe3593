import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['library_synonym', 'library_synonym_change'];

/** Words that mean the same, one list a network, and the log of who changed them. The search reads its own copy. */
export class CreateLibrarySynonyms1760000083100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE library_synonym (
        id uuid PRIMARY KEY,
        network_id uuid NOT NULL REFERENCES networks_space (id) ON DELETE CASCADE,
        members text[] NOT NULL CHECK (cardinality(members) BETWEEN 2 AND 12),
        version integer NOT NULL DEFAULT 1,
        changed_by uuid,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX library_synonym_network ON library_synonym (network_id);

      -- Appended only; without words before, a group was added, without words after, it was taken out.
      CREATE TABLE library_synonym_change (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        group_id uuid NOT NULL,
        network_id uuid NOT NULL REFERENCES networks_space (id) ON DELETE CASCADE,
        before text[],
        after text[],
        changed_by uuid,
        changed_at timestamptz NOT NULL,
        CHECK (before IS NOT NULL OR after IS NOT NULL)
      );
      CREATE INDEX library_synonym_change_network ON library_synonym_change (network_id);`);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY of_network ON ${table} FOR SELECT TO cohorte_app USING (network_id IN (SELECT networks_inside_networks(platform_person())));`).join('\n'));
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON library_synonym TO cohorte_app; GRANT SELECT, INSERT ON library_synonym_change TO cohorte_app;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.join(', ')}`);
  }
}
