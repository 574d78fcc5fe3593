import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports bring files: a draft made for one is published once it was read, and a file knows that it came by an import. */
export class LetImportsBringFiles1760000085000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE library_resource ADD COLUMN awaits_file boolean NOT NULL DEFAULT false;
      ALTER TABLE library_upload ADD COLUMN imported boolean NOT NULL DEFAULT false;
      ALTER TABLE library_file ADD COLUMN imported boolean NOT NULL DEFAULT false;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE library_file DROP COLUMN imported;
      ALTER TABLE library_upload DROP COLUMN imported;
      ALTER TABLE library_resource DROP COLUMN awaits_file;`);
  }
}
