import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mailbox of this machine keeps what else a letter carries: its Message-ID, its headers, its attachments. */
export class ExtendMailbox1760000075000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE platform_mailbox
        ADD COLUMN message_id text,
        ADD COLUMN headers jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN attachments jsonb NOT NULL DEFAULT '[]',
        ADD CONSTRAINT platform_mailbox_one_a_message UNIQUE (message_id, recipient);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE platform_mailbox DROP CONSTRAINT platform_mailbox_one_a_message, DROP COLUMN message_id, DROP COLUMN headers, DROP COLUMN attachments');
  }
}
