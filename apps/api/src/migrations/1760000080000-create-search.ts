import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = [
  'platform_search_keys()', 'platform_search_access()', 'platform_search_hits(tsquery, tsquery, integer, integer)', 'platform_search_counts(tsquery, integer)',
  'platform_search_pages(uuid[], tsquery[])',
];
const tables = ['platform_search_entry', 'platform_search_page', 'platform_search_lesson', 'platform_search_word', 'platform_search_synonym'];

/**
 * One index for everything people look for: what a thing is called, what it says, who may know it. Only the functions below read it, and they
 * ask themselves who is asking: row-level security would keep the index from being used (`@@` is not leakproof), so the wall is in the functions.
 */
export class CreateSearch1760000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(created);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO cohorte_app;`).join('\n'));
    await runner.query(access);
    await runner.query(reading);
    await runner.query(functions.map((name) => `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${name} TO cohorte_app;`).join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${functions.toReversed().join(', ')}; DROP TABLE ${tables.toReversed().join(', ')} CASCADE`);
  }
}

const created = `
  CREATE TABLE platform_search_entry (
    id uuid PRIMARY KEY,
    domain text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    path text NOT NULL,
    keywords text[] NOT NULL,
    -- Who may know of it, and «facet:value», counted beside the results.
    access text[] NOT NULL,
    facets text[] NOT NULL,
    -- What the thing is worth before anyone asks: freshness, use, whether it is out of date. 0 to 1.
    quality real NOT NULL,
    updated_at timestamptz NOT NULL,
    -- Title (A) and keywords (B), with the lexemes of facets and rights.
    head tsvector NOT NULL,
    -- The same and the whole text.
    body tsvector NOT NULL
  );
  CREATE INDEX platform_search_entry_head ON platform_search_entry USING gin (head) WITH (fastupdate = off);
  CREATE INDEX platform_search_entry_body ON platform_search_entry USING gin (body) WITH (fastupdate = off);
  CREATE INDEX platform_search_entry_domain ON platform_search_entry (domain, id);

  CREATE TABLE platform_search_page (
    entry_id uuid NOT NULL REFERENCES platform_search_entry (id) ON DELETE CASCADE,
    number integer NOT NULL,
    text text NOT NULL,
    -- The stems of the page, to pick the page an extract is taken from.
    stems tsvector NOT NULL,
    PRIMARY KEY (entry_id, number)
  );

  -- Words that came or went with an entry and are not in the table of words yet: written by any number of transactions, read by one.
  CREATE TABLE platform_search_lesson (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    access text[] NOT NULL,
    words text[] NOT NULL,
    sign integer NOT NULL CHECK (sign IN (-1, 1))
  );

  -- The words of the index, for beginnings and slips of the finger, each under who may know of an entry that holds it.
  CREATE TABLE platform_search_word (
    word text NOT NULL,
    access text NOT NULL,
    entries integer NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (word, access)
  );
  CREATE INDEX platform_search_word_changed ON platform_search_word (changed_at);

  CREATE TABLE platform_search_synonym (
    id uuid PRIMARY KEY,
    members text[] NOT NULL CHECK (cardinality(members) BETWEEN 2 AND 12),
    updated_by uuid,
    updated_at timestamptz NOT NULL
  );
`;

const secure = 'STABLE SECURITY DEFINER SET search_path = public, pg_temp';

const access = `
  -- All that makes the asking person know of entries; who may read what is the word of each domain when it writes \`access\`.
  CREATE FUNCTION platform_search_keys() RETURNS text[] LANGUAGE sql ${secure} AS $$
    WITH me AS (SELECT platform_person() AS id WHERE platform_person() IS NOT NULL),
    held AS MATERIALIZED (SELECT r.space_id, r.role FROM me, networks_roles_of(me.id) AS r)
    SELECT ARRAY(
      SELECT 'public'
      UNION SELECT 'person:' || id FROM me
      -- Whoever is there except guests; one role there.
      UNION SELECT 'space:' || space_id FROM held WHERE role <> 'guest'
      UNION SELECT 'space:' || space_id || ':' || role FROM held
      -- Those who are inside a network; those who have to do with it, guests too; one person as long as they have.
      UNION SELECT 'network:' || n FROM me, networks_inside_networks(me.id) AS n
      UNION SELECT 'around-network:' || n FROM me, networks_known_networks(me.id) AS n
      UNION SELECT 'person:' || me.id || ':around-network:' || n FROM me, networks_known_networks(me.id) AS n)
  $$;

  CREATE FUNCTION platform_search_access() RETURNS tsquery LANGUAGE sql ${secure} AS $$
    SELECT string_agg(quote_literal('@' || key), ' | ')::tsquery FROM unnest(platform_search_keys()) AS key
  $$;
`;

const columns = 'id, domain, kind, title, summary, path, quality';

/**
 * Planned anew at each call with the question in sight: which word is rare decides how the index is walked. However broad the question,
 * no more than \`looked\` entries are looked at and \`most\` weighed, those of most quality.
 */
const reading = `
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
