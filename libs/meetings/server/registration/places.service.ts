import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf, parisDay } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type addPeople, type decideRequest, type exportPlaces, type PlacesPage, policyProblems, type SeatPolicy, type setPlaces } from '../../contract';
import { MeetingSeats } from './meeting-seats';
import { PlacesReading } from './places-reading';
import { csvOf } from './registration-csv';
import { nameKey } from './seat-row';
import { SeatsLedger } from './seats-ledger';
import { SeatsPlaces } from './seats-place';

/** What an animator does with the places of a meeting. */
@Injectable()
export class PlacesService {
  constructor(
    private readonly database: Database,
    private readonly places: SeatsPlaces,
    private readonly ledger: SeatsLedger,
    private readonly seats: MeetingSeats,
    private readonly people: People,
    private readonly reading: PlacesReading,
  ) {}

  view(actor: Actor, meetingId: string): Promise<PlacesPage> {
    return this.database.transaction(actor, async (tx) => {
      await this.places.allowed(tx, actor, 'manage', meetingId);
      return this.reading.page(tx, meetingId);
    });
  }

  /** Nobody registered loses anything: fewer places than people stops promotion, a rule that no longer fits is marked. */
  set(actor: Actor, { meetingId, version, policy }: InputOf<typeof setPlaces>): Promise<PlacesPage> {
    return this.database.transaction(actor, async (tx) => {
      const place = await this.places.allowed(tx, actor, 'manage', meetingId);
      const problems = policyProblems(policy, place.startsAt);
      if (Object.keys(problems).length > 0) throw new AppError('bad-input', 'meetings.places-rule', {}, problems);
      await this.ledger.with(tx, meetingId, async (seats) => {
        if (seats.seats.version !== version) throw new AppError('conflict', 'meetings.places-changed');
        if (seats.seats.drawnAt && policy.drawAt !== seats.seats.policy.drawAt) throw new AppError('conflict', 'meetings.already-drawn', {}, { drawAt: 'drawn' });
        seats.note('rule', null, placesInWords(policy));
        seats.seats.policy = policy;
        await tx.query('UPDATE meetings_seats SET policy = $2, version = version + 1 WHERE meeting_id = $1', [meetingId, JSON.stringify(policy)]);
        await this.reading.judgeAgain(tx, seats);
        await this.ledger.learnHolders(tx, seats);
      });
      return this.reading.page(tx, meetingId);
    });
  }

  add(actor: Actor, { meetingId, people }: InputOf<typeof addPeople>): Promise<PlacesPage> {
    return this.database.transaction(actor, async (tx) => {
      await this.places.allowed(tx, actor, 'manage', meetingId);
      const attendees = [];
      for (const { name, email } of people) {
        const account = await this.people.findByEmail(tx, email);
        attendees.push({ personId: account && nameKey(account.name) === nameKey(name) ? account.id : null, name, email, structureId: null });
      }
      await this.seats.invite(tx, meetingId, attendees, { by: actor.personId });
      return this.reading.page(tx, meetingId);
    });
  }

  decide(actor: Actor, { meetingId, registrationId, decision, message }: InputOf<typeof decideRequest>): Promise<PlacesPage> {
    return this.database.transaction(actor, async (tx) => {
      await this.places.allowed(tx, actor, 'manage', meetingId);
      await this.ledger.with(tx, meetingId, async (seats) => {
        const row = await this.ledger.find(tx, seats, 'id = $2', [registrationId]);
        if (!row) throw new AppError('not-found', 'meetings.registration-not-found');
        if (row.status !== 'pending') throw new AppError('conflict', 'meetings.already-decided');
        await tx.query('UPDATE meetings_registration SET decision_message = $2, decided_by = $3 WHERE id = $1', [registrationId, message || null, actor.personId]);
        if (decision === 'refuse') seats.move(row.id, 'refused', 'exception');
        else seats.replace(row, { status: 'waiting', cause: 'exception', isExempt: true, isNew: true });
      });
      return this.reading.page(tx, meetingId);
    });
  }

  export(actor: Actor, meetingId: string): Promise<OutputOf<typeof exportPlaces>> {
    return this.database.transaction(actor, async (tx) => {
      const place = await this.places.allowed(tx, actor, 'manage', meetingId);
      const { rows, policy } = await this.reading.page(tx, meetingId);
      return { fileName: `inscriptions-${place.startsAt ? parisDay(place.startsAt.toISOString()) : 'sans-date'}.csv`, csv: csvOf(rows, policy) };
    });
  }
}

const placesInWords = ({ places, separate }: SeatPolicy): string => (separate ? `room ${separate.room ?? '-'} online ${separate.online ?? '-'}` : String(places ?? '-'));
