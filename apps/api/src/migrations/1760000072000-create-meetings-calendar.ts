import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last date told of each meeting, and the private feed of each person who asked for one. */
export class CreateMeetingsCalendar1760000072000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The date that invitations carried, to withdraw it from calendars once it was taken away.
      CREATE TABLE meetings_calendar_told (
        meeting_id uuid PRIMARY KEY REFERENCES meetings_meeting (id) ON DELETE CASCADE,
        parts jsonb NOT NULL,
        zone text NOT NULL
      );
      ALTER TABLE meetings_calendar_told ENABLE ROW LEVEL SECURITY;
      ALTER TABLE meetings_calendar_told FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON meetings_calendar_told TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY owner_all ON meetings_calendar_told TO CURRENT_USER USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON meetings_calendar_told TO cohorte_app;

      -- One address a person; a new nonce kills the former one. The token itself is recomputed, never stored.
      CREATE TABLE meetings_calendar_feed (
        person_id uuid PRIMARY KEY,
        nonce text NOT NULL,
        token_hash text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL
      );
      ALTER TABLE meetings_calendar_feed ENABLE ROW LEVEL SECURITY;
      ALTER TABLE meetings_calendar_feed FORCE ROW LEVEL SECURITY;
      CREATE POLICY system_all ON meetings_calendar_feed TO cohorte_app USING (platform_is_system()) WITH CHECK (platform_is_system());
      CREATE POLICY own_feed ON meetings_calendar_feed TO cohorte_app USING (person_id = platform_person()) WITH CHECK (person_id = platform_person());
      CREATE POLICY owner_all ON meetings_calendar_feed TO CURRENT_USER USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON meetings_calendar_feed TO cohorte_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE meetings_calendar_feed; DROP TABLE meetings_calendar_told');
  }
}
