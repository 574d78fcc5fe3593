import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['library_toolbox', 'library_nomination', 'library_use', 'library_snapshot'];

/** Toolboxes: what members nominate, what each structure states of its use, what is selected in order, and what was kept of it. */
export class CreateLibraryToolboxes1760000081500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The platform's index looks for words now.
    await runner.query('ALTER TABLE library_resource DROP COLUMN words');
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
    await runner.query(`ALTER TABLE library_resource ADD COLUMN words text NOT NULL DEFAULT ''`);
  }
}

const creation = `
  CREATE TABLE library_toolbox (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL REFERENCES networks_network (id),
    -- The network itself or one of its cohorts.
    space_id uuid NOT NULL REFERENCES networks_space (id),
    slug text NOT NULL UNIQUE,
    request_id uuid NOT NULL UNIQUE,
    title text NOT NULL CHECK (char_length(title) <= 160),
    introduction text NOT NULL,
    access text NOT NULL CHECK (access IN ('public', 'network', 'cohort')),
    state text NOT NULL CHECK (state IN ('draft', 'published')),
    version integer NOT NULL DEFAULT 1,
    created_by uuid,
    created_at timestamptz NOT NULL,
    published_at timestamptz
  );
  CREATE INDEX library_toolbox_space ON library_toolbox (space_id);

  CREATE TABLE library_nomination (
    toolbox_id uuid NOT NULL REFERENCES library_toolbox (id) ON DELETE CASCADE,
    resource_id uuid NOT NULL REFERENCES library_resource (id) ON DELETE CASCADE,
    reason text NOT NULL,
    -- Its place in the selection, null while it is only nominated.
    position integer CHECK (position >= 0),
    nominated_by uuid,
    structure_id uuid REFERENCES networks_structure (id),
    nominated_at timestamptz NOT NULL,
    PRIMARY KEY (toolbox_id, resource_id)
  );
  CREATE INDEX library_nomination_resource ON library_nomination (resource_id);

  -- One statement a structure and a resource: a fact about its use, whoever of its people states it.
  CREATE TABLE library_use (
    toolbox_id uuid NOT NULL,
    resource_id uuid NOT NULL,
    structure_id uuid NOT NULL REFERENCES networks_structure (id),
    fact text NOT NULL CHECK (fact IN ('read', 'adapted', 'in-force')),
    stated_by uuid,
    stated_at timestamptz NOT NULL,
    PRIMARY KEY (toolbox_id, resource_id, structure_id),
    FOREIGN KEY (toolbox_id, resource_id) REFERENCES library_nomination (toolbox_id, resource_id) ON DELETE CASCADE
  );

  CREATE TABLE library_snapshot (
    id uuid PRIMARY KEY,
    toolbox_id uuid NOT NULL REFERENCES library_toolbox (id) ON DELETE CASCADE,
    title text NOT NULL,
    content jsonb NOT NULL,
    made_by uuid,
    made_at timestamptz NOT NULL
  );
  CREATE INDEX library_snapshot_toolbox ON library_snapshot (toolbox_id, made_at DESC);
`;

/** Those of the network or the cohort a toolbox is made in, and its animators. */
const takesPart = (t: string): string => `(
  (${t}.space_id = ${t}.network_id AND ${t}.network_id IN (SELECT networks_inside_networks(platform_person())))
  OR (${t}.space_id <> ${t}.network_id AND ${t}.space_id IN (SELECT r.space_id FROM networks_roles_of(platform_person()) r WHERE r.role <> 'guest'))
  OR ${t}.network_id IN (SELECT r.space_id FROM networks_roles_of(platform_person()) r WHERE r.role = 'animator'))`;
const ofToolbox = (table: string, condition: string): string => `EXISTS (SELECT FROM library_toolbox t WHERE t.id = ${table}.toolbox_id AND ${condition})`;

/** The words of toolbox.policy.ts; writing is the domain's own, once its policy has said yes. */
const policies = `
  CREATE POLICY toolbox_read ON library_toolbox FOR SELECT TO cohorte_app USING (
    (state = 'published' AND (access = 'public' OR (access = 'network' AND network_id IN (SELECT networks_inside_networks(platform_person())))))
    OR ${takesPart('library_toolbox')});
  CREATE POLICY nomination_read ON library_nomination FOR SELECT TO cohorte_app USING (${ofToolbox('library_nomination', `(library_nomination.position IS NOT NULL OR ${takesPart('t')})`)});
  CREATE POLICY use_read ON library_use FOR SELECT TO cohorte_app USING (${ofToolbox('library_use', takesPart('t'))});
  CREATE POLICY snapshot_read ON library_snapshot FOR SELECT TO cohorte_app USING (${ofToolbox('library_snapshot', 'true')});
`;
