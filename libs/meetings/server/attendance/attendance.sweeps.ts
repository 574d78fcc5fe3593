import { systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Every } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { listDays, surveyDays } from '../../contract';
import { MeetingReader } from '../meeting/meeting.reader';
import { AttendanceClosing } from './attendance-closing';

/** Raw stretches of presence, certificates and names are kept this long, and no longer. */
const presenceMonths = 3;
const namesMonths = 24;
/** As many lists as one run closes: the next run takes the rest. */
const listsARun = 20;

/** What ends by itself: lists nobody closed, and data whose time is over. */
@Injectable()
export class AttendanceSweeps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly meetings: MeetingReader,
    private readonly closing: AttendanceClosing,
  ) {}

  /** A list that somebody kept closes two weeks after its meeting; one that nobody touched says nothing of anyone. */
  @Every(900)
  async closeLists(): Promise<void> {
    await this.database.transaction(systemActor('meetings'), async (tx) => {
      const due = await tx.query<{ id: string }[]>(
        `SELECT m.id FROM meetings_meeting m LEFT JOIN meetings_attendance_list l ON l.meeting_id = m.id
          WHERE m.ends_at < $1::timestamptz - make_interval(days => $2) AND m.cancelled_at IS NULL AND l.closed_at IS NULL
            AND EXISTS (SELECT FROM meetings_attendance a WHERE a.meeting_id = m.id AND a.state = 'present')
          ORDER BY m.ends_at LIMIT $3 FOR UPDATE OF m SKIP LOCKED`,
        [this.clock.now(), listDays, listsARun],
      );
      for (const meeting of (await this.meetings.factsOf(tx, due.map(({ id }) => id))).values()) await this.closing.close(tx, meeting, null);
    });
  }

  /** Presence after three months, names on lists and in traces after two years, certificates at their term, ballots once nobody may answer. */
  @Every(3_600)
  async purge(): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(systemActor('meetings'), async (tx) => {
      await tx.query('DELETE FROM meetings_presence WHERE seen_until < $1::timestamptz - make_interval(months => $2)', [now, presenceMonths]);
      await tx.query('UPDATE meetings_certificate SET replaced_by = NULL WHERE replaced_by IN (SELECT code FROM meetings_certificate WHERE until < $1) AND until < $1', [now]);
      await tx.query('DELETE FROM meetings_certificate WHERE until < $1', [now]);
      await tx.query(
        `DELETE FROM meetings_survey_ballot b USING meetings_meeting m WHERE m.id = b.meeting_id AND m.ends_at < $1::timestamptz - make_interval(days => $2)`, [now, surveyDays + 1]);
      await tx.query('DELETE FROM meetings_attendance_change WHERE at < $1::timestamptz - make_interval(months => $2)', [now, namesMonths]);
      await tx.query(
        `UPDATE meetings_attendance SET registration_id = NULL, person_id = NULL, name = NULL
          WHERE marked_at < $1::timestamptz - make_interval(months => $2) AND (registration_id IS NOT NULL OR person_id IS NOT NULL OR name IS NOT NULL)`, [now, namesMonths]);
    });
  }
}
