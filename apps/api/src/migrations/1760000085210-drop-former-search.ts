import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = ['platform_search_hits(tsquery, tsquery, integer, integer)', 'platform_search_counts(tsquery, integer)', 'platform_search_pages(uuid[], tsquery[])'];

/** Neither this version nor the one before calls them: a question has been one call since. */
export class DropFormerSearch1760000085210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${functions.join(', ')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(formerly);
    await runner.query(functions.map((name) => `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${name} TO cohorte_app;`).join('\n'));
  }
}

const secure = 'STABLE SECURITY DEFINER SET search_path = public, pg_temp';
const columns = 'id, domain, kind, title, summary, path, quality';

/** As they were. */
const formerly = `
  CREATE FUNCTION platform_search_hits(asked tsquery, marks tsquery, enough integer, most integer)
    RETURNS TABLE (id uuid, domain text, kind text, title text, summary text, path text, quality real, rank real, tier integer) LANGUAGE plpgsql ${secure} AS $$
  DECLARE
    looked CONSTANT integer := 10000;
    within tsquery := asked && marks && platform_search_access();
    -- What must not be there must not be in the text either.
    refusing text := CASE WHEN position('!' IN asked::text) > 0 THEN format('AND body @@ %L::tsquery', within) ELSE '' END;
    found_in_titles integer;
  BEGIN
    RETURN QUERY EXECUTE format(
      'SELECT ${columns}, ts_rank(''{0,0,0.4,1}'', head, %2$L::tsquery), 1 FROM (
         SELECT * FROM (SELECT ${columns}, head FROM platform_search_entry WHERE head @@ %1$L::tsquery %5$s LIMIT %3$s) AS looked ORDER BY quality DESC, id LIMIT %4$s) AS best',
      within, asked, looked, most, refusing);
    GET DIAGNOSTICS found_in_titles = ROW_COUNT;
    IF found_in_titles < enough AND numnode(asked) > 0 THEN
      RETURN QUERY EXECUTE format(
        'SELECT ${columns}, ts_rank_cd(''{0.1,0.2,0.4,1}'', body, %2$L::tsquery, 4|32), 2 FROM (
           SELECT * FROM (SELECT ${columns}, body FROM platform_search_entry WHERE body @@ %1$L::tsquery AND NOT head @@ %2$L::tsquery LIMIT %3$s) AS looked
           ORDER BY quality DESC, id LIMIT %4$s) AS best',
        within, asked, looked, most);
    END IF;
  END $$;

  -- How many entries fit (the empty facet), and how many of them have each facet, among the first \`most\`.
  CREATE FUNCTION platform_search_counts(asked tsquery, most integer) RETURNS TABLE (facet text, entries integer) LANGUAGE plpgsql ${secure} AS $$
  BEGIN
    RETURN QUERY EXECUTE format(
      'WITH found AS MATERIALIZED (SELECT e.facets FROM platform_search_entry e WHERE e.body @@ %L::tsquery LIMIT %s)
       SELECT ''''::text, count(*)::integer FROM found UNION ALL SELECT f, count(*)::integer FROM found, unnest(found.facets) AS f GROUP BY f',
      asked && platform_search_access(), most);
  END $$;

  -- Of each entry the person may know, the three pages that say most of what is looked for: \`any_of\` holds one question a word.
  CREATE FUNCTION platform_search_pages(ids uuid[], any_of tsquery[]) RETURNS TABLE (entry_id uuid, number integer, text text) LANGUAGE sql ${secure} AS $$
    SELECT p.entry_id, p.number, p.text FROM platform_search_entry e CROSS JOIN LATERAL (
      SELECT p.*, (SELECT count(*) FROM unnest(any_of) AS q WHERE p.stems @@ q) AS said FROM platform_search_page p WHERE p.entry_id = e.id ORDER BY said DESC, p.number LIMIT 3
    ) AS p WHERE e.id = ANY (ids) AND e.head @@ platform_search_access() AND p.said > 0
  $$;
`;
