import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type Visitor } from '@cohorte/platform/contract';
import { answerProblems, answersKept, awaitsDraw, type register, type RegistrationAnswers, type SeatPolicy, whyNotAdmitted } from '../../contract';
import { assertMayAsk } from './door-rules';
import type { OpenSeats } from './open-seats';
import { type Applicant, isMember, isSmall } from './registrants';
import { type Entry, type RegistrationRow, standingStatuses } from './seat-row';

/** Somebody’s request for one or several places. */
export interface PlaceRequest {
  readonly actor: Actor | Visitor;
  readonly input: InputOf<typeof register>;
}

/** A request of which is known who asks, and for whom. */
export interface NamedRequest extends PlaceRequest {
  readonly applicants: readonly Applicant[];
}

export interface Outcome {
  readonly ids: readonly string[];
  readonly leftOut: number;
  /** This name at this address stood already: nothing new is said to whoever typed them. */
  readonly isKnown: boolean;
}

/** Decides one request while the places are locked: those named enter, the rules are asked (`settle`), whoever found nothing may be left out. */
export async function decideRequest(seats: OpenSeats, request: NamedRequest, settle: () => Promise<void>): Promise<Outcome> {
  const { actor, input, applicants } = request;
  assertMayAsk(seats);
  assertAnswers(seats.seats.policy, input);
  const entered: RegistrationRow[] = [];
  const stood: RegistrationRow[] = [];
  for (const applicant of applicants) {
    const known = seats.known(applicant);
    if (known && standingStatuses.includes(known.status) && known.status !== 'to-confirm') stood.push(known);
    else entered.push(enter(seats, applicant, { request, known }));
  }
  await settle();
  const leftOut = leaveOut(seats, entered, input.together);
  const ids = [...entered.filter(({ id }) => !leftOut.has(id)), ...stood].map(({ id }) => id);
  return { ids, leftOut: leftOut.size, isKnown: !isMember(actor) && stood.length > 0 };
}

function enter(seats: OpenSeats, applicant: Applicant, { request, known }: { request: NamedRequest; known: RegistrationRow | null }): RegistrationRow {
  const { actor, input, applicants } = request;
  const { policy } = seats.seats;
  const isFirst = input.withMe && applicant === applicants[0];
  const isExempt = known?.isExempt ?? false;
  const refusal = isExempt ? [] : whyNotAdmitted(policy.audience, applicant.registrant);
  if (refusal.length > 0 && !input.message) throw new AppError('forbidden', 'meetings.not-admitted', { conditions: refusal.join(',') });
  const status = refusal.length > 0 || policy.approval ? 'pending' : 'waiting';
  const [registeredBy, cause] = isFirst ? ([null, 'own'] as const) : ([actor.personId, 'colleague'] as const);
  return seats.enter({ ...entryOf(applicant, { policy, input, registeredBy, colleague: saidFor(request, applicant) }), isExempt }, status, cause, known);
}

/** The answers given for a colleague: colleagues come in their order, after whoever asks for themselves, for whom nobody else answers. */
function saidFor({ input, applicants }: NamedRequest, applicant: Applicant): RegistrationAnswers | null {
  const at = applicants.indexOf(applicant) - (input.withMe ? 1 : 0);
  return at < 0 ? null : (input.colleagues[at]?.answers ?? {});
}

/** Where nobody may wait, whoever found no place is left out; «tout ou rien» gives up as soon as one person has none. */
function leaveOut(seats: OpenSeats, entered: readonly RegistrationRow[], together: PlaceRequest['input']['together']): Set<string> {
  const { policy } = seats.seats;
  const without = entered.filter(({ id }) => seats.row(id).status === 'waiting');
  if (awaitsDraw(policy, seats.timing) || without.length === 0) return new Set();
  if (together === 'all' && entered.length > 1) throw new AppError('conflict', 'meetings.not-all-places', { asked: entered.length, free: entered.length - without.length });
  if (policy.waitingList) return new Set();
  if (without.length === entered.length) throw new AppError('conflict', 'meetings.full');
  for (const { id } of without) seats.forget(id);
  return new Set(without.map(({ id }) => id));
}

/** Nobody skips a question: neither whoever asks nor those they register. */
function assertAnswers(policy: SeatPolicy, input: PlaceRequest['input']): void {
  const problems: Record<string, string> = {};
  const look = (answers: RegistrationAnswers, field: string): void => {
    for (const [id, problem] of Object.entries(answerProblems(policy.questions, answers))) problems[`${field}.${id}`] = problem;
  };
  if (input.withMe) look(input.answers, 'answers');
  for (const [at, { answers }] of input.colleagues.entries()) look(answers, `colleagues.${at}.answers`);
  if (input.withMe && policy.separate && !input.way) problems['way'] = 'required';
  if (Object.keys(problems).length > 0) throw new AppError('bad-input', 'meetings.answers-missing', {}, problems);
}

interface EntrySaid {
  readonly policy: SeatPolicy;
  readonly input: PlaceRequest['input'];
  readonly registeredBy: string | null;
  /** What was said for a colleague; null for whoever speaks for themselves. Needs, and being seen, are for each to say. */
  readonly colleague: RegistrationAnswers | null;
}

function entryOf(applicant: Applicant, { policy, input, registeredBy, colleague }: EntrySaid): Entry {
  const { personId, email, name, structure, structureName } = applicant;
  const answers = answersKept(policy.questions, colleague ?? input.answers);
  const own = colleague ? { isVisible: false, answers, needs: [], needsNote: null } : { isVisible: input.isVisible, answers, needs: input.needs, needsNote: input.needsNote };
  return {
    personId, email, name, structureId: structure?.id ?? null, structureName, isSmall: isSmall(policy, applicant), isExempt: false, way: policy.separate ? (input.way ?? 'room') : input.way,
    message: input.message, registeredBy, pollId: null, ...own,
  };
}
