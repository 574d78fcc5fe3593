import type { MigrationInterface, QueryRunner } from 'typeorm';

const asked = ['platform_search_ask(text, text[], text, integer, integer, boolean, text[])', 'platform_search_keys_of(text)', 'platform_search_said(text, uuid[], text[], integer)'];
const inner = ['platform_search_best(tsquery, tsquery, integer, integer, boolean)', 'platform_search_shares(tsquery, tsquery)'];

/**
 * A question in one round trip: its steps, its hits and its counts. A function names who acts and works out their rights once; those below are
 * called by it alone. What nodes of the version before call (hits, counts, pages) stays beside it until the next.
 */
export class AskSearchInOneTrip1760000083000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(best);
    await runner.query(asking);
    for (const name of [...inner, ...asked]) await runner.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
    for (const name of asked) await runner.query(`GRANT EXECUTE ON FUNCTION ${name} TO cohorte_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${[...asked, ...inner].join(', ')}`);
  }
}

/** Planned once: what is rare and what is not is found out by the index itself while it is walked, so the table never is. */
const planned = 'SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off';
const columns = 'id, domain, kind, title, path, quality';

/**
 * However broad the question, no more than `looked` titles and `counted` texts are looked at, and no more than `read` texts are read: titles
 * first, texts when titles are too few for a page or for a count.
 */
const best = `
  -- What answers \`asked\` (all there is, when null) within \`scope\` (rights, and chosen facets), and how it is shared out: the empty facet is the number of entries.
  CREATE FUNCTION platform_search_best(asked tsquery, scope tsquery, enough integer, most integer, counting boolean) RETURNS json LANGUAGE plpgsql STABLE ${planned} AS $$
  DECLARE
    looked CONSTANT integer := 3000;
    counted CONSTANT integer := 1000;
    read CONSTANT integer := 120;
    within CONSTANT tsquery := coalesce(asked && scope, scope);
    -- What must not be there must not be in the text either.
    refusing CONSTANT boolean := coalesce(position('!' IN asked::text) > 0, false);
    answer json;
  BEGIN
    WITH titles AS MATERIALIZED (
        SELECT e.*, coalesce(ts_rank('{0,0,0.4,1}', e.head, asked), 0) AS said FROM platform_search_entry e WHERE e.head @@ within AND (NOT refusing OR e.body @@ within) LIMIT looked),
      found AS (SELECT count(*) AS in_titles FROM titles),
      texts AS MATERIALIZED (
        SELECT e.id, e.quality, e.facets, e.head @@ asked AS is_title FROM platform_search_entry e
        WHERE (SELECT (counting AND in_titles < counted) OR in_titles < enough FROM found) AND e.body @@ within LIMIT counted),
      hits AS (
        -- A title that says little else comes before one that says much else.
        (SELECT ${columns}, said AS rank, 1 AS tier FROM titles ORDER BY said + 0.5 * quality + 5.0 / (5 + length(title)) DESC, id LIMIT most)
        UNION ALL
        (SELECT ${columns}, ts_rank_cd('{0.1,0.2,0.4,1}', body, asked, 4|32), 2 FROM platform_search_entry WHERE asked IS NOT NULL AND id IN (
          SELECT t.id FROM texts t WHERE (SELECT in_titles < enough FROM found) AND NOT t.is_title ORDER BY t.quality DESC, t.id LIMIT least(read, most)))),
      shared AS (
        SELECT t.facets FROM texts t WHERE (SELECT in_titles < counted FROM found)
        UNION ALL (SELECT t.facets FROM titles t WHERE (SELECT in_titles >= counted FROM found) LIMIT counted))
    SELECT json_build_object('hits', (SELECT json_agg(h) FROM hits h), 'shares', CASE WHEN counting THEN (
      SELECT json_object_agg(f.facet, f.entries) FROM (SELECT '' AS facet, count(*) AS entries FROM shared UNION ALL SELECT each, count(*) FROM shared, unnest(shared.facets) AS each GROUP BY each) AS f) END) INTO answer;
    RETURN answer;
  END $$;

  -- How many entries there are, and how many of each facet, among the first thousand: titles when they are as many.
  CREATE FUNCTION platform_search_shares(asked tsquery, scope tsquery) RETURNS json LANGUAGE plpgsql STABLE ${planned} AS $$
  DECLARE
    counted CONSTANT integer := 1000;
    within CONSTANT tsquery := coalesce(asked && scope, scope);
    refusing CONSTANT boolean := coalesce(position('!' IN asked::text) > 0, false);
    answer json;
  BEGIN
    WITH titles AS MATERIALIZED (SELECT e.facets FROM platform_search_entry e WHERE NOT refusing AND e.head @@ within LIMIT counted),
      found AS (SELECT count(*) AS in_titles FROM titles),
      shared AS (
        SELECT t.facets FROM titles t WHERE (SELECT in_titles >= counted FROM found)
        UNION ALL (SELECT e.facets FROM platform_search_entry e WHERE (SELECT in_titles < counted FROM found) AND e.body @@ within LIMIT counted))
    SELECT json_object_agg(f.facet, f.entries) FROM (SELECT '' AS facet, count(*) AS entries FROM shared UNION ALL SELECT each, count(*) FROM shared, unnest(shared.facets) AS each GROUP BY each) AS f INTO answer;
    RETURN answer;
  END $$;
`;

const secure = 'SECURITY DEFINER SET search_path = public, pg_temp';

/** Volatile: they name who acts, for the one statement they are called in. */
const asking = `
  -- The first of \`steps\` that finds something within the marks (the first of all when none does), and how it is shared out: there, and within each of \`others\`.
  CREATE FUNCTION platform_search_ask(person text, steps text[], marks text, enough integer, most integer, counting boolean, others text[]) RETURNS json LANGUAGE plpgsql ${secure} AS $$
  DECLARE
    keys text[];
    rights tsquery;
    step integer := 1;
    asked tsquery;
    best json := '{}';
    mark text;
    shares json[];
  BEGIN
    PERFORM set_config('cohorte.person_id', person, true);
    keys := platform_search_keys();
    rights := (SELECT string_agg(quote_literal('@' || key), ' | ')::tsquery FROM unnest(keys) AS key);
    FOR at IN 1 .. cardinality(steps) LOOP
      CONTINUE WHEN steps[at] = '' AND marks = '';
      best := platform_search_best(nullif(steps[at], '')::tsquery, coalesce(nullif(marks, '')::tsquery && rights, rights), enough, most, counting);
      IF best ->> 'hits' IS NOT NULL THEN
        step := at;
        EXIT;
      END IF;
    END LOOP;
    shares := ARRAY[best -> 'shares'];
    FOREACH mark IN ARRAY others LOOP
      asked := nullif(steps[step], '')::tsquery;
      shares := shares || CASE WHEN asked IS NULL AND mark = '' THEN '{}' ELSE platform_search_shares(asked, coalesce(nullif(mark, '')::tsquery && rights, rights)) END;
    END LOOP;
    RETURN json_build_object('step', step - 1, 'keys', keys, 'hits', best -> 'hits', 'counts', to_json(shares));
  END $$;

  CREATE FUNCTION platform_search_keys_of(person text) RETURNS text[] LANGUAGE plpgsql ${secure} AS $$
  BEGIN
    PERFORM set_config('cohorte.person_id', person, true);
    RETURN platform_search_keys();
  END $$;

  -- Of each entry the person may know, its summary and the \`most\` pages that say most of what is looked for: \`words\` holds one question a word.
  CREATE FUNCTION platform_search_said(person text, ids uuid[], words text[], most integer) RETURNS json LANGUAGE plpgsql ${secure} AS $$
  DECLARE
    wanted tsquery[] := words::tsquery[];
    rights tsquery;
  BEGIN
    PERFORM set_config('cohorte.person_id', person, true);
    rights := platform_search_access();
    RETURN (
      SELECT coalesce(json_agg(json_build_object('id', e.id, 'summary', e.summary, 'pages', (
        SELECT coalesce(json_agg(json_build_object('number', best.number, 'text', best.text)), '[]') FROM (
          SELECT p.number, p.text, (SELECT count(*) FROM unnest(wanted) AS word WHERE p.stems @@ word) AS said FROM platform_search_page p
          WHERE p.entry_id = e.id ORDER BY said DESC, p.number LIMIT most) AS best WHERE best.said > 0))), '[]')
      FROM platform_search_entry e WHERE e.id = ANY (ids) AND e.head @@ rights);
  END $$;
`;
