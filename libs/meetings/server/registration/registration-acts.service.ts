import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type Visitor, visitor } from '@cohorte/platform/contract';
import { asSystem, Database, mailTokenHash, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { actOnRegistration, RegistrationAct, RegistrationCard, RegistrationStatus } from '../../contract';
import type { OpenSeats } from './open-seats';
import { type NamedAddress, Registrants } from './registrants';
import { cardOf, RegistrationCards } from './registration-cards';
import { bareEntry, type RegistrationRow } from './seat-row';
import { SeatTurns } from './seat-turns';
import { SeatsLedger } from './seats-ledger';
import { askerOf, type SeatsPlaceRow, SeatsPlaces } from './seats-place';

interface Wanted {
  readonly act: RegistrationAct;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

interface Owned {
  id: string;
  meetingId: string;
  personId: string | null;
  registeredBy: string | null;
  email: string | null;
  status: RegistrationStatus;
}

const ownedSql = 'SELECT id, meeting_id AS "meetingId", person_id AS "personId", registered_by AS "registeredBy", email, status FROM meetings_registration';

/** What can be done to one registration, by its owner, by personal link, or by an animator. */
@Injectable()
export class RegistrationActs {
  constructor(
    private readonly database: Database,
    private readonly places: SeatsPlaces,
    private readonly registrants: Registrants,
    private readonly ledger: SeatsLedger,
    private readonly cards: RegistrationCards,
    private readonly turns: SeatTurns,
  ) {}

  async act(actor: Actor, input: InputOf<typeof actOnRegistration>): Promise<RegistrationCard> {
    const { owned, place, isOwn } = await this.database.transaction(actor, (tx) => this.owned(tx, actor, input.registrationId));
    return this.inTurn(actor, place, async (tx) => {
      await this.carryOut(tx, owned, place, { ...input, by: { personId: actor.personId, isOwn } });
      return this.card(tx, owned.id, actor.personId);
    });
  }

  /** Whoever holds the link acts as the person it was mailed to. */
  async actByLink(token: string, wanted: Wanted): Promise<RegistrationCard> {
    const { owned, place } = await this.database.transaction(visitor, async (tx) => {
      const found = await this.ofToken(tx, token);
      return { owned: found, place: await this.places.find(tx, found.meetingId) };
    });
    return this.inTurn(visitor, place, async (tx) => {
      await this.carryOut(tx, owned, place, { ...wanted, by: { personId: owned.personId, isOwn: true } });
      return this.card(tx, owned.id, owned.personId);
    });
  }

  async ofToken(tx: Tx, token: string): Promise<Owned> {
    const [owned] = await asSystem(tx, 'meetings', () => tx.query<Owned[]>(`${ownedSql} WHERE token_hash = $1`, [mailTokenHash(token)]));
    if (!owned) throw new AppError('not-found', 'meetings.link-unknown');
    return owned;
  }

  private inTurn<T>(acting: Actor | Visitor, { meetingId }: SeatsPlaceRow, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.turns.take(meetingId, () => this.database.transaction(acting, work));
  }

  async owned(tx: Tx, actor: Actor, registrationId: string): Promise<{ owned: Owned; place: SeatsPlaceRow; isOwn: boolean }> {
    const [owned] = await asSystem(tx, 'meetings', () => tx.query<Owned[]>(`${ownedSql} WHERE id = $1`, [registrationId]));
    if (!owned) throw new AppError('not-found', 'meetings.registration-not-found');
    const place = await this.places.find(tx, owned.meetingId);
    const email = await this.registrants.emailOf(tx, actor.personId);
    this.places.assert(askerOf(actor, email), 'act', place, owned);
    return { owned, place, isOwn: owned.personId === actor.personId || owned.registeredBy === actor.personId || (owned.email !== null && owned.email === email) };
  }

  private async carryOut(tx: Tx, owned: Owned, place: SeatsPlaceRow, wanted: Wanted & { by: { personId: string | null; isOwn: boolean } }): Promise<void> {
    const taker = wanted.act === 'hand-over' ? await this.takerOf(wanted) : null;
    await this.ledger.with(tx, place.meetingId, async (seats) => {
      const row = await this.ledger.find(tx, seats, 'id = $2', [owned.id]);
      if (!row) throw new AppError('not-found', 'meetings.registration-not-found');
      this.assertInTime(seats);
      if (taker) return this.handOver(tx, seats, row, { taker, by: wanted.by.personId });
      this.apply(seats, row, wanted.act, wanted.by.isOwn ? 'own' : 'organiser');
    });
  }

  private assertInTime({ timing, now }: OpenSeats): void {
    if (timing.cancelled) throw new AppError('conflict', 'meetings.registration-cancelled');
    if (timing.startsAt !== null && timing.startsAt <= now) throw new AppError('conflict', 'meetings.registration-past');
  }

  private apply(seats: OpenSeats, row: RegistrationRow, act: RegistrationAct, cause: 'own' | 'organiser'): void {
    if (act === 'cancel' && row.status !== 'cancelled' && row.status !== 'refused') seats.move(row.id, 'cancelled', cause);
    if (act === 'accept') this.accept(seats, row);
    if (act === 'decline' && this.isOffered(row)) seats.move(row.id, 'cancelled', 'offer-declined');
    if (act === 'confirm') this.confirm(seats, row);
  }

  private accept(seats: OpenSeats, row: RegistrationRow): void {
    if (row.status === 'registered' || !this.isOffered(row)) return;
    if (row.shared && !seats.mayTake(row.id)) throw new AppError('conflict', 'meetings.place-taken');
    seats.move(row.id, 'registered', 'offer-accepted');
  }

  /** Says why there is nothing to answer any more; an answer given twice is given. */
  private isOffered({ status, cause }: RegistrationRow): boolean {
    if (status === 'offered') return true;
    if (cause === 'offer-expired') throw new AppError('gone', 'meetings.offer-expired');
    if (cause === 'place-taken') throw new AppError('conflict', 'meetings.place-taken');
    if (status === 'registered' || cause === 'offer-declined') return false;
    throw new AppError('conflict', 'meetings.nothing-offered');
  }

  /** Who said «si besoin», or that they could not come, asks for a place after all: they take the next turn. */
  private confirm(seats: OpenSeats, row: RegistrationRow): void {
    if (row.status === 'registered' || row.status === 'waiting') return;
    if (row.status !== 'to-confirm' && row.status !== 'informed') throw new AppError('conflict', 'meetings.nothing-to-confirm');
    seats.replace(row, { status: 'waiting', cause: 'own', turn: (seats.seats.turns += 1), isNew: true });
  }

  private async takerOf({ name, email }: Wanted): Promise<NamedAddress> {
    if (!name || !email) throw new AppError('bad-input', 'meetings.colleague-needed', {}, { ...(name ? {} : { name: 'required' }), ...(email ? {} : { email: 'required' }) });
    return { name, email };
  }

  /** The place goes to a colleague of the same structure, as it stands: the count does not move, the giver leaves. */
  private async handOver(tx: Tx, seats: OpenSeats, row: RegistrationRow, { taker, by }: { taker: NamedAddress; by: string | null }): Promise<void> {
    if (row.status !== 'registered') throw new AppError('conflict', 'meetings.no-place-to-hand-over');
    const colleague = await this.registrants.colleague(tx, taker, { personId: null, email: null, name: null, structure: null, structureName: row.structureName, registrant: null });
    const known = await this.ledger.known(tx, seats, colleague);
    if (known?.id === row.id || known?.status === 'registered') throw new AppError('conflict', 'meetings.colleague-already-there');
    const { structureId, structureName, isSmall, isExempt, way } = row;
    const entry = { ...bareEntry, personId: colleague.personId, email: colleague.email, name: colleague.name, structureId, structureName, isSmall, isExempt, way, registeredBy: by };
    seats.move(row.id, 'cancelled', 'handed-over');
    seats.enter(entry, 'registered' satisfies RegistrationStatus, 'handed-over', known);
  }

  async card(tx: Tx, id: string, readerId: string | null): Promise<RegistrationCard> {
    const [row] = await this.cards.read(tx, 'r.id = $1', [id]);
    if (!row) throw new AppError('not-found', 'meetings.registration-not-found');
    return cardOf(row, readerId);
  }
}
