import type { MigrationInterface, QueryRunner } from 'typeorm';

const policyFrom = (rank: number): string => `
  DROP POLICY image_add ON drafts_image;
  CREATE POLICY image_add ON drafts_image FOR INSERT TO cohorte_app WITH CHECK (person_id = platform_person() AND EXISTS (
    SELECT FROM drafts_draft d WHERE d.id = drafts_image.draft_id AND drafts_rank_of(d.id, d.owner_space_id) >= ${rank}))`;

/** A picture can be proposed: whoever may suggest may bring one. */
export class OpenDraftImages1760000060800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policyFrom(3));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(policyFrom(4));
  }
}
