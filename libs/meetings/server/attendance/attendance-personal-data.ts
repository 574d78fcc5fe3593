import { KeepsPersonalData, type PersonalDataSource } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** What calendars and attendance keep about a person. An unsigned survey answer is nobody’s: it cannot be found from here. */
@KeepsPersonalData('attendance')
@Injectable()
export class AttendancePersonalData implements PersonalDataSource {
  constructor(private readonly database: Database) {}

  personalDataOf(personId: string): Promise<Record<string, unknown>> {
    return this.database.transaction(systemActor('meetings'), async (tx) => ({
      attendance: await tx.query<unknown>(
        `SELECT m.title AS meeting, m.starts_at AS at, a.state, a.means, a.marked_at AS "markedAt" FROM meetings_attendance a JOIN meetings_meeting m ON m.id = a.meeting_id WHERE a.person_id = $1 ORDER BY m.starts_at, a.id`, [personId]),
      presence: await tx.query<unknown>(
        `SELECT m.title AS meeting, p.joined_at AS "joinedAt", p.seen_until AS "seenUntil" FROM meetings_presence p JOIN meetings_attendance a ON a.id = p.attendance_id JOIN meetings_meeting m ON m.id = p.meeting_id
          WHERE a.person_id = $1 ORDER BY p.joined_at, p.id`, [personId]),
      certificates: await tx.query<unknown>('SELECT code, kind, name, facts, issued_at AS "issuedAt", until, withdrawn_at AS "withdrawnAt" FROM meetings_certificate WHERE person_id = $1 ORDER BY issued_at, code', [personId]),
      listsKept: await tx.query<unknown>(
        `SELECT m.title AS meeting, c.at, c.before, c.after FROM meetings_attendance_change c JOIN meetings_meeting m ON m.id = c.meeting_id WHERE c.changed_by = $1 ORDER BY c.at, c.id`, [personId]),
      signedOpinions: await tx.query<unknown>(
        `SELECT m.title AS meeting, s.useful, s.pace, s.words FROM meetings_survey_answer s JOIN meetings_meeting m ON m.id = s.meeting_id WHERE s.person_id = $1 ORDER BY m.starts_at, s.id`, [personId]),
      calendarAddress: await tx.query<unknown>('SELECT created_at AS since FROM meetings_calendar_feed WHERE person_id = $1', [personId]),
    }));
  }
}
