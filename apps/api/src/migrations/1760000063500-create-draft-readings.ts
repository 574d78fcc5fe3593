import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each person has read each thread of comments. */
export class CreateDraftReadings1760000063500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE drafts_thread_reading (
        thread_id uuid NOT NULL REFERENCES drafts_thread (id),
        person_id uuid NOT NULL,
        read_at timestamptz NOT NULL,
        PRIMARY KEY (thread_id, person_id)
      );
      GRANT SELECT, INSERT, UPDATE (read_at), DELETE ON drafts_thread_reading TO cohorte_app;
      ALTER TABLE drafts_thread_reading ENABLE ROW LEVEL SECURITY;
      ALTER TABLE drafts_thread_reading FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON drafts_thread_reading TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON drafts_thread_reading TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY reading_own ON drafts_thread_reading TO cohorte_app USING (person_id = platform_person())
        WITH CHECK (person_id = platform_person() AND EXISTS (SELECT FROM drafts_thread t WHERE t.id = drafts_thread_reading.thread_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE drafts_thread_reading');
  }
}
