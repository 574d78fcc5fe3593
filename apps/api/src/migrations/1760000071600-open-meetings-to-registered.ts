import type { MigrationInterface, QueryRunner } from 'typeorm';

const secure = 'STABLE SECURITY DEFINER SET search_path = public, pg_temp';

/** Who holds a place may join; who animates one meeting reads its registrations. */
export class OpenMeetingsToRegistered1760000071600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION meetings_has_place(meeting uuid, person uuid) RETURNS boolean LANGUAGE sql ${secure} AS $$
        SELECT EXISTS (SELECT FROM meetings_registration r WHERE r.meeting_id = meeting AND r.person_id = person AND r.status = 'registered')
      $$;

      DROP POLICY registration_animate ON meetings_registration;
      CREATE POLICY registration_animate ON meetings_registration FOR SELECT TO cohorte_app USING (meetings_plans(meeting_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY registration_animate ON meetings_registration;
      CREATE POLICY registration_animate ON meetings_registration FOR SELECT TO cohorte_app USING (EXISTS (
        SELECT FROM meetings_meeting m WHERE m.id = meeting_id
          AND (networks_has_role(m.network_id, ARRAY['animator']) OR networks_has_role(m.space_id, ARRAY['animator']))));
      CREATE OR REPLACE FUNCTION meetings_has_place(meeting uuid, person uuid) RETURNS boolean LANGUAGE sql ${secure} AS $$ SELECT false $$;
    `);
  }
}
