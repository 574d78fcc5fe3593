import type { Actor } from '@cohorte/networks/contract';
import { AppError, parisDay, systemActor } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canMeeting, type CertificateCard, initials, isCertificateCode, shownCode, type Verification } from '../../contract';
import { MeetingReader } from '../meeting/meeting.reader';
import { certificateColumns, CertificateIssuer, type CertificateRow } from './certificate-issuer';
import { assertMay, Participants } from './participants';
import { TrackAttendance } from './track-attendance';

export const cardOf = ({ code, kind, facts, name, issuedAt, until }: CertificateRow): CertificateCard => ({
  code: shownCode(code), kind, title: facts.title, networkName: facts.networkName, name, issuedAt: issuedAt.toISOString(), until: until.toISOString(), url: `/api/certificates/${code}/file.pdf`,
});

/** Certificates in the hands of their holders, and in those of who verifies them. */
@Injectable()
export class CertificateService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participants: Participants,
    private readonly meetings: MeetingReader,
    private readonly issuer: CertificateIssuer,
    private readonly tracks: TrackAttendance,
  ) {}

  mine(actor: Actor) {
    return this.database.transaction(actor, async (tx) => {
      const rows = await tx.query<CertificateRow[]>(`SELECT ${certificateColumns} FROM meetings_certificate WHERE person_id = $1 AND replaced_by IS NULL AND withdrawn_at IS NULL AND until > $2 ORDER BY issued_at DESC, code`, [actor.personId, this.clock.now()]);
      return { certificates: rows.map(cardOf), tracks: await this.tracks.ofPerson(tx, actor) };
    });
  }

  takeForMeeting(actor: Actor, meetingId: string): Promise<CertificateCard> {
    return this.database.transaction(actor, async (tx) => {
      const facing = await this.participants.face(tx, actor, meetingId);
      assertMay(facing, 'take-certificate', 'meetings.no-certificate');
      const row = facing.row && facing.meeting.state === 'held' ? facing.row : null;
      const issued = row ? await asSystem(tx, 'meetings', () => this.issuer.issueForMeeting(tx, facing.meeting, row)) : null;
      if (!issued) throw new AppError('forbidden', 'meetings.no-certificate');
      return cardOf(issued);
    });
  }

  takeForTrack(actor: Actor, spaceId: string): Promise<CertificateCard> {
    return this.database.transaction(actor, async (tx) => cardOf(await this.tracks.certify(tx, actor, spaceId)));
  }

  /** By its holder or by those who animate; under the same name there is nothing to issue again. */
  reissue(actor: Actor, code: string): Promise<CertificateCard> {
    return this.database.transaction(actor, async (tx) => {
      const row = await this.find(tx, code);
      if (!row || row.replacedBy || row.withdrawnAt || !(await this.mayHold(tx, actor, row))) throw new AppError('not-found', 'meetings.certificate-unknown');
      return asSystem(tx, 'meetings', async () => {
        const name = await this.issuer.nameOf(tx, row);
        return cardOf(name && name !== row.name ? await this.issuer.reissue(tx, row, name) : row);
      });
    });
  }

  /** Anyone may ask; the answer is yes and what is certified, or not found. */
  async verify(code: string): Promise<Verification> {
    const row = await this.database.transaction(systemActor('meetings'), (tx) => this.find(tx, code));
    if (!row || row.withdrawnAt) throw new AppError('not-found', 'meetings.certificate-unknown');
    if (row.replacedBy) return { answer: 'replaced', certified: null };
    return { answer: 'yes', certified: { ...row.facts, initials: initials(row.name), issuedOn: parisDay(row.issuedAt.toISOString()) } };
  }

  /** What its PDF is made of, for its holder and those who animate. */
  open(actor: Actor, code: string): Promise<CertificateRow> {
    return this.database.transaction(actor, async (tx) => {
      const row = await this.find(tx, code);
      if (!row || row.replacedBy || row.withdrawnAt || !(await this.mayHold(tx, actor, row))) throw new AppError('not-found', 'meetings.certificate-unknown');
      return row;
    });
  }

  openAsGuest(token: string): Promise<CertificateRow> {
    return this.database.transaction(systemActor('meetings'), async (tx) => {
      const { meeting, registration, row } = await this.participants.faceGuest(tx, token);
      const found = row?.state === 'present' && registration ? await this.issuer.trueOne(tx, meeting.id, { registrationId: registration.registrationId, personId: null }) : null;
      if (!found) throw new AppError('not-found', 'meetings.certificate-unknown');
      return found;
    });
  }

  private async find(tx: Tx, code: string): Promise<CertificateRow | null> {
    if (!isCertificateCode(code)) return null;
    const [row] = await asSystem(tx, 'meetings', () => tx.query<CertificateRow[]>(`SELECT ${certificateColumns} FROM meetings_certificate WHERE code = $1 AND until > $2`, [code, this.clock.now()]));
    return row ?? null;
  }

  private async mayHold(tx: Tx, actor: Actor, row: CertificateRow): Promise<boolean> {
    if (row.personId === actor.personId) return true;
    const meeting = row.meetingId ? await this.meetings.find(tx, row.meetingId) : null;
    return canMeeting(actor, 'edit', meeting?.policy ?? { spaceId: row.spaceId, networkId: row.networkId });
  }
}
