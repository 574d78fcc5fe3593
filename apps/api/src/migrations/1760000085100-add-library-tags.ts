import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of a network's own beside the controlled lists, and codes of the common procurement vocabulary. */
export class AddLibraryTags1760000085100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE library_resource ADD COLUMN tags text[] NOT NULL DEFAULT '{}', ADD COLUMN tag_keys text[] NOT NULL DEFAULT '{}', ADD COLUMN cpv text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT library_resource_tags CHECK (cardinality(tags) = cardinality(tag_keys) AND cardinality(tags) <= 12);
      CREATE INDEX library_resource_tagged ON library_resource USING gin (tag_keys);
      -- Versions and deposits made before have none.
      UPDATE library_version SET fields = fields || '{"tags": [], "cpv": []}' WHERE NOT fields ? 'tags';
      UPDATE library_deposit SET fields = fields || '{"tags": []}' WHERE NOT fields ? 'tags';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE library_resource DROP COLUMN tags, DROP COLUMN tag_keys, DROP COLUMN cpv;
      UPDATE library_version SET fields = fields - 'tags' - 'cpv';
      UPDATE library_deposit SET fields = fields - 'tags';`);
  }
}
