import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['tracks_cohort', 'tracks_step', 'tracks_homework', 'tracks_homework_mark', 'tracks_scheme'];

/** Cohorts on their tracks: steps, homework, and the one scheme each structure writes. */
export class CreateTracks1760000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(creation);
    await runner.query(tables.map((table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO cohorte_app;
      CREATE POLICY system_all ON ${table} TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());`).join('\n'));
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tables.toReversed().join(', ')}`);
  }
}

const creation = `
      CREATE TABLE tracks_cohort (
        id uuid PRIMARY KEY REFERENCES networks_space (id),
        network_id uuid NOT NULL REFERENCES networks_network (id),
        template_code text NOT NULL,
        template_version integer NOT NULL,
        name text NOT NULL,
        scope text NOT NULL CHECK (scope IN ('obliged', 'mixed')),
        request_id uuid NOT NULL UNIQUE,
        created_by uuid REFERENCES identity_person (id),
        created_at timestamptz NOT NULL
      );
      CREATE INDEX tracks_cohort_network ON tracks_cohort (network_id);

      CREATE TABLE tracks_step (
        id uuid PRIMARY KEY,
        cohort_id uuid NOT NULL REFERENCES tracks_cohort (id),
        meeting_id uuid NOT NULL UNIQUE REFERENCES meetings_meeting (id),
        position integer NOT NULL,
        number integer,
        after_number integer,
        short_title text NOT NULL,
        halves jsonb NOT NULL,
        UNIQUE (cohort_id, position),
        CHECK ((number IS NULL) = (after_number IS NOT NULL))
      );

      CREATE TABLE tracks_homework (
        id uuid PRIMARY KEY,
        cohort_id uuid NOT NULL REFERENCES tracks_cohort (id),
        step_id uuid NOT NULL REFERENCES tracks_step (id),
        position integer NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        days_before integer NOT NULL CHECK (days_before BETWEEN 0 AND 60)
      );
      CREATE INDEX tracks_homework_cohort ON tracks_homework (cohort_id);

      CREATE TABLE tracks_homework_mark (
        homework_id uuid NOT NULL REFERENCES tracks_homework (id),
        structure_id uuid NOT NULL REFERENCES networks_structure (id),
        person_id uuid NOT NULL REFERENCES identity_person (id),
        done_at timestamptz NOT NULL,
        PRIMARY KEY (homework_id, structure_id)
      );

      -- One scheme a structure, even when two cohorts share the structure.
      CREATE TABLE tracks_scheme (
        structure_id uuid PRIMARY KEY REFERENCES networks_structure (id),
        draft_id uuid NOT NULL UNIQUE REFERENCES drafts_draft (id),
        stage text NOT NULL,
        stage_by uuid REFERENCES identity_person (id),
        stage_at timestamptz NOT NULL
      );
`;

/** A cohort the acting person sees: through its policy, asked again for each dependent row. */
const seen = (column: string): string => `EXISTS (SELECT FROM tracks_cohort c WHERE c.id = ${column})`;
const animated = (column: string): string => `EXISTS (SELECT FROM tracks_cohort c WHERE c.id = ${column} AND networks_has_role(c.network_id, ARRAY['animator']))`;
const ofHomework = (condition: string): string => `EXISTS (SELECT FROM tracks_homework h WHERE h.id = homework_id AND ${condition})`;
const own = `networks_has_role(structure_id, ARRAY['lead', 'member'])`;

const policies = `
  CREATE POLICY cohort_read ON tracks_cohort FOR SELECT TO cohorte_app USING (
    id IN (SELECT networks_spaces_of(platform_person())) OR networks_has_role(network_id, ARRAY['animator', 'programme_team', 'sponsor']));
  CREATE POLICY cohort_run ON tracks_cohort TO cohorte_app
    USING (networks_has_role(network_id, ARRAY['animator'])) WITH CHECK (networks_has_role(network_id, ARRAY['animator']));

  CREATE POLICY step_read ON tracks_step FOR SELECT TO cohorte_app USING (${seen('cohort_id')});
  CREATE POLICY step_run ON tracks_step TO cohorte_app USING (${animated('cohort_id')}) WITH CHECK (${animated('cohort_id')});

  CREATE POLICY homework_read ON tracks_homework FOR SELECT TO cohorte_app USING (${seen('cohort_id')});
  CREATE POLICY homework_run ON tracks_homework TO cohorte_app USING (${animated('cohort_id')}) WITH CHECK (${animated('cohort_id')});

  CREATE POLICY mark_read ON tracks_homework_mark FOR SELECT TO cohorte_app USING (${own} OR ${ofHomework(animated('h.cohort_id'))});
  CREATE POLICY mark_write ON tracks_homework_mark TO cohorte_app
    USING (${own} OR ${ofHomework(animated('h.cohort_id'))}) WITH CHECK (${own} OR ${ofHomework(animated('h.cohort_id'))});

  CREATE POLICY scheme_read ON tracks_scheme FOR SELECT TO cohorte_app USING (structure_id IN (SELECT networks_visible_spaces(platform_person())));
  CREATE POLICY scheme_stage ON tracks_scheme FOR UPDATE TO cohorte_app
    USING (${own} OR networks_manages(structure_id)) WITH CHECK (${own} OR networks_manages(structure_id));
`;
