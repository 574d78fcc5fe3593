import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings of spaces, read by those who see the space or oversee its network, planned by its animators. */
export class CreateMeetings1760000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE meetings_meeting (
        id uuid PRIMARY KEY,
        space_id uuid NOT NULL REFERENCES networks_space (id),
        network_id uuid NOT NULL REFERENCES networks_network (id),
        position integer NOT NULL,
        title text NOT NULL,
        objective text NOT NULL,
        format text NOT NULL CHECK (format IN ('video', 'in-person', 'mixed')),
        minutes integer NOT NULL CHECK (minutes BETWEEN 15 AND 480),
        starts_at timestamptz,
        date_by_poll boolean NOT NULL,
        cancelled_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (space_id, position)
      );
      CREATE INDEX meetings_meeting_starts ON meetings_meeting (starts_at) WHERE starts_at IS NOT NULL;

      ALTER TABLE meetings_meeting ENABLE ROW LEVEL SECURITY;
      ALTER TABLE meetings_meeting FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON meetings_meeting TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY meeting_read ON meetings_meeting FOR SELECT TO cohorte_app USING (
        space_id IN (SELECT networks_spaces_of(platform_person()))
        OR networks_has_role(network_id, ARRAY['animator', 'programme_team', 'sponsor']));
      CREATE POLICY meeting_plan ON meetings_meeting TO cohorte_app
        USING (networks_has_role(network_id, ARRAY['animator']) OR networks_has_role(space_id, ARRAY['animator']))
        WITH CHECK (networks_has_role(network_id, ARRAY['animator']) OR networks_has_role(space_id, ARRAY['animator']));
      GRANT SELECT, INSERT, UPDATE, DELETE ON meetings_meeting TO cohorte_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE meetings_meeting');
  }
}
