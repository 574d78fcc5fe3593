import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { People } from '@cohorte/identity/server';
import type { OutputOf, Visitor } from '@cohorte/platform/contract';
import { asSystem, Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { isUnlimited, type listAllocations, type RegistrationView, type SeatWay, whyNotAdmitted } from '../../contract';
import { doorOf } from './door-rules';
import { isMember, Registrants } from './registrants';
import { nameKey } from './seat-row';
import type { SeatsPlaceRow } from './seats-place';

interface Counts {
  way: SeatWay | null;
  taken: number;
  waiting: number;
}

const overlapSql = `
  SELECT m.id AS "meetingId", m.title, m.starts_at AS "startsAt" FROM meetings_registration r JOIN meetings_meeting m ON m.id = r.meeting_id
   WHERE r.person_id = $1 AND r.status IN ('registered', 'offered', 'waiting') AND m.id <> $2 AND m.cancelled_at IS NULL
     AND m.starts_at < $3::timestamptz + make_interval(mins => $4) AND m.starts_at + make_interval(mins => m.minutes) > $3 ORDER BY m.starts_at LIMIT 5`;
const openSql = `
  SELECT m.id AS "meetingId", m.title, m.starts_at AS "startsAt" FROM meetings_meeting m LEFT JOIN meetings_seats s ON s.meeting_id = m.id
   WHERE m.network_id = $1 AND m.id <> $2 AND m.starts_at > $3 AND m.cancelled_at IS NULL AND m.published_at IS NOT NULL AND m.audience = 'public'
     AND (s.policy IS NULL OR s.policy->'audience' = 'null'::jsonb) ORDER BY m.starts_at LIMIT 3`;

type OtherMeeting = RegistrationView['overlaps'][number];

/** The reads behind those screens, each one question; they act as the domain, after the policy. */
@Injectable()
export class RegistrationReading {
  constructor(
    private readonly clock: Clock,
    private readonly registrants: Registrants,
    private readonly people: People,
    private readonly spaces: Spaces,
  ) {}

  counts(tx: Tx, meetingId: string): Promise<Counts[]> {
    return asSystem(tx, 'meetings', () => tx.query<Counts[]>(
      `SELECT way, count(*) FILTER (WHERE status = 'registered' OR (status = 'offered' AND NOT offer_shared))::int AS taken,
              count(*) FILTER (WHERE status = 'waiting' OR (status = 'offered' AND offer_shared))::int AS waiting
         FROM meetings_registration WHERE meeting_id = $1 GROUP BY way`, [meetingId]));
  }

  async admission(tx: Tx, actor: Actor | Visitor, place: SeatsPlaceRow): Promise<Pick<RegistrationView, 'me' | 'refusal'>> {
    if (!isMember(actor)) return { me: null, refusal: whyNotAdmitted(place.policy.audience, null) };
    const own = (await this.registrants.structuresOf(tx, [actor])).get(actor.personId) ?? [];
    const { registrant } = this.registrants.member(actor, place, { own, structureId: null });
    const [profile] = await this.people.profilesOf(tx, [actor.personId]);
    return { me: { name: profile?.name ?? '', structures: own.map(({ id, name }) => ({ id, name })) }, refusal: whyNotAdmitted(place.policy.audience, registrant) };
  }

  door(place: SeatsPlaceRow, { taken, waiting, ways }: { taken: number; waiting: number; ways: RegistrationView['ways'] }): RegistrationView['door'] {
    const { policy } = place;
    const isFull = !isUnlimited(policy) && (waiting > 0 || (policy.separate ? ways.every((one) => one.places !== null && one.taken >= one.places) : policy.places !== null && taken >= policy.places));
    return doorOf(policy, { startsAt: place.startsAt, cancelled: place.cancelledAt !== null, drawnAt: place.drawnAt }, this.clock.now(), isFull);
  }

  aYearAgo = (): Date => new Date(this.clock.now().getTime() - 365 * 86_400_000);

  isPast = (place: SeatsPlaceRow): boolean => place.startsAt !== null && place.startsAt <= this.clock.now();

  cohortNames(tx: Tx, place: SeatsPlaceRow): Promise<string[]> {
    return asSystem(tx, 'meetings', async () => {
      const spaces = await Promise.all((place.policy.audience?.cohortIds ?? []).map((id) => this.spaces.find(tx, id)));
      return spaces.flatMap((space) => (space ? [space.name] : []));
    });
  }

  overlaps(tx: Tx, personId: string, place: SeatsPlaceRow): Promise<OtherMeeting[]> {
    return place.startsAt ? this.others(tx, overlapSql, [personId, place.meetingId, place.startsAt, place.minutes]) : Promise.resolve([]);
  }

  openMeetings(tx: Tx, place: SeatsPlaceRow): Promise<OtherMeeting[]> {
    return this.others(tx, openSql, [place.networkId, place.meetingId, this.clock.now()]);
  }

  titles(tx: Tx, ids: readonly string[]): Promise<OtherMeeting[]> {
    return this.others(tx, 'SELECT id AS "meetingId", title, starts_at AS "startsAt" FROM meetings_meeting WHERE id = ANY ($1)', [ids]);
  }

  log(tx: Tx, meetingId: string): Promise<OutputOf<typeof listAllocations>['lines']> {
    return asSystem(tx, 'meetings', async () => {
      const rows = await tx.query<{ line: number; at: Date; rule: string; number: number | null; way: SeatWay | null; detail: string }[]>(
        'SELECT line::float8 AS line, at, rule, number::float8 AS number, way, detail FROM meetings_allocation WHERE meeting_id = $1 ORDER BY line DESC LIMIT 5000', [meetingId]);
      return rows.reverse().map((row) => ({ ...row, at: row.at.toISOString() }));
    });
  }

  /** What someone registered at this address, under this name, before they had an account, is theirs from now on. */
  async claim(tx: Tx, personId: string, meetingId: string | null = null): Promise<void> {
    const [contact] = await this.people.contactsOf(tx, [personId]);
    if (!contact) return;
    await asSystem(tx, 'meetings', () => tx.query(
      `UPDATE meetings_registration r SET person_id = $1, email = NULL, name = NULL, name_key = NULL
        WHERE r.email = $2 AND r.name_key = $3 AND ($4::uuid IS NULL OR r.meeting_id = $4)
          AND NOT EXISTS (SELECT FROM meetings_registration o WHERE o.meeting_id = r.meeting_id AND o.person_id = $1)`,
      [personId, contact.email, nameKey(contact.name), meetingId]));
  }

  private others(tx: Tx, sql: string, values: unknown[]): Promise<OtherMeeting[]> {
    return asSystem(tx, 'meetings', async () => {
      const rows = await tx.query<{ meetingId: string; title: string; startsAt: Date | null }[]>(sql, values);
      return rows.map((row) => ({ ...row, startsAt: row.startsAt?.toISOString() ?? null }));
    });
  }
}
