import { newId, newMailNonce, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { AttendanceMeans, AttendanceState, MarkedState } from '../../contract';

/** Who a line is about: a registration, a person of the space without one, or a line of its own. */
export type Attending =
  | { readonly registrationId: string; readonly personId: string | null }
  | { readonly registrationId: null; readonly personId: string }
  | { readonly lineId: string };

export interface AttendanceRow {
  readonly id: string;
  readonly registrationId: string | null;
  readonly personId: string | null;
  readonly name: string | null;
  readonly structureName: string | null;
  readonly walkIn: boolean;
  readonly state: MarkedState;
  readonly means: AttendanceMeans;
  readonly markedAt: Date;
}

export interface Mark {
  /** Made by whoever marks: twice the same mark counts once. */
  readonly id: string;
  readonly state: MarkedState;
  readonly means: AttendanceMeans;
  readonly at: Date;
  /** Null when the person said it themselves without an account, or when the list closed by itself. */
  readonly by: string | null;
}

export interface ListRow {
  readonly checkInNonce: string;
  readonly closedAt: Date | null;
}

const columns = `id, registration_id AS "registrationId", person_id AS "personId", name, structure_name AS "structureName", walk_in AS "walkIn", state, means, marked_at AS "markedAt"`;

/** A newer word stands, or the same was said already. */
const changesNothing = (known: AttendanceRow, mark: Mark): boolean => known.markedAt > mark.at || (known.state === mark.state && known.means === mark.means);

/**
 * The list of a meeting as the database keeps it, written by the domain itself (`asSystem`) after its policy said yes. Whoever writes locks the list
 * first, so that two people who tap the same name leave one line and two traces.
 */
@Injectable()
export class AttendanceBook {
  async lock(tx: Tx, meetingId: string): Promise<ListRow> {
    await tx.query('INSERT INTO meetings_attendance_list (meeting_id, check_in_nonce) VALUES ($1, $2) ON CONFLICT DO NOTHING', [meetingId, newMailNonce()]);
    const [row] = await tx.query<ListRow[]>('SELECT check_in_nonce AS "checkInNonce", closed_at AS "closedAt" FROM meetings_attendance_list WHERE meeting_id = $1 FOR UPDATE', [meetingId]);
    return row as ListRow;
  }

  async listOf(tx: Tx, meetingId: string): Promise<ListRow | null> {
    const [row] = await tx.query<ListRow[]>('SELECT check_in_nonce AS "checkInNonce", closed_at AS "closedAt" FROM meetings_attendance_list WHERE meeting_id = $1', [meetingId]);
    return row ?? null;
  }

  rows(tx: Tx, meetingId: string): Promise<AttendanceRow[]> {
    return tx.query(`SELECT ${columns} FROM meetings_attendance WHERE meeting_id = $1`, [meetingId]);
  }

  async rowOf(tx: Tx, meetingId: string, who: Attending): Promise<AttendanceRow | null> {
    const [where, values] = 'lineId' in who ? ['id = $2', [who.lineId]] : ['((registration_id = $2) OR (person_id = $3))', [who.registrationId, who.personId]];
    const [row] = await tx.query<AttendanceRow[]>(`SELECT ${columns} FROM meetings_attendance WHERE meeting_id = $1 AND ${where} ORDER BY registration_id NULLS LAST LIMIT 1`, [meetingId, ...values]);
    return row ?? null;
  }

  /** Writes a mark and its trace; the list is locked. An older mark that arrives late changes nothing. Answers the line and what it said before. */
  async mark(tx: Tx, meetingId: string, who: Attending, mark: Mark): Promise<{ row: AttendanceRow; before: AttendanceState } | null> {
    const known = await this.rowOf(tx, meetingId, who);
    if (known ? changesNothing(known, mark) : 'lineId' in who) return null;
    if (await this.isTraced(tx, mark.id)) return null;
    const line = 'lineId' in who ? (known as AttendanceRow) : who;
    const id = known?.id ?? newId();
    await this.write(tx, meetingId, { ...line, id }, mark);
    const before = known?.state ?? 'to-come';
    await this.trace(tx, meetingId, id, before, mark);
    return { row: (await this.rowOf(tx, meetingId, { lineId: id })) as AttendanceRow, before };
  }

  /** Someone who just came. A repeated request finds the line it made. */
  async addWalkIn(tx: Tx, meetingId: string, who: { name: string; structureName: string }, mark: Mark): Promise<void> {
    const added = await tx.query<unknown[]>(
      `INSERT INTO meetings_attendance (id, meeting_id, name, structure_name, walk_in, state, means, marked_at) VALUES ($1, $2, $3, nullif($4, ''), true, $5, $6, $7)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [mark.id, meetingId, who.name, who.structureName, mark.state, mark.means, mark.at],
    );
    if (added.length > 0) await this.trace(tx, meetingId, mark.id, 'to-come', { ...mark, id: newId() });
  }

  async setClosed(tx: Tx, meetingId: string, closedAt: Date | null, by: string | null): Promise<void> {
    await tx.query('UPDATE meetings_attendance_list SET closed_at = $2, closed_by = $3 WHERE meeting_id = $1', [meetingId, closedAt, by]);
  }

  private async write(tx: Tx, meetingId: string, { id, registrationId, personId }: Pick<AttendanceRow, 'id' | 'registrationId' | 'personId'>, { state, means, at }: Mark): Promise<void> {
    await tx.query(
      `INSERT INTO meetings_attendance (id, meeting_id, registration_id, person_id, state, means, marked_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET registration_id = EXCLUDED.registration_id, person_id = EXCLUDED.person_id, state = EXCLUDED.state, means = EXCLUDED.means, marked_at = EXCLUDED.marked_at`,
      [id, meetingId, registrationId, personId, state, means, at],
    );
  }

  private async isTraced(tx: Tx, markId: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM meetings_attendance_change WHERE id = $1', [markId])).length > 0;
  }

  private async trace(tx: Tx, meetingId: string, attendanceId: string, before: AttendanceState, mark: Mark): Promise<void> {
    await tx.query('INSERT INTO meetings_attendance_change (id, meeting_id, attendance_id, before, after, means, at, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      mark.id, meetingId, attendanceId, before, mark.state, mark.means, mark.at, mark.by,
    ]);
  }
}
