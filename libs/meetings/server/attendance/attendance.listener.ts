import { personErased } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, On, type PayloadOf } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** Forgets who an erased person was; how many came stays true. */
@Injectable()
export class AttendanceListener {
  constructor(private readonly database: Database) {}

  @On(personErased)
  async forget({ personId }: PayloadOf<typeof personErased>): Promise<void> {
    await this.database.transaction(systemActor('meetings'), async (tx) => {
      await tx.query('DELETE FROM meetings_calendar_feed WHERE person_id = $1', [personId]);
      await tx.query('DELETE FROM meetings_presence p USING meetings_attendance a WHERE a.id = p.attendance_id AND a.person_id = $1', [personId]);
      await tx.query('UPDATE meetings_attendance SET person_id = NULL, name = NULL WHERE person_id = $1', [personId]);
      await tx.query('UPDATE meetings_attendance_change SET changed_by = NULL WHERE changed_by = $1', [personId]);
      await tx.query('UPDATE meetings_attendance_list SET closed_by = NULL WHERE closed_by = $1', [personId]);
      await tx.query('UPDATE meetings_certificate SET replaced_by = NULL WHERE person_id = $1', [personId]);
      await tx.query('DELETE FROM meetings_certificate WHERE person_id = $1', [personId]);
      await tx.query('UPDATE meetings_survey_answer SET person_id = NULL, name = NULL WHERE person_id = $1', [personId]);
    });
  }
}
