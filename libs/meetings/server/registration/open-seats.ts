import { mailTokenHash, mailTokenOf, newId, newMailNonce } from '@cohorte/platform/server';
import { createHash } from 'node:crypto';
import {
  allocate, awaitsDraw, drawOrder, hasFreePlace, type MeetingTiming, nextLook, placesOf, type RegistrationCause, type RegistrationStatus, type SeatChange, seatWays,
} from '../../contract';
import { type Entry, type MeetingRow, type RegistrationRow, type SeatsRow, type Who, whoKey } from './seat-row';

/** One line of the published log: a rule, a number, never a name. */
export interface LogLine {
  readonly rule: string;
  readonly number: number | null;
  readonly way: string | null;
  readonly detail: string;
}

export interface Entered extends Entry {
  readonly id: string;
  readonly nonce: string;
  readonly tokenHash: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const registrationToken = (secret: string, row: { id: string; nonce: string }): string => mailTokenOf(secret, 'meetings.registration', row);

/** Fingerprint of the seed: shown from the day the rule is set, so that the seed cannot be chosen afterwards. */
export const seedFingerprint = sha256;

/**
 * The places of one meeting while its lock is held: what is known of the standings, what changes, what the log will say. Nothing is written
 * before the end; the rules are asked as often as something moves.
 */
export class OpenSeats {
  private readonly rows = new Map<string, RegistrationRow>();
  readonly entered = new Map<string, Entered>();
  readonly changed = new Map<string, RegistrationRow>();
  readonly log: LogLine[] = [];
  /** How to take back each change made since the last attempt began. */
  private undo: (() => void)[] = [];
  /** As read under the lock. */
  private readonly before = new Map<string, RegistrationRow>();
  private readonly byWho = new Map<string, string>();
  private readonly learnt = new Set<RegistrationStatus>();

  constructor(
    readonly meetingId: string,
    readonly seats: SeatsRow,
    readonly meeting: MeetingRow,
    readonly now: Date,
    private readonly secret: string,
  ) {}

  get timing(): MeetingTiming {
    return { startsAt: this.meeting.startsAt, cancelled: this.meeting.cancelledAt !== null, drawnAt: this.seats.drawnAt };
  }

  get isDrawDue(): boolean {
    const { policy } = this.seats;
    return awaitsDraw(policy, this.timing) && policy.drawAt !== null && new Date(policy.drawAt) <= this.now;
  }

  standings(): RegistrationRow[] {
    return [...this.rows.values()];
  }

  learn(rows: readonly RegistrationRow[]): void {
    for (const row of rows) {
      if (this.before.has(row.id)) continue;
      this.before.set(row.id, row);
      this.keep(row);
    }
  }

  /** Everyone of these standings was read under the lock: those not asked for before are answered, once. */
  toLearn(statuses: readonly RegistrationStatus[]): RegistrationStatus[] {
    const unread = statuses.filter((status) => !this.learnt.has(status));
    for (const status of unread) this.learnt.add(status);
    return unread;
  }

  /** The registration of this person, or of this name at this address, among those read or entered. */
  known(who: Who): RegistrationRow | null {
    const key = whoKey(who);
    const id = key === null ? undefined : this.byWho.get(key);
    return (id && this.rows.get(id)) || null;
  }

  /** Several ask under one lock: what one of them changed before being refused is undone, and harms nobody else. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    this.undo = [];
    const [lines, seats] = [this.log.length, { ...this.seats }];
    try {
      return await work();
    } catch (error) {
      for (const back of this.undo.reverse()) back();
      this.log.length = lines;
      Object.assign(this.seats, seats);
      throw error;
    }
  }

  row(id: string): RegistrationRow {
    const found = this.rows.get(id);
    if (!found) throw new Error(`The registration ${id} was not read under the lock`);
    return found;
  }

  /** Someone asks, for the first time or again after having left: they take the next number and the next turn. */
  enter(entry: Entry, status: RegistrationStatus, cause: RegistrationCause, known: RegistrationRow | null = null): RegistrationRow {
    const id = known?.id ?? newId();
    // A guest who comes back gets a new link: whoever typed the name is not proven to hold the former one.
    const nonce = known?.personId ? known.nonce : newMailNonce();
    const [number, turn] = [(this.seats.numbers += 1), (this.seats.turns += 1)];
    const row: RegistrationRow = {
      ...entry, id, nonce, status, cause, number, turn, structure: entry.structureId ?? entry.structureName?.toLowerCase() ?? null, offerUntil: null, shared: false, isNew: true,
    };
    this.remember(id);
    this.entered.set(id, { ...entry, id, nonce, tokenHash: mailTokenHash(registrationToken(this.secret, { id, nonce })) });
    this.put(row);
    return row;
  }

  /** Someone who entered at this moment is not kept after all; who had left before has left. */
  forget(id: string): void {
    const before = this.before.get(id);
    this.remember(id);
    if (before) this.rows.set(id, before);
    else this.rows.delete(id);
    this.entered.delete(id);
    this.changed.delete(id);
  }

  /** Who counts as small under the rule as it is now. */
  judge(small: ReadonlyMap<string, boolean>): void {
    for (const row of this.standings()) this.rows.set(row.id, { ...row, isSmall: small.get(row.id) ?? row.isSmall });
  }

  move(id: string, status: RegistrationStatus, cause: RegistrationCause): void {
    this.put({ ...this.row(id), status, cause, offerUntil: null, shared: false });
  }

  /** The one place where someone takes the exact standing of someone else: a place handed over keeps its turn. */
  replace(row: RegistrationRow, fields: Partial<RegistrationRow>): void {
    this.put({ ...row, ...fields });
  }

  /** What those who run out of time would free counts as free already. */
  get hasSomethingFree(): boolean {
    const { policy } = this.seats;
    const held = this.standings().filter(({ status, shared, offerUntil }) => status === 'registered' || (status === 'offered' && !shared && (offerUntil === null || offerUntil > this.now)));
    const ways = policy.separate ? seatWays : [null];
    return ways.some((way) => {
      const places = placesOf(policy, way);
      return places === null || held.filter((one) => way === null || (one.way ?? 'room') === way).length < places;
    });
  }

  /** Asks the rules, draw included, and applies what they say; where nothing is free and nothing is offered they say nothing. */
  settle(): void {
    if (this.isDrawDue) this.draw();
    if (!this.hasSomethingFree && !this.standings().some(({ status }) => status === 'offered')) return;
    for (const change of allocate(this.seats.policy, this.timing, this.standings(), this.now)) this.apply(change);
  }

  /** Those whose standing is another than when the lock was taken. */
  moved(): RegistrationRow[] {
    return [...this.changed.values()].filter((row) => this.entered.has(row.id) || this.before.get(row.id)?.status !== row.status);
  }

  mayTake(id: string): boolean {
    return hasFreePlace(this.seats.policy, this.standings().filter((row) => row.id !== id), this.row(id), this.now);
  }

  note(rule: string, row: { number: number; way: string | null } | null = null, detail = ''): void {
    this.log.push({ rule, number: row?.number ?? null, way: row?.way ?? null, detail });
  }

  lookAt(): Date | null {
    return nextLook(this.seats.policy, this.timing, this.standings(), this.now);
  }

  private apply({ id, status, cause, offerUntil, shared }: SeatChange): void {
    const row = this.row(id);
    this.put({ ...row, status, cause: row.isNew && cause === 'own' ? row.cause : cause, offerUntil, shared });
  }

  private remember(id: string): void {
    const [row, entered, changed] = [this.rows.get(id), this.entered.get(id), this.changed.get(id)];
    this.undo.push(() => {
      putBack(this.rows, id, row);
      putBack(this.entered, id, entered);
      putBack(this.changed, id, changed);
    });
  }

  private put(row: RegistrationRow): void {
    this.remember(row.id);
    this.keep(row);
    this.changed.set(row.id, row);
  }

  private keep(row: RegistrationRow): void {
    const key = whoKey(row);
    this.rows.set(row.id, row);
    if (key !== null) this.byWho.set(key, row.id);
  }

  /** Those who asked in time get new turns, before those who asked later. */
  private draw(): void {
    const before = new Date(this.seats.policy.drawAt ?? 0);
    const waiting = this.standings().filter(({ status }) => status === 'waiting');
    const order = drawOrder(this.seats.seed, waiting, sha256);
    for (const row of order) this.put({ ...row, turn: (this.seats.turns += 1) });
    this.seats.drawnAt = this.now;
    this.note('draw', null, `${this.seats.seed} ${before.toISOString()} ${order.map(({ number }) => number).join(' ')}`);
  }
}

function putBack<T>(map: Map<string, T>, id: string, value: T | undefined): void {
  if (value === undefined) map.delete(id);
  else map.set(id, value);
}
