import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['library_resource', 'library_version'];

/** The library: resources with their controlled metadata, and every version that was published. */
export class CreateLibrary1760000081000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(creation);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO cohorte_app;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')}`);
  }
}

const creation = `
  CREATE TABLE library_resource (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL REFERENCES networks_network (id),
    -- The network itself, or the cohort or the structure it is kept in.
    space_id uuid NOT NULL REFERENCES networks_space (id),
    slug text NOT NULL UNIQUE,
    -- Made by the page once: the same form sent twice is one resource.
    request_id uuid NOT NULL UNIQUE,
    state text NOT NULL CHECK (state IN ('draft', 'submitted', 'published', 'retired')),
    access text NOT NULL CHECK (access IN ('public', 'network', 'cohort', 'structure')),
    kind text NOT NULL,
    form text NOT NULL,
    title text NOT NULL CHECK (char_length(title) <= 200),
    summary text NOT NULL,
    content text NOT NULL,
    clause jsonb,
    link text,
    publisher text NOT NULL,
    year integer,
    language text NOT NULL,
    licence text NOT NULL,
    themes text[] NOT NULL,
    segments text[] NOT NULL,
    stages text[] NOT NULL,
    sectors text[] NOT NULL,
    territories text[] NOT NULL,
    audiences text[] NOT NULL,
    legal text[] NOT NULL,
    checked_on date,
    review_on date,
    -- Without accents, in small letters: what a plain filter looks at.
    words text NOT NULL,
    owner_id uuid,
    version integer NOT NULL DEFAULT 1,
    edition integer NOT NULL DEFAULT 0,
    returned_note text NOT NULL DEFAULT '',
    retired_note text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    submitted_at timestamptz,
    published_at timestamptz,
    CHECK (state <> 'published' OR licence <> 'to-check'),
    CHECK (state NOT IN ('published', 'retired') OR edition > 0)
  );
  CREATE INDEX library_resource_listed ON library_resource (published_at DESC, id DESC) WHERE state = 'published';
  CREATE INDEX library_resource_waiting ON library_resource (network_id) WHERE state = 'submitted';
  CREATE INDEX library_resource_owner ON library_resource (owner_id) WHERE owner_id IS NOT NULL;

  CREATE TABLE library_version (
    resource_id uuid NOT NULL REFERENCES library_resource (id) ON DELETE CASCADE,
    number integer NOT NULL CHECK (number > 0),
    note text NOT NULL,
    fields jsonb NOT NULL,
    made_at timestamptz NOT NULL,
    made_by uuid,
    PRIMARY KEY (resource_id, number)
  );
`;

const mine = `(SELECT r.space_id FROM networks_roles_of(platform_person()) r WHERE r.role <> 'guest')`;
const decided = (role: string): string => `(SELECT r.space_id FROM networks_roles_of(platform_person()) r WHERE r.role = '${role}')`;

/** The words of resource.policy.ts; writing is the domain's own, once its policy has said yes. */
const policies = `
  CREATE POLICY resource_read ON library_resource FOR SELECT TO cohorte_app USING (
    (state IN ('published', 'retired') AND (
      access = 'public'
      OR (access = 'network' AND network_id IN (SELECT networks_inside_networks(platform_person())))
      OR (access IN ('cohort', 'structure') AND space_id IN ${mine})))
    OR (state IN ('draft', 'submitted') AND owner_id = platform_person())
    OR (state <> 'draft' AND access <> 'structure' AND network_id IN ${decided('animator')})
    OR (state <> 'draft' AND access = 'structure' AND space_id IN ${decided('lead')}));
  CREATE POLICY version_read ON library_version FOR SELECT TO cohorte_app USING (EXISTS (SELECT FROM library_resource r WHERE r.id = library_version.resource_id));
`;
