import { Clock, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { ToldMeeting } from '../meeting/meeting.reader';
import { AttendanceBook, type AttendanceRow, type Attending } from './attendance-book';
import { AttendanceQueries } from './attendance.queries';
import { CertificateIssuer } from './certificate-issuer';

/** Ends a list and takes it up again, as the domain itself (`asSystem`). */
@Injectable()
export class AttendanceClosing {
  constructor(
    private readonly clock: Clock,
    private readonly book: AttendanceBook,
    private readonly queries: AttendanceQueries,
    private readonly issuer: CertificateIssuer,
  ) {}

  /** Who was not seen is absent; who was there has a certificate. Closing twice is closing once. */
  async close(tx: Tx, meeting: ToldMeeting, by: string | null): Promise<void> {
    const { closedAt } = await this.book.lock(tx, meeting.id);
    if (closedAt) return;
    const at = this.clock.now();
    for (const { who, state } of await this.unseen(tx, meeting)) await this.book.mark(tx, meeting.id, who, { id: newId(), state, means: 'closing', at, by });
    await this.book.setClosed(tx, meeting.id, at, by);
    for (const row of await this.book.rows(tx, meeting.id)) if (row.state === 'present') await this.issuer.issueForMeeting(tx, meeting, row);
  }

  /** Who nobody marked: absent, or excused when they had said so. */
  private async unseen(tx: Tx, meeting: ToldMeeting): Promise<{ who: Attending; state: 'absent' | 'excused' }[]> {
    const rows = await this.book.rows(tx, meeting.id);
    const marked = new Set(rows.filter(({ state }) => state !== 'to-come').flatMap(({ registrationId, personId }) => [registrationId, personId].filter((id) => id !== null)));
    const left = (await this.queries.expectedOf(tx, meeting)).filter(({ registrationId, personId }) => !marked.has(registrationId ?? '') && !marked.has(personId ?? ''));
    return left.map(({ registrationId, personId, otherwise }) => ({
      who: registrationId ? { registrationId, personId } : { registrationId: null, personId: personId as string },
      state: otherwise === 'excused' ? 'excused' : 'absent',
    }));
  }

  /** What closing alone had said is unsaid; what people had marked stays. */
  async reopen(tx: Tx, meeting: ToldMeeting, by: string): Promise<void> {
    const { closedAt } = await this.book.lock(tx, meeting.id);
    if (!closedAt) return;
    await this.book.setClosed(tx, meeting.id, null, null);
    for (const row of await this.book.rows(tx, meeting.id)) {
      if (row.means === 'closing') await this.book.mark(tx, meeting.id, { lineId: row.id }, { id: newId(), state: 'to-come', means: 'list', at: this.clock.now(), by });
    }
  }

  /** A correction: someone marked present was not there, so nothing certifies it any more. */
  withdraw(tx: Tx, meetingId: string, row: AttendanceRow): Promise<void> {
    return this.issuer.withdraw(tx, meetingId, row);
  }
}
