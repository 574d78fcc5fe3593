import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['library_deposit', 'library_file', 'library_page', 'library_upload', 'library_file_gone'];

/** Files of resources: how they arrive, what was read in them page by page, and what is left to erase of those that went. */
export class CreateLibraryFiles1760000082000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(creation);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO cohorte_app;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
    await runner.query(policies);
    await runner.query(erasing);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')} CASCADE; DROP FUNCTION library_file_goes()`);
  }
}

const creation = `
  -- Files sent together, and what they have in common.
  CREATE TABLE library_deposit (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL UNIQUE,
    person_id uuid NOT NULL,
    network_id uuid NOT NULL REFERENCES networks_network (id),
    fields jsonb NOT NULL,
    made_at timestamptz NOT NULL
  );
  CREATE INDEX library_deposit_person ON library_deposit (person_id, made_at DESC);

  CREATE TABLE library_file (
    id uuid PRIMARY KEY,
    resource_id uuid NOT NULL REFERENCES library_resource (id) ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('main', 'subtitles')),
    -- The version of the resource it came with; null as long as it waits to take the place of another.
    edition integer CHECK (edition >= 0),
    note text NOT NULL,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    -- Null until it is known.
    type text,
    size bigint NOT NULL CHECK (size > 0),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    state text NOT NULL CHECK (state IN ('waiting', 'ready', 'refused')),
    problem text CHECK ((state = 'refused') = (problem IS NOT NULL)),
    remarks text[] NOT NULL DEFAULT '{}',
    has_thumbnail boolean NOT NULL DEFAULT false,
    -- What its text is like, for texts nearly the same: smallest hashes of its runs of words.
    shingles integer[] NOT NULL DEFAULT '{}',
    uploaded_by uuid,
    uploaded_at timestamptz NOT NULL,
    -- A worker reads it until then; afterwards another may.
    reading_until timestamptz,
    attempts integer NOT NULL DEFAULT 0
  );
  CREATE INDEX library_file_resource ON library_file (resource_id);
  CREATE INDEX library_file_sha256 ON library_file (sha256);
  CREATE INDEX library_file_shingles ON library_file USING gin (shingles);
  CREATE INDEX library_file_waiting ON library_file (id) WHERE state = 'waiting';
  CREATE INDEX library_file_uploader ON library_file (uploaded_by) WHERE uploaded_by IS NOT NULL;

  CREATE TABLE library_page (
    file_id uuid NOT NULL REFERENCES library_file (id) ON DELETE CASCADE,
    number integer NOT NULL CHECK (number > 0),
    text text NOT NULL,
    -- Of its picture, in pixels.
    width integer,
    height integer,
    PRIMARY KEY (file_id, number)
  );

  -- Bytes on their way; the file has the same identifier once they have all come.
  CREATE TABLE library_upload (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL UNIQUE,
    person_id uuid NOT NULL,
    deposit_id uuid REFERENCES library_deposit (id) ON DELETE CASCADE,
    resource_id uuid REFERENCES library_resource (id) ON DELETE CASCADE,
    role text NOT NULL,
    note text NOT NULL,
    name text NOT NULL,
    title text NOT NULL,
    form text,
    size bigint NOT NULL CHECK (size > 0),
    begun_at timestamptz NOT NULL,
    arrived_at timestamptz,
    -- Resources it may be the same document as: [{"resourceId", "how"}].
    duplicates jsonb NOT NULL DEFAULT '[]',
    choice text,
    CHECK ((deposit_id IS NULL) <> (resource_id IS NULL))
  );
  CREATE INDEX library_upload_deposit ON library_upload (deposit_id);
  CREATE INDEX library_upload_coming ON library_upload (begun_at) WHERE arrived_at IS NULL;
  CREATE INDEX library_upload_person ON library_upload (person_id) WHERE arrived_at IS NULL;

  -- Files whose row went, whatever took it away: their bytes go next.
  CREATE TABLE library_file_gone (file_id uuid PRIMARY KEY);
`;

const decided = (role: string): string => `(SELECT r.space_id FROM networks_roles_of(platform_person()) r WHERE r.role = '${role}')`;

/** A file is known to those who may read its resource; one that waits to replace another, to whoever sent it and whoever decides. */
const policies = `
  CREATE POLICY deposit_read ON library_deposit FOR SELECT TO cohorte_app USING (person_id = platform_person());
  CREATE POLICY upload_read ON library_upload FOR SELECT TO cohorte_app USING (person_id = platform_person());
  CREATE POLICY file_read ON library_file FOR SELECT TO cohorte_app USING (EXISTS (
    SELECT FROM library_resource r WHERE r.id = library_file.resource_id AND (
      library_file.edition IS NOT NULL OR library_file.uploaded_by = platform_person()
      OR (r.access <> 'structure' AND r.network_id IN ${decided('animator')}) OR (r.access = 'structure' AND r.space_id IN ${decided('lead')}))));
  CREATE POLICY page_read ON library_page FOR SELECT TO cohorte_app USING (EXISTS (SELECT FROM library_file f WHERE f.id = library_page.file_id));
`;

/** Whatever takes a file away (its resource, its network, its depositor's account), its bytes are due to go. */
const erasing = `
  CREATE FUNCTION library_file_goes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO library_file_gone (file_id) VALUES (OLD.id) ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE TRIGGER library_file_goes AFTER DELETE ON library_file FOR EACH ROW EXECUTE FUNCTION library_file_goes();
`;
