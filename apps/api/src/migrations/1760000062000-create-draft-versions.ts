import type { MigrationInterface, QueryRunner } from 'typeorm';

const seen = `EXISTS (SELECT FROM drafts_draft d WHERE d.id = drafts_version.draft_id AND drafts_rank_of(d.id, d.owner_space_id) >= 4)`;

/** Positions of a draft's journal that someone named, or that a restoration left. What the text was there is the journal's alone. */
export class CreateDraftVersions1760000062000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE drafts_version (
        id uuid PRIMARY KEY,
        draft_id uuid NOT NULL REFERENCES drafts_draft (id),
        seq bigint NOT NULL CHECK (seq > 0),
        kind text NOT NULL CHECK (kind IN ('named', 'restored', 'before-restore')),
        name text CHECK ((name IS NOT NULL) = (kind = 'named')),
        -- The position whose text came back.
        restores bigint CHECK ((restores IS NOT NULL) = (kind = 'restored')),
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX drafts_version_position ON drafts_version (draft_id, seq);
      CREATE UNIQUE INDEX drafts_version_named ON drafts_version (draft_id, seq) WHERE kind = 'named';

      ALTER TABLE drafts_version ENABLE ROW LEVEL SECURITY;
      ALTER TABLE drafts_version FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON drafts_version TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON drafts_version TO CURRENT_USER USING (true) WITH CHECK (true);
      -- The past holds what was taken away: only those who write see it.
      CREATE POLICY version_read ON drafts_version FOR SELECT TO cohorte_app USING (${seen});
      CREATE POLICY version_add ON drafts_version FOR INSERT TO cohorte_app WITH CHECK (${seen} AND created_by = platform_person());
      CREATE POLICY version_rename ON drafts_version FOR UPDATE TO cohorte_app USING (${seen} AND kind = 'named') WITH CHECK (${seen} AND kind = 'named');
      CREATE POLICY version_unname ON drafts_version FOR DELETE TO cohorte_app USING (${seen} AND kind = 'named');
      GRANT SELECT, INSERT, UPDATE (name), DELETE ON drafts_version TO cohorte_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE drafts_version');
  }
}
