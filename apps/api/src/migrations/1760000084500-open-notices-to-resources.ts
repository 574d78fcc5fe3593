import type { MigrationInterface, QueryRunner } from 'typeorm';

const things = (names: string): string => `
  ALTER TABLE notifications_notice DROP CONSTRAINT notifications_notice_about_check;
  ALTER TABLE notifications_notice ADD CONSTRAINT notifications_notice_about_check CHECK (about IN (${names}));`;

/** Resources of the library are told of too. */
export class OpenNoticesToResources1760000084500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(things(`'meeting', 'poll', 'track-poll', 'resource'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notifications_notice WHERE about = 'resource'; ${things(`'meeting', 'poll', 'track-poll'`)}`);
  }
}
