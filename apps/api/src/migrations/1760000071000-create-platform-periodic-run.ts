import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each periodic run began last, on whatever node: so that a period holds one. */
export class CreatePlatformPeriodicRun1760000071000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform_periodic_run (
        name text PRIMARY KEY,
        began_at timestamptz NOT NULL
      );
      ALTER TABLE platform_periodic_run ENABLE ROW LEVEL SECURITY;
      ALTER TABLE platform_periodic_run FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON platform_periodic_run TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON platform_periodic_run TO CURRENT_USER USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON platform_periodic_run TO cohorte_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform_periodic_run');
  }
}
