import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event that somebody was told before they had a place keeps its name once they have one; events told already keep theirs. */
export class NameCalendarEventsAfterPeople1760000085410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Null: the event is named after the place itself, as for guests, whoever the place belongs to later.
    await runner.query('ALTER TABLE meetings_registration ADD COLUMN calendar_key uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE meetings_registration DROP COLUMN calendar_key');
  }
}
