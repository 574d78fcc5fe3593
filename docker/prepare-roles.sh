#!/usr/bin/env bash
# Runs once, when the database is created: the roles and rights that the embedded server gets in
# libs/platform/server/database/postgres-roles.ts. Also a model for a server that is already there.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" \
  --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set journal="$JOURNAL_PASSWORD" --set jobs="$JOBS_PASSWORD" <<'SQL'
CREATE ROLE cohorte_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE cohorte_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app';
CREATE ROLE cohorte_journal LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'journal';
CREATE ROLE cohorte_jobs LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'jobs';
ALTER ROLE cohorte_jobs SET search_path = jobs;
CREATE DATABASE cohorte OWNER cohorte_owner;
REVOKE ALL ON DATABASE cohorte FROM PUBLIC;
GRANT CONNECT ON DATABASE cohorte TO cohorte_owner, cohorte_app, cohorte_journal, cohorte_jobs;
\connect cohorte
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO cohorte_owner;
GRANT USAGE ON SCHEMA public TO cohorte_app, cohorte_journal;
CREATE SCHEMA jobs AUTHORIZATION cohorte_jobs;
SQL
