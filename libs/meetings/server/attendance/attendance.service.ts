import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type addWalkIn, type AttendanceList, type AttendanceMeans, type AttendanceState, listStateAt, type ListState, type markAttendance } from '../../contract';
import type { ToldMeeting } from '../meeting/meeting.reader';
import { AttendanceBook, type Attending } from './attendance-book';
import { AttendanceClosing } from './attendance-closing';
import { AttendanceQueries } from './attendance.queries';
import { heldMeeting } from './held-meeting';
import { Participants } from './participants';

export interface AttendanceChange {
  readonly at: string;
  readonly name: string;
  readonly by: string | null;
  readonly before: AttendanceState;
  readonly after: AttendanceState;
  readonly means: AttendanceMeans;
}

/** The list of a meeting, kept by those who animate it: marked, added to, closed, opened again, and traced. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participants: Participants,
    private readonly book: AttendanceBook,
    private readonly queries: AttendanceQueries,
    private readonly closing: AttendanceClosing,
  ) {}

  list(actor: Actor, meetingId: string): Promise<AttendanceList> {
    return this.keep(actor, meetingId, () => Promise.resolve());
  }

  /** Marks kept on a device while the network was away arrive together, in the order they were made. */
  mark(actor: Actor, { meetingId, marks }: InputOf<typeof markAttendance>): Promise<AttendanceList> {
    return this.keep(actor, meetingId, async (tx, meeting) => {
      await this.openList(tx, meeting);
      const now = this.clock.now();
      const expected = new Map((await this.queries.expectedOf(tx, meeting)).map((one) => [one.key, one]));
      for (const { id, key, state, at } of marks.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
        const who = whoOf(expected.get(key), key);
        // A device whose clock runs ahead must not have the last word for ever.
        const done = await this.book.mark(tx, meetingId, who, { id, state, means: 'list', at: earlier(new Date(at), now), by: actor.personId });
        if (done?.before === 'present' && state !== 'present') await this.closing.withdraw(tx, meetingId, done.row);
      }
    });
  }

  add(actor: Actor, { meetingId, id, name, structureName, at }: InputOf<typeof addWalkIn>): Promise<AttendanceList> {
    return this.keep(actor, meetingId, async (tx, meeting) => {
      await this.openList(tx, meeting);
      await this.book.addWalkIn(tx, meetingId, { name, structureName }, { id, state: 'present', means: 'list', at: earlier(new Date(at), this.clock.now()), by: actor.personId });
    });
  }

  close(actor: Actor, meetingId: string): Promise<AttendanceList> {
    return this.keep(actor, meetingId, async (tx, meeting) => {
      if (meeting.state !== 'held') throw new AppError('conflict', 'meetings.list-unfinished');
      await this.closing.close(tx, meeting, actor.personId);
    });
  }

  reopen(actor: Actor, meetingId: string): Promise<AttendanceList> {
    return this.keep(actor, meetingId, (tx, meeting) => this.closing.reopen(tx, meeting, actor.personId));
  }

  private keep(actor: Actor, meetingId: string, work: (tx: Tx, meeting: ToldMeeting) => Promise<void>): Promise<AttendanceList> {
    return this.database.transaction(actor, async (tx) => {
      const meeting = await this.participants.keeper(tx, actor, 'keep-list', meetingId);
      return asSystem(tx, 'meetings', async () => {
        await work(tx, meeting);
        return this.queries.show(tx, meeting);
      });
    });
  }

  private async openList(tx: Tx, meeting: ToldMeeting): Promise<void> {
    const { closedAt } = await this.book.lock(tx, meeting.id);
    const state: ListState = listStateAt(heldMeeting(meeting), closedAt, this.clock.now());
    if (state === 'closed') throw new AppError('conflict', 'meetings.list-closed');
    if (state === 'ahead') throw new AppError('conflict', 'meetings.list-ahead');
  }
}

/** A key of the list names someone of this meeting, or nothing. */
function whoOf(line: { registrationId: string | null; personId: string | null } | undefined, key: string): Attending {
  if (key.startsWith('w-')) return { lineId: key.slice(2) };
  if (!line) throw new AppError('not-found', 'meetings.not-expected');
  return line.registrationId ? { registrationId: line.registrationId, personId: line.personId } : { registrationId: null, personId: line.personId as string };
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** The trace of a list, for those who keep it. */
@Injectable()
export class AttendanceHistory {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
    private readonly people: People,
  ) {}

  /** Latest first. Read with the actor's own rights: row-level security agrees with the policy. */
  read(actor: Actor, meetingId: string): Promise<{ changes: AttendanceChange[] }> {
    return this.database.transaction(actor, async (tx) => {
      await this.participants.keeper(tx, actor, 'keep-list', meetingId);
      const rows = await tx.query<(Omit<AttendanceChange, 'at' | 'by' | 'name'> & { at: Date; by: string | null; personId: string | null; name: string | null; registered: string | null })[]>(
        `SELECT c.at, c.before, c.after, c.means, c.changed_by AS by, coalesce(a.person_id, r.person_id) AS "personId", a.name, r.name AS registered
           FROM meetings_attendance_change c JOIN meetings_attendance a ON a.id = c.attendance_id LEFT JOIN meetings_registration r ON r.id = a.registration_id
          WHERE c.meeting_id = $1 ORDER BY c.at DESC, c.id DESC LIMIT 500`,
        [meetingId],
      );
      const names = await this.people.namesOf(tx, rows.flatMap(({ personId, by }) => [personId, by].filter((id) => id !== null)));
      return {
        changes: rows.map(({ at, before, after, means, by, personId, name, registered }) => ({
          at: at.toISOString(), before, after, means, by: by ? (names.get(by) ?? null) : null, name: (personId ? names.get(personId) : (name ?? registered)) ?? '',
        })),
      };
    });
  }
}

