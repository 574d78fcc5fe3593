import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries that hold all that is asked are not read to be counted: more of them are looked at than of those that must be. */
export class CountSeveralEntries1760000085220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(near('CASE WHEN exact THEN 1000 ELSE 250 END'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(near('250 * cardinality(marks)'));
  }
}

const planned = 'LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off';
const columns = 'id, domain, kind, title, path, quality';
const ofTitles = '{0,0,0.4,1}';
const worth = 'said + 0.5 * quality + 5::float8 / (5 + length(title))';

const near = (looked: string): string => `
  -- What answers \`asked\` among the entries that hold \`sought\`, which is a part of it, and how it is shared out within each of \`marks\` (null: all there is); hits are within the first.
  CREATE OR REPLACE FUNCTION platform_search_near(asked tsquery, sought tsquery, rights tsquery, marks tsquery[], enough integer, most integer, counting boolean) RETURNS json ${planned} AS $$
  DECLARE
    read CONSTANT integer := 120;
    -- Those that hold all that is asked need not be read again.
    exact CONSTANT boolean := asked = sought;
    looked CONSTANT integer := ${looked};
    answer json;
  BEGIN
    WITH few AS MATERIALIZED (SELECT ${columns}, facets, head, body FROM platform_search_entry e WHERE e.body @@ sought LIMIT looked + 1),
      -- Rights before anything else.
      known AS MATERIALIZED (SELECT f.*, f.head @@ asked AS is_title FROM few f WHERE f.head @@ rights AND (exact OR f.body @@ asked)),
      here AS MATERIALIZED (SELECT k.* FROM known k WHERE marks[1] IS NULL OR k.head @@ marks[1]),
      found AS (SELECT count(*) FILTER (WHERE is_title) AS in_titles FROM here),
      hits AS (
        (SELECT ${columns}, said AS rank, 1 AS tier FROM (SELECT *, ts_rank('${ofTitles}', head, asked) AS said FROM here WHERE is_title) AS t ORDER BY ${worth} DESC, id LIMIT most)
        UNION ALL
        (SELECT ${columns}, ts_rank_cd('{0.1,0.2,0.4,1}', body, asked, 4|32), 2 FROM (
          SELECT * FROM here WHERE NOT is_title AND (SELECT in_titles < enough FROM found) ORDER BY quality DESC, id LIMIT least(read, most)) AS t)),
      shared AS (
        SELECT m.at, f.facet, count(*) AS entries FROM unnest(marks) WITH ORDINALITY AS m (mark, at) JOIN known k ON m.mark IS NULL OR k.head @@ m.mark, unnest(k.facets || ''::text) AS f (facet)
        WHERE counting GROUP BY m.at, f.facet)
    SELECT CASE WHEN (SELECT count(*) <= looked FROM few) THEN json_build_object('hits', (SELECT json_agg(h) FROM hits h), 'counts', (
      SELECT json_agg((SELECT json_object_agg(s.facet, s.entries) FROM shared s WHERE s.at = m.at) ORDER BY m.at) FROM unnest(marks) WITH ORDINALITY AS m (mark, at))) END INTO answer;
    RETURN answer;
  END $$;
`;
