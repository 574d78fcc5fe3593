import type { MigrationInterface, QueryRunner } from 'typeorm';

const secrets = ['identity_session', 'identity_verification', 'identity_account', 'identity_passkey', 'identity_second_factor', 'identity_attempt', 'identity_code_request'];

/** People, and how they prove who they are. Sign-in's own tables are readable by the system actor only. */
export class CreateIdentity1760000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(people);
    await runner.query(signIn);
    await runner.query(limiting);
    await runner.query(secrets.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO cohorte_app;`).join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION identity_names(uuid[]); DROP TABLE ${secrets.join(', ')}; DROP TABLE identity_person`);
  }
}

const people = `
  CREATE TABLE identity_person (
    id uuid PRIMARY KEY,
    -- Null once erased, and only then.
    name text CHECK ((name IS NULL) = (erased_at IS NOT NULL)),
    email text UNIQUE CHECK (email = lower(email)),
    email_verified boolean NOT NULL DEFAULT true,
    image text,
    job_title text NOT NULL DEFAULT '',
    language text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
    preferences jsonb NOT NULL DEFAULT '{}',
    second_factor_enabled boolean NOT NULL DEFAULT false,
    second_factor_postponed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    erased_at timestamptz,
    CHECK ((email IS NULL) = (erased_at IS NOT NULL))
  );
  ALTER TABLE identity_person ENABLE ROW LEVEL SECURITY;
  ALTER TABLE identity_person FORCE ROW LEVEL SECURITY;
  CREATE POLICY system_all ON identity_person TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
  CREATE POLICY own_row_read ON identity_person FOR SELECT TO cohorte_app USING (id = platform_person());
  CREATE POLICY own_row_change ON identity_person FOR UPDATE TO cohorte_app USING (id = platform_person()) WITH CHECK (id = platform_person());
  -- identity_names() and the foreign keys of other domains read as the owner.
  CREATE POLICY owner_all ON identity_person TO CURRENT_USER USING (true) WITH CHECK (true);
  GRANT SELECT, INSERT, UPDATE ON identity_person TO cohorte_app;

  -- The one thing others may know of a person: the name behind an id they already hold.
  CREATE FUNCTION identity_names(ids uuid[]) RETURNS TABLE (id uuid, name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
    $$ SELECT person.id, person.name FROM public.identity_person person WHERE person.id = ANY (ids) $$;
  REVOKE ALL ON FUNCTION identity_names(uuid[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION identity_names(uuid[]) TO cohorte_app;`;

const signIn = `
  CREATE TABLE identity_session (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES identity_person (id) ON DELETE CASCADE,
    token text NOT NULL UNIQUE,
    user_agent text,
    ip_address text,
    second_factor_pending boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX identity_session_person ON identity_session (person_id);

  CREATE TABLE identity_verification (
    id uuid PRIMARY KEY,
    identifier text NOT NULL,
    value text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX identity_verification_identifier ON identity_verification (identifier);
  CREATE INDEX identity_verification_expiry ON identity_verification (expires_at);

  CREATE TABLE identity_account (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES identity_person (id) ON DELETE CASCADE,
    account_id text NOT NULL,
    provider_id text NOT NULL,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (provider_id, account_id)
  );
  CREATE INDEX identity_account_person ON identity_account (person_id);

  CREATE TABLE identity_passkey (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES identity_person (id) ON DELETE CASCADE,
    name text,
    public_key text NOT NULL,
    credential_id text NOT NULL UNIQUE,
    counter bigint NOT NULL,
    device_type text NOT NULL,
    backed_up boolean NOT NULL,
    transports text,
    aaguid text,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX identity_passkey_person ON identity_passkey (person_id);

  CREATE TABLE identity_second_factor (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL UNIQUE REFERENCES identity_person (id) ON DELETE CASCADE,
    secret text NOT NULL,
    backup_codes text NOT NULL,
    verified boolean NOT NULL,
    failed_verification_count integer NOT NULL DEFAULT 0,
    locked_until timestamptz
  );`;

const limiting = `
  -- One row per attempt; the key is a keyed hash, so that addresses are not kept.
  CREATE TABLE identity_attempt (
    id uuid PRIMARY KEY,
    key text NOT NULL,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX identity_attempt_key ON identity_attempt (key, created_at);
  CREATE INDEX identity_attempt_age ON identity_attempt (created_at);

  -- A code to be sent; the row goes when the letter has left.
  CREATE TABLE identity_code_request (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    language text NOT NULL,
    created_at timestamptz NOT NULL
  );`;
