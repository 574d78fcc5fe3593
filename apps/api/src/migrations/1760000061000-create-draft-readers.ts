import type { MigrationInterface, QueryRunner } from 'typeorm';

const secure = 'STABLE SECURITY DEFINER SET search_path = public, pg_temp';

/** The rank of one person on one draft; `who` is the SQL that names the person. */
const rank = (who: string): string => `
    WITH held AS MATERIALIZED (SELECT space_id, space_kind, role FROM networks_roles_of(${who}))
    SELECT coalesce(max(rank), 0) FROM (
      SELECT CASE space_kind || ':' || role
          WHEN 'structure:lead' THEN 5 WHEN 'structure:member' THEN 4 WHEN 'structure:expert' THEN 1
          WHEN 'cohort:animator' THEN 5 WHEN 'cohort:programme_team' THEN 5
          WHEN 'cohort:lead' THEN 4 WHEN 'cohort:member' THEN 4 WHEN 'cohort:expert' THEN 4 WHEN 'cohort:sponsor' THEN 1
          WHEN 'network:animator' THEN 5 WHEN 'network:programme_team' THEN 4
          WHEN 'network:lead' THEN 1 WHEN 'network:member' THEN 1 WHEN 'network:expert' THEN 1 WHEN 'network:sponsor' THEN 1
          ELSE 0 END AS rank
        FROM held WHERE space_id = owner
      UNION ALL
      SELECT 5 FROM held JOIN networks_space s ON s.network_id = held.space_id
        WHERE s.id = owner AND s.kind = 'cohort' AND held.role IN ('animator', 'programme_team')
      UNION ALL
      SELECT array_position(ARRAY['reader', 'commenter', 'suggester', 'editor'], g.access) FROM drafts_grant g
        WHERE g.draft_id = draft AND (g.person_id = ${who} OR g.space_id IN (SELECT space_id FROM held WHERE role <> 'guest'))
    ) ranks`;

/** Who may read a draft, for those who may name someone in it: one rule says it of oneself and of others. */
export class CreateDraftReaders1760000061000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION drafts_rank_for(person uuid, draft uuid, owner uuid) RETURNS integer LANGUAGE sql ${secure} AS $$ ${rank('person')} $$;
      CREATE OR REPLACE FUNCTION drafts_rank_of(draft uuid, owner uuid) RETURNS integer LANGUAGE sql ${secure} AS $$
        SELECT drafts_rank_for(platform_person(), draft, owner)
      $$;

      -- Whoever stands in a space the draft is owned by or open to is asked; those below «commenter» are answered nothing.
      CREATE FUNCTION drafts_readers(wanted uuid) RETURNS TABLE (person_id uuid, name text) LANGUAGE sql ${secure} AS $$
        WITH d AS (SELECT id, owner_space_id FROM drafts_draft WHERE id = wanted AND drafts_rank_of(id, owner_space_id) >= 2),
        near AS (
          SELECT owner_space_id AS id FROM d
          UNION SELECT g.space_id FROM drafts_grant g JOIN d ON g.draft_id = d.id WHERE g.space_id IS NOT NULL
          UNION SELECT s.network_id FROM networks_space s JOIN d ON s.id = d.owner_space_id WHERE s.kind = 'cohort'),
        around AS (
          SELECT id FROM near
          UNION SELECT m.structure_id FROM networks_membership m JOIN near ON m.space_id = near.id WHERE m.structure_id IS NOT NULL AND m.ended_at IS NULL),
        candidates AS (
          SELECT m.person_id FROM networks_membership m JOIN around ON m.space_id = around.id WHERE m.person_id IS NOT NULL AND m.ended_at IS NULL
          UNION SELECT g.person_id FROM drafts_grant g JOIN d ON g.draft_id = d.id WHERE g.person_id IS NOT NULL)
        SELECT p.id, p.name FROM d CROSS JOIN candidates c JOIN identity_person p ON p.id = c.person_id
          WHERE p.name IS NOT NULL AND drafts_rank_for(c.person_id, d.id, d.owner_space_id) > 0
          ORDER BY p.name, p.id
      $$;

      REVOKE ALL ON FUNCTION drafts_rank_for(uuid, uuid, uuid), drafts_readers(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION drafts_readers(uuid) TO cohorte_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION drafts_rank_of(draft uuid, owner uuid) RETURNS integer LANGUAGE sql ${secure} AS $$ ${rank('platform_person()')} $$;
      DROP FUNCTION drafts_readers(uuid);
      DROP FUNCTION drafts_rank_for(uuid, uuid, uuid);
    `);
  }
}
