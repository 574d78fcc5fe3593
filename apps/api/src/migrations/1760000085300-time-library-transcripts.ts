import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each line of subtitles is said, so that a transcript leads to its moment. */
export class TimeLibraryTranscripts1760000085300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '5s';
      -- Seconds from the beginning, one for each line of the text; null where lines have no time.
      ALTER TABLE library_page ADD COLUMN starts integer[];`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE library_page DROP COLUMN starts');
  }
}
