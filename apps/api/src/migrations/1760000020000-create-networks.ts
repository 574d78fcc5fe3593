import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'networks_space', 'networks_network', 'networks_structure', 'networks_purchase', 'networks_affiliation', 'networks_membership', 'networks_invitation',
];

/** Networks, structures (a tree) and cohorts as spaces; who belongs to them; invitations. */
export class CreateNetworks1760000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(spaces);
    await runner.query(belonging);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO cohorte_app;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      -- The functions that decide who sees what run as the owner: without this policy they would ask themselves.
      CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`).join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')}`);
  }
}

const spaces = `
  CREATE TABLE networks_space (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('network', 'structure', 'cohort')),
    -- A cohort stands in one network and is named here; networks and structures are named in their own tables.
    network_id uuid REFERENCES networks_space (id),
    name text,
    created_at timestamptz NOT NULL,
    CHECK ((kind = 'cohort') = (network_id IS NOT NULL)),
    CHECK ((kind = 'cohort') = (name IS NOT NULL))
  );
  CREATE INDEX networks_space_network ON networks_space (network_id) WHERE network_id IS NOT NULL;

  CREATE TABLE networks_network (
    id uuid PRIMARY KEY REFERENCES networks_space (id),
    name text NOT NULL,
    slug text NOT NULL UNIQUE,
    region text NOT NULL,
    created_at timestamptz NOT NULL
  );

  CREATE TABLE networks_structure (
    id uuid PRIMARY KEY REFERENCES networks_space (id),
    name text NOT NULL,
    short_name text,
    kind text NOT NULL,
    is_legal_person boolean NOT NULL,
    is_subject_to_code boolean NOT NULL,
    parent_id uuid REFERENCES networks_structure (id) CHECK (parent_id <> id),
    group_role text CHECK (group_role IN ('support', 'member')),
    siret text CHECK (siret ~ '^[0-9]{14}$'),
    town text,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX networks_structure_parent ON networks_structure (parent_id);
  CREATE UNIQUE INDEX networks_structure_siret ON networks_structure (siret) WHERE siret IS NOT NULL;

  -- Apart from the structure: its name is known to the network, its spending only to those it works with.
  CREATE TABLE networks_purchase (
    structure_id uuid NOT NULL REFERENCES networks_structure (id),
    year integer NOT NULL,
    amount numeric(15, 2) NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (structure_id, year)
  );

  CREATE TABLE networks_affiliation (
    network_id uuid NOT NULL REFERENCES networks_network (id),
    structure_id uuid NOT NULL REFERENCES networks_structure (id),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (network_id, structure_id)
  );
  CREATE INDEX networks_affiliation_structure ON networks_affiliation (structure_id);
`;

const belonging = `
  CREATE TABLE networks_membership (
    id uuid PRIMARY KEY,
    space_id uuid NOT NULL REFERENCES networks_space (id),
    person_id uuid REFERENCES identity_person (id),
    structure_id uuid REFERENCES networks_structure (id),
    role text NOT NULL CHECK (role IN ('animator', 'programme_team', 'sponsor', 'lead', 'member', 'expert', 'guest')),
    since timestamptz NOT NULL,
    ended_at timestamptz,
    invited_by uuid REFERENCES identity_person (id),
    CHECK ((person_id IS NULL) <> (structure_id IS NULL)),
    CHECK (structure_id IS NULL OR role = 'member')
  );
  -- Also the order in which two accepts of one person meet: the second finds the first.
  CREATE UNIQUE INDEX networks_membership_person_once ON networks_membership (space_id, person_id, role) WHERE ended_at IS NULL AND person_id IS NOT NULL;
  CREATE UNIQUE INDEX networks_membership_structure_once ON networks_membership (space_id, structure_id) WHERE ended_at IS NULL AND structure_id IS NOT NULL;
  -- One lead a structure; leads exist in structures only.
  CREATE UNIQUE INDEX networks_membership_one_lead ON networks_membership (space_id) WHERE ended_at IS NULL AND role = 'lead';
  CREATE INDEX networks_membership_of_person ON networks_membership (person_id) WHERE ended_at IS NULL;
  CREATE INDEX networks_membership_of_structure ON networks_membership (structure_id) WHERE ended_at IS NULL;

  CREATE TABLE networks_invitation (
    id uuid PRIMARY KEY,
    space_id uuid NOT NULL REFERENCES networks_space (id),
    role text NOT NULL,
    email text NOT NULL CHECK (email = lower(email)),
    language text NOT NULL CHECK (language IN ('fr', 'en')),
    note text,
    former_lead text CHECK (former_lead IN ('member', 'leaves')),
    token_hash text NOT NULL UNIQUE,
    nonce text NOT NULL,
    sendings integer NOT NULL,
    expires_at timestamptz NOT NULL,
    sent_at timestamptz,
    accepted_at timestamptz,
    accepted_by uuid REFERENCES identity_person (id),
    revoked_at timestamptz,
    invited_by uuid REFERENCES identity_person (id),
    created_at timestamptz NOT NULL
  );
  CREATE UNIQUE INDEX networks_invitation_open ON networks_invitation (space_id, email, role) WHERE accepted_at IS NULL AND revoked_at IS NULL;
`;
