import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = ['drafts_append', 'drafts_append_each'].map((name) => `${name}(uuid[], uuid[], bigint[], uuid[], integer[], bytea, integer[], bigint[])`);

/** The journal's statements are planned once a connection: planned for each COMMIT, that cost a third of it. */
export class PlanDraftsAppendOnce1760000060600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const declared of functions) await runner.query(`ALTER FUNCTION ${declared} SET plan_cache_mode = force_generic_plan`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const declared of functions) await runner.query(`ALTER FUNCTION ${declared} RESET plan_cache_mode`);
  }
}
