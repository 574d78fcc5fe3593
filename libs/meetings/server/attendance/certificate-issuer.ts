import { People } from '@cohorte/identity/server';
import { Spaces } from '@cohorte/networks/server';
import { Clock, Events, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { certificateAlphabet, certificateMonths, certificateSigns, type CertificateKind, type CertifiedFacts } from '../../contract';
import type { ToldMeeting } from '../meeting/meeting.reader';
import { certificateIssued } from '../meetings.events';
import type { AttendanceRow } from './attendance-book';

export interface CertificateRow {
  readonly code: string;
  readonly kind: CertificateKind;
  readonly meetingId: string | null;
  readonly spaceId: string;
  readonly networkId: string;
  readonly registrationId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly facts: CertifiedFacts;
  readonly issuedAt: Date;
  readonly until: Date;
  readonly replacedBy: string | null;
  readonly withdrawnAt: Date | null;
}

export const certificateColumns = `code, kind, meeting_id AS "meetingId", space_id AS "spaceId", network_id AS "networkId", registration_id AS "registrationId", person_id AS "personId", name, facts,
  issued_at AS "issuedAt", until, replaced_by AS "replacedBy", withdrawn_at AS "withdrawnAt"`;

const newCode = (): string => Array.from({ length: certificateSigns }, () => certificateAlphabet[randomInt(certificateAlphabet.length)]).join('');

export type NewCertificate = Pick<CertificateRow, 'kind' | 'meetingId' | 'spaceId' | 'networkId' | 'registrationId' | 'personId' | 'name' | 'facts'>;

/** Writes certificates, as the domain itself (`asSystem`) after its policy. */
@Injectable()
export class CertificateIssuer {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly people: People,
    private readonly spaces: Spaces,
  ) {}

  /** The certificate of someone marked present; who has one keeps it. Someone who came with neither account nor registration has no address to send it to: none. */
  async issueForMeeting(tx: Tx, meeting: ToldMeeting, row: AttendanceRow): Promise<CertificateRow | null> {
    const { registrationId, personId } = row;
    if (!registrationId && !personId) return null;
    const known = await this.trueOne(tx, meeting.id, row);
    if (known) return known;
    const name = await this.nameOf(tx, row);
    if (!name) return null;
    const { id: meetingId, spaceId, networkId } = meeting;
    const facts = await this.factsOf(tx, meeting);
    return this.issue(tx, { kind: 'meeting', meetingId, spaceId, networkId, registrationId, personId, name, facts });
  }

  async issue(tx: Tx, given: NewCertificate, code = newCode()): Promise<CertificateRow> {
    const issuedAt = this.clock.now();
    const until = new Date(issuedAt);
    until.setUTCMonth(until.getUTCMonth() + certificateMonths);
    await tx.query(
      `INSERT INTO meetings_certificate (code, kind, meeting_id, space_id, network_id, registration_id, person_id, name, facts, issued_at, until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [code, given.kind, given.meetingId, given.spaceId, given.networkId, given.registrationId, given.personId, given.name, JSON.stringify(given.facts), issuedAt, until],
    );
    if (given.meetingId && given.registrationId) await this.events.publish(tx, certificateIssued, { registrationId: given.registrationId, meetingId: given.meetingId });
    return { ...given, code, issuedAt, until, replacedBy: null, withdrawnAt: null };
  }

  /** The same words under the name the person has now; the former code says that it was replaced. */
  async reissue(tx: Tx, former: CertificateRow, name: string): Promise<CertificateRow> {
    const code = newCode();
    await tx.query('UPDATE meetings_certificate SET replaced_by = $2 WHERE code = $1', [former.code, code]);
    return this.issue(tx, { ...former, name }, code);
  }

  async withdraw(tx: Tx, meetingId: string, { registrationId, personId }: Pick<AttendanceRow, 'registrationId' | 'personId'>): Promise<void> {
    await tx.query(
      'UPDATE meetings_certificate SET withdrawn_at = $4 WHERE meeting_id = $1 AND (registration_id = $2 OR person_id = $3) AND replaced_by IS NULL AND withdrawn_at IS NULL',
      [meetingId, registrationId, personId, this.clock.now()],
    );
  }

  async trueOne(tx: Tx, meetingId: string, { registrationId, personId }: Pick<AttendanceRow, 'registrationId' | 'personId'>): Promise<CertificateRow | null> {
    const [row] = await tx.query<CertificateRow[]>(
      `SELECT ${certificateColumns} FROM meetings_certificate WHERE meeting_id = $1 AND (registration_id = $2 OR person_id = $3) AND replaced_by IS NULL AND withdrawn_at IS NULL AND until > $4`,
      [meetingId, registrationId, personId, this.clock.now()],
    );
    return row ?? null;
  }

  async nameOf(tx: Tx, { registrationId, personId }: Pick<AttendanceRow, 'registrationId' | 'personId'>): Promise<string | null> {
    if (personId) return (await this.people.namesOf(tx, [personId])).get(personId) ?? null;
    const [row] = await tx.query<{ name: string | null }[]>('SELECT name FROM meetings_registration WHERE id = $1', [registrationId]);
    return row?.name ?? null;
  }

  private async factsOf(tx: Tx, meeting: ToldMeeting): Promise<CertifiedFacts> {
    const network = await this.spaces.find(tx, meeting.networkId);
    const minutes = meeting.sittings.reduce((sum, sitting) => sum + sitting.minutes, 0);
    return { kind: 'meeting', title: meeting.title, networkName: network?.name ?? '', planned: 1, meetings: [{ title: meeting.title, startsAt: meeting.startsAt ?? '', zone: meeting.zone, minutes }] };
  }
}
