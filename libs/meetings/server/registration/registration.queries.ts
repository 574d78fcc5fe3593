import type { Actor } from '@cohorte/networks/contract';
import type { OutputOf, Visitor } from '@cohorte/platform/contract';
import { Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canRegistration, type listAllocations, type listMyRegistrations, type listParticipants, placesOf, type RegistrationView, seatWays } from '../../contract';
import { seedFingerprint } from './open-seats';
import { isMember, Registrants } from './registrants';
import { cardOf, RegistrationCards } from './registration-cards';
import { RegistrationReading } from './registration-reading';
import { askerOf, type SeatsPlaceRow, SeatsPlaces } from './seats-place';

/** What the screens of registration read. */
@Injectable()
export class RegistrationQueries {
  constructor(
    private readonly database: Database,
    private readonly places: SeatsPlaces,
    private readonly registrants: Registrants,
    private readonly cards: RegistrationCards,
    private readonly reading: RegistrationReading,
  ) {}

  view(actor: Actor | Visitor, meetingId: string): Promise<RegistrationView> {
    return this.database.transaction(actor, async (tx) => {
      const place = await this.place(tx, actor, meetingId);
      const counts = await this.reading.counts(tx, meetingId);
      const mine = await this.mine(tx, actor, meetingId);
      const { me, refusal } = await this.reading.admission(tx, actor, place);
      const taken = counts.reduce((sum, one) => sum + one.taken, 0);
      const ways = place.policy.separate ? seatWays.map((way) => ({ way, places: placesOf(place.policy, way), taken: counts.filter((one) => (one.way ?? 'room') === way).reduce((sum, one) => sum + one.taken, 0) })) : [];
      const waiting = counts.reduce((sum, one) => sum + one.waiting, 0);
      return {
        meeting: { meetingId, title: place.title, startsAt: place.startsAt?.toISOString() ?? null, minutes: place.minutes },
        door: this.reading.door(place, { taken, waiting, ways }), places: place.policy.separate ? sumOf(ways) : place.policy.places, taken, waiting, ways, policy: place.policy,
        cohortNames: await this.reading.cohortNames(tx, place), refusal, registrations: mine, me,
        overlaps: isMember(actor) ? await this.reading.overlaps(tx, actor.personId, place) : [],
        openMeetings: refusal.length > 0 ? await this.reading.openMeetings(tx, place) : [],
        isAnimator: canRegistration(askerOf(actor), 'manage', place),
      };
    });
  }

  participants(actor: Actor, meetingId: string): Promise<OutputOf<typeof listParticipants>> {
    return this.database.transaction(actor, async (tx) => {
      const place = await this.places.find(tx, meetingId);
      const own = await this.cards.read(tx, `r.meeting_id = $1 AND r.person_id = $2`, [meetingId, actor.personId]);
      const comes = own.some(({ status }) => status === 'registered');
      this.places.assert(askerOf(actor), 'see-participants', { ...place, comes } as SeatsPlaceRow);
      return { participants: await this.cards.seen(tx, meetingId) };
    });
  }

  allocations(actor: Actor | Visitor, meetingId: string): Promise<OutputOf<typeof listAllocations>> {
    return this.database.transaction(actor, async (tx) => {
      const place = await this.place(tx, actor, meetingId);
      const lines = await this.reading.log(tx, meetingId);
      return { lines, seedFingerprint: place.policy.drawAt && place.seed ? seedFingerprint(place.seed) : null, seed: place.drawnAt ? place.seed : null };
    });
  }

  mineEverywhere(actor: Actor): Promise<OutputOf<typeof listMyRegistrations>> {
    return this.database.transaction(actor, async (tx) => {
      const email = await this.registrants.emailOf(tx, actor.personId);
      await this.reading.claim(tx, actor.personId);
      const rows = await this.cards.read(tx, `r.status <> 'cancelled' AND (r.person_id = $1 OR r.registered_by = $1 OR r.email = $2) AND r.asked_at > $3 ORDER BY r.asked_at DESC LIMIT 200`, [actor.personId, email, this.reading.aYearAgo()]);
      const meetings = new Map((await this.reading.titles(tx, rows.map((row) => row.meetingId))).map((one) => [one.meetingId, one]));
      return { registrations: rows.flatMap((row) => {
        const meeting = meetings.get(row.meetingId);
        return meeting ? [{ ...cardOf(row, actor.personId), title: meeting.title, startsAt: meeting.startsAt }] : [];
      }) };
    });
  }

  /** Whoever has a registration may read its meeting, wherever they belong. */
  private async place(tx: Tx, actor: Actor | Visitor, meetingId: string): Promise<SeatsPlaceRow> {
    const place = await this.places.find(tx, meetingId);
    const [own] = isMember(actor) ? await this.cards.read(tx, 'r.meeting_id = $1 AND r.person_id = $2', [meetingId, actor.personId]) : [];
    this.places.assert(askerOf(actor), 'see', place, own ? { personId: own.personId, registeredBy: own.registeredById, email: null } : null);
    return place;
  }

  private async mine(tx: Tx, actor: Actor | Visitor, meetingId: string): Promise<RegistrationView['registrations']> {
    if (!isMember(actor)) return [];
    await this.reading.claim(tx, actor.personId, meetingId);
    const email = await this.registrants.emailOf(tx, actor.personId);
    const rows = await this.cards.read(tx, `r.meeting_id = $1 AND (r.person_id = $2 OR (r.registered_by = $2 AND r.status <> 'cancelled') OR (r.email = $3 AND r.status <> 'cancelled')) ORDER BY (r.person_id = $2) DESC NULLS LAST, r.number`, [meetingId, actor.personId, email]);
    return rows.map((row) => cardOf(row, actor.personId));
  }
}

const sumOf = (ways: RegistrationView['ways']): number | null => ways.reduce<number | null>((sum, { places }) => (sum === null || places === null ? null : sum + places), 0);
