import type { Actor } from '@cohorte/networks/contract';
import type { StructureStanding } from '@cohorte/networks/server';
import { AppError, type InputOf, type OutputOf, systemActor, type Visitor } from '@cohorte/platform/contract';
import { Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { register } from '../../contract';
import type { OpenSeats } from './open-seats';
import { type Applicant, isMember, type NamedAddress, Registrants } from './registrants';
import { cardOf, RegistrationCards } from './registration-cards';
import { decideRequest, type NamedRequest, type Outcome, type PlaceRequest } from './request-decision';
import { SeatGathering } from './seat-gathering';
import { SeatsLedger } from './seats-ledger';
import { SeatTurns } from './seat-turns';
import { askerOf, type SeatsPlaceRow, SeatsPlaces } from './seats-place';

type Answer = OutputOf<typeof register>;
type Settled<T> = PromiseSettledResult<T>;
type Structures = ReadonlyMap<string, readonly StructureStanding[]>;

/**
 * Asking for a place: alone, with colleagues, as a guest, or by exception to the rule. Requests for one meeting that wait in this process are
 * decided in one transaction, one after the other; each is allowed, refused and answered by itself.
 */
@Injectable()
export class RegistrationService {
  private readonly gathering: SeatGathering<PlaceRequest, Answer>;

  constructor(
    private readonly database: Database,
    private readonly places: SeatsPlaces,
    private readonly registrants: Registrants,
    private readonly ledger: SeatsLedger,
    private readonly cards: RegistrationCards,
    turns: SeatTurns,
  ) {
    this.gathering = new SeatGathering(turns, (meetingId, requests) => this.decide(meetingId, requests));
  }

  register(actor: Actor | Visitor, input: InputOf<typeof register>): Promise<Answer> {
    return this.gathering.ask(input.meetingId, { actor, input });
  }

  /** What PostgreSQL refuses of one person ends the transaction of all: then each is decided alone, and only that person hears of it. */
  private async decide(meetingId: string, requests: readonly PlaceRequest[]): Promise<Settled<Answer>[]> {
    try {
      return await this.database.transaction(systemActor('meetings'), (tx) => this.decideIn(tx, meetingId, requests));
    } catch (error) {
      if (requests.length === 1 || !isRefusedData(error)) throw error;
    }
    const answers: Settled<Answer>[] = [];
    for (const request of requests) answers.push(...(await this.decide(meetingId, [request]).catch((reason: unknown) => [refused(reason)])));
    return answers;
  }

  private async decideIn(tx: Tx, meetingId: string, requests: readonly PlaceRequest[]): Promise<Settled<Answer>[]> {
    const place = await this.places.find(tx, meetingId);
    const structures = await this.registrants.structuresOf(tx, requests.flatMap(({ actor }) => (isMember(actor) ? [actor] : [])));
    const named: Settled<NamedRequest>[] = [];
    for (const request of requests) named.push(await settled(() => this.named(tx, place, request, structures)));
    const allowed = named.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const outcomes = allowed.length === 0 ? [] : await this.ledger.with(tx, meetingId, (seats) => this.decideAll(tx, seats, allowed));
    const answers = await this.answers(tx, allowed, outcomes);
    return named.map((one) => (one.status === 'rejected' ? one : (answers.shift() as Settled<Answer>)));
  }

  /** The policy first, then who asks and for whom: all this before the lock. */
  private async named(tx: Tx, place: SeatsPlaceRow, { actor, input }: PlaceRequest, structures: Structures): Promise<NamedRequest> {
    this.places.assert(askerOf(actor), 'ask', place);
    const most = place.policy.colleagues;
    if (input.colleagues.length > most) throw new AppError('bad-input', 'meetings.too-many-colleagues', { most, asked: input.colleagues.length }, { colleagues: 'too-many' });
    if (!isMember(actor) && !input.guest) throw new AppError('bad-input', 'meetings.name-needed', {}, { guest: 'required' });
    const first = isMember(actor)
      ? this.registrants.member(actor, place, { own: structures.get(actor.personId) ?? [], structureId: input.structureId })
      : this.registrants.guest(input.guest as NamedAddress & { structureName: string });
    const colleagues: Applicant[] = [];
    for (const { name, email } of input.colleagues) colleagues.push(isMember(actor) ? await this.registrants.colleague(tx, { name, email }, first) : { ...first, name, email });
    const applicants = input.withMe ? [first, ...colleagues] : colleagues;
    if (applicants.length === 0) throw new AppError('bad-input', 'meetings.nobody-named', {}, { colleagues: 'required' });
    return { actor, input, applicants };
  }

  /** A click repeated gets the answer of the first; a request refused leaves no trace. */
  private async decideAll(tx: Tx, seats: OpenSeats, requests: readonly NamedRequest[]): Promise<Settled<Outcome>[]> {
    await this.ledger.learnThose(tx, seats, requests.flatMap(({ applicants }) => applicants));
    const answered = await this.answered(tx, seats, requests);
    // Asked again: it may have been taken back into preparation while these waited for the lock.
    const place = await this.places.find(tx, seats.meetingId);
    const decided: { requestId: string; ids: readonly string[]; leftOut: number }[] = [];
    const outcomes: Settled<Outcome>[] = [];
    for (const request of requests) {
      const { requestId } = request.input;
      const before = answered.get(requestId);
      const outcome = before ? fulfilled(before) : await settled(() => seats.attempt(() => {
        this.places.assert(askerOf(request.actor), 'ask', place);
        return decideRequest(seats, request, () => this.ledger.settle(tx, seats));
      }));
      outcomes.push(outcome);
      if (before || outcome.status === 'rejected') continue;
      const { ids, leftOut } = outcome.value;
      answered.set(requestId, { ids, leftOut, isKnown: false });
      decided.push({ requestId, ids, leftOut });
    }
    if (decided.length > 0) {
      await tx.query(
        `INSERT INTO meetings_registration_request (meeting_id, request_id, registration_ids, left_out, at)
         SELECT $1, e."requestId", e.ids, e."leftOut", $2 FROM jsonb_to_recordset($3::jsonb) AS e ("requestId" uuid, ids uuid[], "leftOut" integer)`, [seats.meetingId, seats.now, JSON.stringify(decided)]);
    }
    return outcomes;
  }

  private async answered(tx: Tx, seats: OpenSeats, requests: readonly NamedRequest[]): Promise<Map<string, Outcome>> {
    const rows = await tx.query<{ requestId: string; ids: string[]; leftOut: number }[]>(
      'SELECT request_id AS "requestId", registration_ids AS ids, left_out AS "leftOut" FROM meetings_registration_request WHERE meeting_id = $1 AND request_id = ANY ($2)',
      [seats.meetingId, requests.map(({ input }) => input.requestId)]);
    return new Map(rows.map(({ requestId, ids, leftOut }) => [requestId, { ids, leftOut, isKnown: false }]));
  }

  private async answers(tx: Tx, requests: readonly NamedRequest[], outcomes: readonly Settled<Outcome>[]): Promise<Settled<Answer>[]> {
    const ids = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value.ids : []));
    const cards = await this.cards.read(tx, 'r.id = ANY ($1) ORDER BY r.number', [ids]);
    const tokens = requests.some(({ actor }) => !isMember(actor)) ? await this.ledger.tokensOf(tx, ids) : new Map<string, string>();
    return outcomes.map((outcome, place) => {
      if (outcome.status === 'rejected') return outcome;
      const { ids: own, leftOut, isKnown } = outcome.value;
      const actor = (requests[place] as NamedRequest).actor;
      const rows = isKnown ? [] : cards.filter(({ registrationId }) => own.includes(registrationId));
      const token = isMember(actor) || !rows[0] ? null : (tokens.get(rows[0].registrationId) ?? null);
      return fulfilled({ registrations: rows.map((row) => cardOf(row, actor.personId)), leftOut, token, isKnown });
    });
  }
}

const fulfilled = <T>(value: T): PromiseFulfilledResult<T> => ({ status: 'fulfilled', value });
const refused = (reason: unknown): PromiseRejectedResult => ({ status: 'rejected', reason });

/** A refusal in words is somebody’s own; any other failure is everybody’s. */
async function settled<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return fulfilled(await work());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refused(error);
  }
}

/** PostgreSQL’s classes 22 and 23: a value it cannot hold, a constraint that says no. */
const isRefusedData = (error: unknown): boolean => error instanceof QueryFailedError && /^2[23]/.test(String((error.driverError as { code?: unknown }).code));
