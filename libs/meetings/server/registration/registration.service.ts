import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf, type Visitor } from '@cohorte/platform/contract';
import { asSystem, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { answerProblems, answersKept, awaitsDraw, type register, type SeatPolicy, whyNotAdmitted } from '../../contract';
import { assertMayAsk } from './door-rules';
import type { OpenSeats } from './open-seats';
import { type Applicant, isMember, isSmall, Registrants } from './registrants';
import { cardOf, RegistrationCards } from './registration-cards';
import { type Entry, type RegistrationRow, standingStatuses } from './seat-row';
import { SeatsLedger } from './seats-ledger';
import { SeatTurns } from './seat-turns';
import { type SeatsPlaceRow, SeatsPlaces } from './seats-place';

type Asked = InputOf<typeof register>;

interface Outcome {
  readonly ids: readonly string[];
  readonly leftOut: number;
  /** This name at this address stood already: nothing new is said to whoever typed them. */
  readonly isKnown: boolean;
}

/** Asking for a place: alone, with colleagues, as a guest, or by exception to the rule. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly database: Database,
    private readonly places: SeatsPlaces,
    private readonly registrants: Registrants,
    private readonly ledger: SeatsLedger,
    private readonly cards: RegistrationCards,
    private readonly turns: SeatTurns,
  ) {}

  register(actor: Actor | Visitor, input: Asked): Promise<OutputOf<typeof register>> {
    return this.turns.take(input.meetingId, () => this.registerIn(actor, input));
  }

  private registerIn(actor: Actor | Visitor, input: Asked): Promise<OutputOf<typeof register>> {
    return this.database.transaction(actor, async (tx) => {
      const place = await this.places.allowed(tx, actor, 'ask', input.meetingId);
      const applicants = await this.applicants(tx, actor, place, input);
      return asSystem(tx, 'meetings', async () => {
        const outcome = await this.ledger.with(tx, input.meetingId, (seats) => this.ask(tx, seats, applicants, { actor, input }));
        return this.answer(tx, actor, outcome);
      });
    });
  }

  private async applicants(tx: Tx, actor: Actor | Visitor, place: SeatsPlaceRow, input: Asked): Promise<Applicant[]> {
    const most = place.policy.colleagues;
    if (input.colleagues.length > most) throw new AppError('bad-input', 'meetings.too-many-colleagues', { most, asked: input.colleagues.length }, { colleagues: 'too-many' });
    if (!isMember(actor) && !input.guest) throw new AppError('bad-input', 'meetings.name-needed', {}, { guest: 'required' });
    const first = isMember(actor) ? await this.registrants.member(tx, actor, place, input.structureId) : this.registrants.guest(input.guest as NonNullable<Asked['guest']>);
    const colleagues: Applicant[] = [];
    for (const named of input.colleagues) colleagues.push(isMember(actor) ? await this.registrants.colleague(tx, named, first) : { ...first, ...named });
    const all = input.withMe ? [first, ...colleagues] : colleagues;
    if (all.length === 0) throw new AppError('bad-input', 'meetings.nobody-named', {}, { colleagues: 'required' });
    return all;
  }

  private async ask(tx: Tx, seats: OpenSeats, applicants: readonly Applicant[], { actor, input }: { actor: Actor | Visitor; input: Asked }): Promise<Outcome> {
    const before = await this.answered(tx, seats, input.requestId);
    if (before) return before;
    assertMayAsk(seats);
    this.assertAnswers(seats.seats.policy, input);
    const entered: RegistrationRow[] = [];
    const stood: RegistrationRow[] = [];
    for (const applicant of applicants) {
      const known = await this.ledger.known(tx, seats, applicant);
      if (known && standingStatuses.includes(known.status) && known.status !== 'to-confirm') stood.push(known);
      else entered.push(this.enter(seats, applicant, { actor, input, known, isFirst: input.withMe && applicant === applicants[0] }));
    }
    await this.ledger.settle(tx, seats);
    const leftOut = this.leaveOut(seats, entered, input.together);
    const ids = [...entered.filter(({ id }) => !leftOut.has(id)), ...stood].map(({ id }) => id);
    await tx.query('INSERT INTO meetings_registration_request (meeting_id, request_id, registration_ids, left_out, at) VALUES ($1, $2, $3, $4, $5)',
      [seats.meetingId, input.requestId, ids, leftOut.size, seats.now]);
    return { ids, leftOut: leftOut.size, isKnown: !isMember(actor) && stood.length > 0 };
  }

  private enter(seats: OpenSeats, applicant: Applicant, { actor, input, known, isFirst }: { actor: Actor | Visitor; input: Asked; known: RegistrationRow | null; isFirst: boolean }): RegistrationRow {
    const { policy } = seats.seats;
    const isExempt = known?.isExempt ?? false;
    const refusal = isExempt ? [] : whyNotAdmitted(policy.audience, applicant.registrant);
    if (refusal.length > 0 && !input.message) throw new AppError('forbidden', 'meetings.not-admitted', { conditions: refusal.join(',') });
    const status = refusal.length > 0 || policy.approval ? 'pending' : 'waiting';
    const [registeredBy, cause] = isFirst ? ([null, 'own'] as const) : ([actor.personId, 'colleague'] as const);
    return seats.enter({ ...entryOf(applicant, { policy, input, registeredBy, isFirst }), isExempt }, status, cause, known);
  }

  /** Where nobody may wait, whoever found no place is left out; «tout ou rien» gives up as soon as one person has none. */
  private leaveOut(seats: OpenSeats, entered: readonly RegistrationRow[], together: Asked['together']): Set<string> {
    const { policy } = seats.seats;
    const without = entered.filter(({ id }) => seats.row(id).status === 'waiting');
    if (awaitsDraw(policy, seats.timing) || without.length === 0) return new Set();
    if (together === 'all' && entered.length > 1) throw new AppError('conflict', 'meetings.not-all-places', { asked: entered.length, free: entered.length - without.length });
    if (policy.waitingList) return new Set();
    if (without.length === entered.length) throw new AppError('conflict', 'meetings.full');
    for (const { id } of without) seats.forget(id);
    return new Set(without.map(({ id }) => id));
  }

  private async answered(tx: Tx, seats: OpenSeats, requestId: string): Promise<Outcome | null> {
    const [row] = await tx.query<{ ids: string[]; leftOut: number }[]>(
      'SELECT registration_ids AS ids, left_out AS "leftOut" FROM meetings_registration_request WHERE meeting_id = $1 AND request_id = $2', [seats.meetingId, requestId]);
    return row ? { ...row, isKnown: false } : null;
  }

  private assertAnswers(policy: SeatPolicy, input: Asked): void {
    if (!input.withMe) return;
    const problems = Object.fromEntries(Object.entries(answerProblems(policy.questions, input.answers)).map(([id, problem]) => [`answers.${id}`, problem]));
    if (policy.separate && !input.way) problems['way'] = 'required';
    if (Object.keys(problems).length > 0) throw new AppError('bad-input', 'meetings.answers-missing', {}, problems);
  }

  private async answer(tx: Tx, actor: Actor | Visitor, { ids, leftOut, isKnown }: Outcome): Promise<OutputOf<typeof register>> {
    const rows = await this.cards.read(tx, 'r.id = ANY ($1) ORDER BY r.number', [ids]);
    const registrations = isKnown ? [] : rows.map((row) => cardOf(row, actor.personId));
    const token = isMember(actor) || isKnown || !rows[0] ? null : await this.ledger.tokenOf(tx, rows[0].registrationId);
    return { registrations, leftOut, token, isKnown };
  }
}

function entryOf(applicant: Applicant, { policy, input, registeredBy, isFirst }: { policy: SeatPolicy; input: Asked; registeredBy: string | null; isFirst: boolean }): Entry {
  const { personId, email, name, structure, structureName } = applicant;
  const own = isFirst
    ? { isVisible: input.isVisible, answers: answersKept(policy.questions, input.answers), needs: input.needs, needsNote: input.needsNote }
    : { isVisible: false, answers: {}, needs: [], needsNote: null };
  return {
    personId, email, name, structureId: structure?.id ?? null, structureName, isSmall: isSmall(policy, applicant), isExempt: false, way: policy.separate ? (input.way ?? 'room') : input.way,
    message: input.message, registeredBy, pollId: null, ...own,
  };
}
