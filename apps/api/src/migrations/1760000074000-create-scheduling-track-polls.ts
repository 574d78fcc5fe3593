import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dates of a whole track asked at once: what its polls have in common, and what their combinations must respect. */
export class CreateSchedulingTrackPolls1760000074000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scheduling_track_poll (
        id uuid PRIMARY KEY,
        space_id uuid NOT NULL REFERENCES networks_space (id),
        network_id uuid NOT NULL REFERENCES networks_network (id),
        -- Made by the page once: the same form sent twice is one poll.
        request_id uuid NOT NULL UNIQUE,
        zone text NOT NULL,
        school_zone text CHECK (school_zone IN ('A', 'B', 'C')),
        places text[] NOT NULL DEFAULT '{}',
        -- One rule a meeting, in the order of the track.
        rules jsonb NOT NULL,
        closes_at timestamptz NOT NULL,
        opened_at timestamptz NOT NULL,
        reminder_at timestamptz,
        auto_reminded_at timestamptz,
        hand_reminded_at timestamptz,
        complete_told_at timestamptz,
        decided_at timestamptz,
        cancelled_at timestamptz,
        created_by uuid,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX scheduling_track_poll_space ON scheduling_track_poll (space_id, opened_at DESC);
      CREATE INDEX scheduling_track_poll_due ON scheduling_track_poll (reminder_at) WHERE auto_reminded_at IS NULL AND decided_at IS NULL AND cancelled_at IS NULL;
      -- Two track polls of one cohort at once would ask everybody twice.
      CREATE UNIQUE INDEX scheduling_track_poll_one ON scheduling_track_poll (space_id) WHERE decided_at IS NULL AND cancelled_at IS NULL;
      ALTER TABLE scheduling_poll ADD CONSTRAINT scheduling_poll_track FOREIGN KEY (track_poll_id) REFERENCES scheduling_track_poll (id);
      CREATE INDEX scheduling_poll_of_track ON scheduling_poll (track_poll_id) WHERE track_poll_id IS NOT NULL;

      ALTER TABLE scheduling_track_poll ENABLE ROW LEVEL SECURITY;
      ALTER TABLE scheduling_track_poll FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON scheduling_track_poll TO cohorte_app;
      CREATE POLICY system_all ON scheduling_track_poll TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON scheduling_track_poll TO CURRENT_USER USING (true) WITH CHECK (true);
      -- Participants never read this row: what concerns them is in the polls it groups.
      CREATE POLICY track_poll_run ON scheduling_track_poll TO cohorte_app
        USING (networks_has_role(network_id, ARRAY['animator']) OR networks_has_role(space_id, ARRAY['animator']))
        WITH CHECK (networks_has_role(network_id, ARRAY['animator']) OR networks_has_role(space_id, ARRAY['animator']));
      CREATE POLICY track_poll_oversee ON scheduling_track_poll FOR SELECT TO cohorte_app USING (networks_has_role(network_id, ARRAY['programme_team']));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduling_poll DROP CONSTRAINT scheduling_poll_track; DROP TABLE scheduling_track_poll');
  }
}
