import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When someone first proved to hold their address: until then the first run of an installation may be corrected. */
export class AddIdentityFirstSignIn1760000066000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity_person ADD COLUMN first_signed_in_at timestamptz');
    await runner.query('UPDATE identity_person SET first_signed_in_at = created_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity_person DROP COLUMN first_signed_in_at');
  }
}
