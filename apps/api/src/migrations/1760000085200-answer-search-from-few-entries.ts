import type { MigrationInterface, QueryRunner } from 'typeorm';

const asked = ['platform_search_answer(text, json, text, integer, integer, boolean, text[])'];
const inner = [
  'platform_search_near(tsquery, tsquery, tsquery, tsquery[], integer, integer, boolean)', 'platform_search_near_titles(tsquery, tsquery, tsquery, integer)',
  'platform_search_begun(tsquery[], tsquery, integer)', 'platform_search_wide(tsquery, tsquery, integer, integer, boolean)', 'platform_search_told(uuid[], tsquery, tsquery[], integer)',
];

/**
 * Most questions hold a word that few entries have. Those entries are looked at one by one, for rights, for the other words and for all counts,
 * instead of walking the long lists of frequent words and of rights in the index once a count. What nodes of the version before call
 * (`platform_search_ask`, `_best`) stays beside it until the next.
 */
export class AnswerSearchFromFewEntries1760000085200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [near, begun, wide, answering]) await runner.query(sql);
    for (const name of [...inner, ...asked]) await runner.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
    for (const name of asked) await runner.query(`GRANT EXECUTE ON FUNCTION ${name} TO cohorte_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${[...asked, ...inner].join(', ')}`);
  }
}

/** Planned once: what is rare and what is not is found out by the index itself while it is walked, so the table never is. */
const planned = 'LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off';
const columns = 'id, domain, kind, title, path, quality';
const ofTitles = '{0,0,0.4,1}';
/** A title that says little else comes before one that says much else. */
const worth = 'said + 0.5 * quality + 5::float8 / (5 + length(title))';

/** Null when \`sought\` stands in more entries than are worth looking at one by one. */
const near = `
  -- What answers \`asked\` among the entries that hold \`sought\`, which is a part of it, and how it is shared out within each of \`marks\` (null: all there is); hits are within the first.
  CREATE FUNCTION platform_search_near(asked tsquery, sought tsquery, rights tsquery, marks tsquery[], enough integer, most integer, counting boolean) RETURNS json ${planned} AS $$
  DECLARE
    -- As many more as there are counts to be made from them.
    looked CONSTANT integer := 250 * cardinality(marks);
    read CONSTANT integer := 120;
    -- Those that hold all that is asked need not be read again.
    exact CONSTANT boolean := asked = sought;
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

  -- The same of titles alone, uncounted, for who is typing still.
  CREATE FUNCTION platform_search_near_titles(asked tsquery, sought tsquery, scope tsquery, most integer) RETURNS json ${planned} AS $$
  DECLARE
    looked CONSTANT integer := 500;
    refusing CONSTANT boolean := position('!' IN asked::text) > 0;
    answer json;
  BEGIN
    WITH few AS MATERIALIZED (SELECT ${columns}, head, body FROM platform_search_entry e WHERE e.head @@ sought LIMIT looked + 1),
      hits AS (
        SELECT ${columns}, said AS rank, 1 AS tier FROM (
          SELECT *, ts_rank('${ofTitles}', head, asked) AS said FROM few WHERE head @@ scope AND head @@ asked AND (NOT refusing OR body @@ asked)) AS t
        ORDER BY ${worth} DESC, id LIMIT most)
    SELECT CASE WHEN (SELECT count(*) <= looked FROM few) THEN json_build_object('hits', (SELECT json_agg(h) FROM hits h)) END INTO answer;
    RETURN answer;
  END $$;
`;

/** Null when it was cut off before enough was found that the person may know of. */
const begun = `
  -- Titles that answer one of \`questions\`: many with the first, which is the last word as it stands, some with each that it may become.
  CREATE FUNCTION platform_search_begun(questions tsquery[], scope tsquery, most integer) RETURNS json ${planned} AS $$
  DECLARE
    looked CONSTANT integer := 1000;
    ended CONSTANT integer := 100;
    few CONSTANT integer := 10;
    answer json;
  BEGIN
    WITH seen AS MATERIALIZED (
        SELECT q.at, t.*, CASE WHEN t.may THEN ts_rank('${ofTitles}', t.head, q.asked) END AS said
        FROM unnest(questions) WITH ORDINALITY AS q (asked, at), LATERAL (
          SELECT ${columns}, e.head, e.head @@ scope AS may FROM platform_search_entry e WHERE e.head @@ q.asked LIMIT CASE WHEN q.at = 1 THEN looked ELSE ended END) AS t),
      cut AS (SELECT FROM seen GROUP BY at HAVING count(*) = CASE WHEN at = 1 THEN looked ELSE ended END),
      -- A title that answers two of them comes twice.
      best AS (SELECT * FROM seen WHERE may ORDER BY ${worth} DESC, id LIMIT 2 * most),
      hits AS (SELECT DISTINCT ON (id) ${columns}, said AS rank, 1 AS tier FROM best ORDER BY id, said DESC)
    SELECT CASE WHEN count(*) >= few OR NOT EXISTS (SELECT FROM cut) THEN json_build_object('hits', json_agg(h)) END INTO answer FROM hits h;
    RETURN answer;
  END $$;
`;

/**
 * However broad the question, no more than \`looked\` titles and \`counted\` texts are looked at, and no more than \`read\` texts are read: titles
 * first, texts when titles are too few for a page or for a count.
 */
const wide = `
  -- What answers \`asked\` (all there is, when null) within \`scope\` (rights, and chosen facets), and how it is shared out: the empty facet is the number of entries.
  CREATE FUNCTION platform_search_wide(asked tsquery, scope tsquery, enough integer, most integer, counting boolean) RETURNS json ${planned} AS $$
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
        SELECT ${columns}, facets, coalesce(ts_rank('${ofTitles}', e.head, asked), 0) AS said FROM platform_search_entry e WHERE e.head @@ within AND (NOT refusing OR e.body @@ within) LIMIT looked),
      found AS (SELECT count(*) AS in_titles FROM titles),
      texts AS MATERIALIZED (
        SELECT e.id, e.quality, e.facets, e.head @@ asked AS is_title FROM platform_search_entry e
        WHERE (SELECT (counting AND in_titles < counted) OR in_titles < enough FROM found) AND e.body @@ within LIMIT counted),
      hits AS (
        (SELECT ${columns}, said AS rank, 1 AS tier FROM titles ORDER BY ${worth} DESC, id LIMIT most)
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
`;

/** Volatile: it names who acts, for the one statement it is called in. */
const answering = `
  -- Of each of the entries, its summary and the \`most\` pages that say most of what is looked for: \`words\` holds one question a word.
  CREATE FUNCTION platform_search_told(ids uuid[], rights tsquery, words tsquery[], most integer) RETURNS json ${planned} AS $$
  BEGIN
    RETURN (
      SELECT coalesce(json_agg(json_build_object('id', e.id, 'summary', e.summary, 'pages', (
        SELECT coalesce(json_agg(json_build_object('number', best.number, 'text', best.text)), '[]') FROM (
          SELECT p.number, p.text, (SELECT count(*) FROM unnest(words) AS word WHERE p.stems @@ word) AS said FROM platform_search_page p
          WHERE p.entry_id = e.id ORDER BY said DESC, p.number LIMIT most) AS best WHERE best.said > 0))), '[]')
      FROM platform_search_entry e WHERE e.id = ANY (ids) AND e.head @@ rights);
  END $$;

  -- The first of \`questions\` that finds something within the marks (the first of all when none does), and how it is shared out: there, and within each of \`others\`.
  -- A question is what is \`asked\`; the part of it that few entries hold, if any (\`rare\`); itself for each word that the one being typed may become (\`endings\`);
  -- and its \`words\`, when what its hits say (the best \`pages\` of each) is told at once: if they are no more than a page.
  CREATE FUNCTION platform_search_answer(person text, questions json, marks text, enough integer, most integer, counting boolean, others text[])
    RETURNS json LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    page CONSTANT integer := 10;
    within CONSTANT tsquery[] := ARRAY(SELECT nullif(mark, '')::tsquery FROM unnest(marks || others) WITH ORDINALITY AS m (mark, at) ORDER BY at);
    keys text[];
    rights tsquery;
    scope tsquery;
    step integer := 0;
    question json;
    asked tsquery;
    rare tsquery;
    best json;
    counts json;
    said json;
  BEGIN
    PERFORM set_config('cohorte.person_id', person, true);
    keys := platform_search_keys();
    rights := (SELECT string_agg(quote_literal('@' || key), ' | ')::tsquery FROM unnest(keys) AS key);
    scope := coalesce(within[1] && rights, rights);
    FOR at IN 0 .. json_array_length(questions) - 1 LOOP
      question := questions -> at;
      CONTINUE WHEN question ->> 'asked' = '' AND marks = '';
      asked := nullif(question ->> 'asked', '')::tsquery;
      rare := nullif(question ->> 'rare', '')::tsquery;
      best := CASE
        WHEN rare IS NOT NULL AND enough = 0 AND NOT counting THEN platform_search_near_titles(asked, rare, scope, most)
        WHEN rare IS NOT NULL THEN platform_search_near(asked, rare, rights, within, enough, most, counting)
        WHEN json_array_length(question -> 'endings') > 0 THEN platform_search_begun(ARRAY(SELECT json_array_elements_text(question -> 'endings'))::tsquery[], scope, most) END;
      best := coalesce(best, platform_search_wide(asked, scope, enough, most, counting));
      IF best ->> 'hits' IS NOT NULL THEN
        step := at;
        EXIT;
      END IF;
    END LOOP;
    question := questions -> step;
    counts := best -> 'counts';
    IF counts IS NULL AND counting THEN
      asked := nullif(question ->> 'asked', '')::tsquery;
      counts := (SELECT json_agg(CASE WHEN m.at = 1 THEN best -> 'shares' WHEN asked IS NULL AND m.mark IS NULL THEN '{}' ELSE platform_search_shares(asked, coalesce(m.mark && rights, rights)) END ORDER BY m.at)
        FROM unnest(within) WITH ORDINALITY AS m (mark, at));
    END IF;
    IF question ->> 'words' IS NOT NULL AND best ->> 'hits' IS NOT NULL AND json_array_length(best -> 'hits') <= page THEN
      said := platform_search_told(ARRAY(SELECT (hit ->> 'id')::uuid FROM json_array_elements(best -> 'hits') AS hit), rights,
        ARRAY(SELECT json_array_elements_text(question -> 'words'))::tsquery[], (question ->> 'pages')::integer);
    END IF;
    RETURN json_build_object('step', step, 'keys', keys, 'hits', best -> 'hits', 'counts', counts, 'said', said);
  END $$;
`;
