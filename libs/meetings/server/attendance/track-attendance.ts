import { type Actor, rolesIn } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError } from '@cohorte/platform/contract';
import { asSystem, Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type CertifiedMeeting, isTrackAttended, meetingsNeeded, type TrackProgress } from '../../contract';
import { MeetingReader, type ToldMeeting } from '../meeting/meeting.reader';
import { certificateColumns, CertificateIssuer, type CertificateRow } from './certificate-issuer';

interface Counted {
  readonly planned: number;
  readonly attended: readonly ToldMeeting[];
  readonly networkId: string;
}

/** How far a person has followed a track: its six meetings, webinars and cancelled ones apart. */
@Injectable()
export class TrackAttendance {
  constructor(
    private readonly clock: Clock,
    private readonly meetings: MeetingReader,
    private readonly spaces: Spaces,
    private readonly issuer: CertificateIssuer,
  ) {}

  /** The cohorts the person takes part in, in the actor's own transaction. */
  async ofPerson(tx: Tx, actor: Actor): Promise<TrackProgress[]> {
    const cohorts = new Set(actor.roles.filter(({ spaceKind, role }) => spaceKind === 'cohort' && role !== 'animator' && role !== 'sponsor').map(({ spaceId }) => spaceId));
    const found: TrackProgress[] = [];
    for (const spaceId of cohorts) {
      const { planned, attended } = await this.count(tx, actor.personId, spaceId);
      const title = (await this.spaces.find(tx, spaceId))?.name;
      if (!title || planned < 3) continue;
      found.push({ spaceId, title, attended: attended.length, planned, needed: meetingsNeeded(planned), reached: isTrackAttended({ attended: attended.length, planned }) });
    }
    return found.toSorted((a, b) => a.title.localeCompare(b.title, 'fr'));
  }

  /** The certificate of the track; whoever has one keeps it. */
  async certify(tx: Tx, actor: Actor, spaceId: string): Promise<CertificateRow> {
    const space = await this.spaces.find(tx, spaceId);
    if (!space || space.kind !== 'cohort' || rolesIn(actor, spaceId).length === 0) throw new AppError('not-found', 'meetings.space-unknown');
    const counted = await this.count(tx, actor.personId, spaceId);
    if (!isTrackAttended({ attended: counted.attended.length, planned: counted.planned })) throw new AppError('forbidden', 'meetings.track-unfinished');
    return asSystem(tx, 'meetings', () => this.issue(tx, actor, { spaceId, title: space.name, ...counted }));
  }

  private async issue(tx: Tx, { personId }: Actor, { spaceId, title, networkId, planned, attended }: Counted & { spaceId: string; title: string }): Promise<CertificateRow> {
    // Two presses at once are one certificate.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`meetings.track-certificate:${spaceId}:${personId}`]);
    const [known] = await tx.query<CertificateRow[]>(
      `SELECT ${certificateColumns} FROM meetings_certificate WHERE kind = 'track' AND space_id = $1 AND person_id = $2 AND replaced_by IS NULL AND withdrawn_at IS NULL AND until > $3`, [spaceId, personId, this.clock.now()]);
    if (known && known.facts.meetings.length === attended.length) return known;
    const name = (await this.issuer.nameOf(tx, { personId, registrationId: null })) ?? '';
    const networkName = (await this.spaces.find(tx, networkId))?.name ?? '';
    const facts = { kind: 'track' as const, title, networkName, planned, meetings: attended.map(certified) };
    if (known) return this.issuer.reissue(tx, { ...known, facts }, name);
    return this.issuer.issue(tx, { kind: 'track', meetingId: null, spaceId, networkId, registrationId: null, personId, name, facts });
  }

  private async count(tx: Tx, personId: string, spaceId: string): Promise<Counted> {
    const rows = await tx.query<{ id: string; networkId: string; present: boolean }[]>(
      `SELECT m.id, m.network_id AS "networkId", coalesce(a.state = 'present', false) AS present
         FROM meetings_meeting m LEFT JOIN meetings_attendance a ON a.meeting_id = m.id AND a.person_id = $2
        WHERE m.space_id = $1 AND m.kind = 'track-meeting' AND m.cancelled_at IS NULL AND m.published_at IS NOT NULL ORDER BY m.starts_at, m.position`,
      [spaceId, personId],
    );
    const known = await this.meetings.factsOf(tx, rows.flatMap(({ id, present }) => (present ? [id] : [])));
    return { planned: rows.length, attended: rows.flatMap(({ id }) => known.get(id) ?? []), networkId: rows[0]?.networkId ?? '' };
  }
}

const certified = ({ title, startsAt, zone, sittings }: ToldMeeting): CertifiedMeeting => ({ title, startsAt: startsAt ?? '', zone, minutes: sittings.reduce((sum, { minutes }) => sum + minutes, 0) });
