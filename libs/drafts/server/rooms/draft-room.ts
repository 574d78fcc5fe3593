import { AppError } from '@cohorte/platform/contract';
import * as Y from 'yjs';
import type { PushOutcome, ReadUpdate } from '../../contract';
import { readUpdate } from '../../contract';
import { DraftCopy } from './draft-copy';
import type { DraftContent } from './draft-history';
import type { JournalAnswer } from './draft-journal';
import type { Push, Relayed, RoomAtRest, RoomBytes, RoomPorts } from './draft-room-ports';
import { DraftState, tooManyNewWriters } from './draft-state';
import type { Standing } from './draft-state';
import { standingIn } from './draft-standing';

interface Waiting {
  readonly push: Push;
  readonly read: ReadUpdate;
  readonly done: (outcome: PushOutcome) => void;
  readonly failed: (error: unknown) => void;
}

interface Sorted {
  readonly taken: Waiting[];
  readonly known: Waiting[];
  readonly gaps: Waiting[];
  /** New writers of those taken, by push. */
  readonly claims: Map<Waiting, readonly number[]>;
}

const refused = (reason: string): AppError => new AppError('bad-input', 'drafts.update-refused', { reason });
const stolen = (): AppError => new AppError('forbidden', 'drafts.client-id-belongs-to-someone-else');
const unsaved = (): AppError => new AppError('unavailable', 'drafts.cannot-save');
const unread = (): AppError => new AppError('unavailable', 'drafts.cannot-load');
/** The tree is not asked more often. */
const treePauseMs = 100;
/** Updates that leave for the journal together. */
const roomBatch = 128;

/**
 * One open draft: takes updates in turn, has them made durable, then tells the others, then the senders. It holds no document, only
 * what deciding needs. Nothing that is not in the journal is ever shown, and a round that fails has it all read again.
 */
export class DraftRoom {
  private waiting: Waiting[] = [];
  private rests: ((rest: RoomAtRest | null) => void)[] = [];
  private turning: Promise<void> | null = null;
  private broken = false;
  /** Up to where other nodes are known to have written. */
  private followed = 0;
  private asked = -Infinity;

  private constructor(
    readonly draftId: string,
    private readonly ports: RoomPorts,
    private state: DraftState,
    /** Up to here every row was told to those who are here. */
    private told: number,
  ) {}

  /** `told`: up to where those who are here have heard already, from a room that broke; they are told the rest first. */
  static async open(draftId: string, ports: RoomPorts, told?: number): Promise<DraftRoom> {
    const content = await ports.history.load(draftId);
    ports.stock.keep(draftId, content);
    const room = new DraftRoom(draftId, ports, stateOf(content, ports), Math.min(told ?? content.seq, content.seq));
    room.follow(content.seq);
    return room;
  }

  /** True once the journal could not be read again: the room must be left and opened anew. */
  get isBroken(): boolean {
    return this.broken;
  }

  get isQuiet(): boolean {
    return this.turning === null;
  }

  get seq(): number {
    return this.told;
  }

  /** Answers when the update is durable and relayed; throws a named refusal, and then nobody has heard of it. */
  push(push: Push): Promise<PushOutcome> {
    const read = readUpdate(push.update);
    if (!read.ok) return Promise.reject(refused(read.reason));
    return new Promise((done, failed) => {
      this.waiting.push({ push, read, done, failed });
      this.turn();
    });
  }

  /** Runs `work` between two rounds: whoever sits down then misses no update. */
  rest<T>(work: (rest: RoomAtRest) => T): Promise<T> {
    return new Promise((done, failed) => {
      this.rests.push((rest) => {
        try {
          if (!rest) throw unread();
          done(work(rest));
        } catch (error) {
          failed(error);
        }
      });
      this.turn();
    });
  }

  /** Looks at the draft as a tree, made for this look, when all of it is durable. */
  async look<T>(work: (copy: DraftCopy) => T): Promise<T> {
    await this.rest(() => undefined);
    const copy = DraftCopy.from(await this.ports.stock.of(this.draftId));
    try {
      return work(copy);
    } finally {
      copy.destroy();
    }
  }

  /** The stored bytes above a position, or all of them when those in between are no longer at hand. */
  async bytesAbove(seq: number): Promise<RoomBytes> {
    const stateVector = await this.rest((rest) => rest.stateVector());
    const stored = await this.ports.stock.of(this.draftId);
    return { seq: stored.seq, updates: stored.above(seq) ?? stored.updates, stateVector };
  }

  /** Another node has appended up to here: read what this one lacks. */
  follow(seq: number): void {
    this.followed = Math.max(this.followed, seq);
    if (this.told < this.followed) this.turn();
  }

  private turn(): void {
    this.turning ??= this.rounds().finally(() => {
      this.turning = null;
      if (this.hasWork) this.turn();
    });
  }

  private get hasWork(): boolean {
    return this.waiting.length > 0 || this.rests.length > 0 || (this.told < this.followed && !this.broken);
  }

  private async rounds(): Promise<void> {
    await Promise.resolve();
    while (this.hasWork) {
      await this.catchUpWithOthers();
      this.rests.splice(0).forEach((run) => run(this.broken ? null : { seq: this.told, stateVector: () => this.state.stateVector() }));
      if (this.waiting.length > 0) await this.round(this.waiting.splice(0, roomBatch));
    }
  }

  /** A position that turns out not to be there is not waited for; one that is heard of meanwhile is read too. */
  private async catchUpWithOthers(): Promise<void> {
    while (this.told < this.followed && !this.broken) {
      const upto = this.followed;
      await this.catchUp().catch(() => this.readAgain());
      if (this.followed === upto) this.followed = 0;
    }
  }

  private async round(batch: readonly Waiting[]): Promise<void> {
    const { taken, known, gaps, claims } = await this.sort(batch);
    const kept = taken.length === 0 || (await this.save(taken, claims));
    // «Known» may have meant: brought by an update of this round that was not saved in the end.
    for (const waiting of known) await (kept ? this.answerKnown(waiting) : waiting.failed(unsaved()));
    gaps.forEach((waiting) => (this.broken ? waiting.failed(unsaved()) : waiting.done({ outcome: 'resync', stateVector: this.state.stateVector() })));
  }

  private async sort(batch: readonly Waiting[]): Promise<Sorted> {
    const sorted: Sorted = { taken: [], known: [], gaps: [], claims: new Map() };
    for (const waiting of batch) {
      try {
        await this.take(waiting, sorted);
      } catch (error) {
        waiting.failed(error instanceof AppError ? error : unsaved());
      }
    }
    return sorted;
  }

  private async take(waiting: Waiting, sorted: Sorted): Promise<void> {
    if (this.broken) throw unread();
    const { push, read } = waiting;
    const writers = [push.clientId, ...read.structs.keys()];
    if (writers.some((client) => this.state.belongsToSomeoneElse(client, push.personId))) throw stolen();
    if (tooManyNewWriters(this.state, read)) throw refused('too-many-new-client-ids');
    if (!this.state.knowsPlaces) this.state.learnPlaces((await this.ports.stock.of(this.draftId)).updates);
    // Another node may have what is lacking here; the updates of this round stay where they are.
    if (this.state.lacksPredecessors(read)) await this.catchUp();
    let verdict = this.state.take(read);
    if (verdict === 'unsure') verdict = this.state.take(read, await this.standing([...sorted.taken, waiting]));
    if (typeof verdict === 'object') throw refused(verdict.refused);
    if (verdict !== 'new') return void (verdict === 'gap' ? sorted.gaps : sorted.known).push(waiting);
    sorted.claims.set(waiting, this.state.newWriters(writers));
    this.state.claim(writers, push.personId);
    sorted.taken.push(waiting);
  }

  /** Asks the tree, which costs what the draft weighs: honest writers seldom need it, and others are made to wait. */
  private async standing(pending: readonly Waiting[]): Promise<Standing> {
    const now = performance.now();
    if (now - this.asked < treePauseMs) throw unsaved();
    this.asked = now;
    const copy = DraftCopy.from(await this.ports.stock.of(this.draftId));
    try {
      pending.forEach(({ push }) => Y.applyUpdate(copy.doc, push.update));
      return standingIn(copy.doc);
    } finally {
      copy.destroy();
    }
  }

  /** Already in the draft: sent again, or nothing new. What came by this very push keeps its first position. */
  private async answerKnown({ push, done, failed }: Waiting): Promise<void> {
    try {
      if (this.broken) throw unsaved();
      done({ outcome: 'saved', seq: (await this.ports.history.seqOfPush(this.draftId, push.pushId)) ?? this.told });
    } catch (error) {
      failed(error instanceof AppError ? error : unsaved());
    }
  }

  private async save(taken: readonly Waiting[], claims: Sorted['claims']): Promise<boolean> {
    const answers = await this.append(taken, claims);
    if (!answers) {
      await this.readAgain();
      taken.forEach((waiting) => waiting.failed(unsaved()));
      return false;
    }
    const saved = taken.flatMap(({ push }, index) => savedRow(push, answers[index]));
    const kept = answers.every(({ outcome }) => outcome === 'saved' || outcome === 'again');
    await this.advance(saved, Math.max(0, ...answers.map((answer) => answer.seq ?? 0))).catch(() => this.readAgain());
    if (!kept) await this.readAgain();
    taken.forEach((waiting, index) => tell(waiting, answers[index] as JournalAnswer));
    return kept;
  }

  private async append(taken: readonly Waiting[], claims: Sorted['claims']): Promise<JournalAnswer[] | null> {
    const entries = taken.map((waiting) => {
      const { push: { personId, clientId, pushId, update } } = waiting;
      return { draftId: this.draftId, personId, clientId, pushId, bytes: update, writers: claims.get(waiting) ?? [] };
    });
    return this.ports.journal.append(entries).catch(() => null);
  }

  /** Positions in between are other nodes' rows: they are read, so that everybody hears all in order. */
  private async advance(saved: readonly Relayed[], upto: number): Promise<void> {
    const withoutHole = saved.length > 0 && saved[0]?.seq === this.told + 1 && saved.at(-1)?.seq === this.told + saved.length && upto === this.told + saved.length;
    if (withoutHole) return this.deliver(saved);
    if (upto > this.told) await this.catchUp(new Map(saved.map((row) => [row.seq, row])));
  }

  private async catchUp(own: ReadonlyMap<number, Relayed> = new Map()): Promise<void> {
    const rows = await this.ports.history.since(this.draftId, this.told);
    rows.forEach((row) => own.has(row.seq) || this.state.learn(row.bytes));
    this.deliver(rows.map((row) => own.get(row.seq) ?? { ...row, from: null }));
  }

  private deliver(rows: readonly Relayed[]): void {
    const last = rows.at(-1);
    if (!last) return;
    this.told = last.seq;
    this.ports.stock.append(this.draftId, rows);
    this.ports.relay(rows);
  }

  /** What others had written meanwhile, or what was saved although its answer was lost, is told on the way. */
  private async readAgain(): Promise<void> {
    try {
      const content = await this.ports.history.load(this.draftId);
      this.state = stateOf(content, this.ports);
      const unheard = await this.ports.history.since(this.draftId, this.told);
      this.deliver(unheard.filter((row) => row.seq <= content.seq).map((row) => ({ ...row, from: null })));
    } catch {
      this.broken = true;
      this.ports.stock.forget(this.draftId);
    }
  }
}

const savedRow = (push: Push, answer: JournalAnswer | undefined): Relayed[] =>
  answer?.outcome === 'saved' && answer.seq !== null ? [{ seq: answer.seq, bytes: push.update, from: push.from }] : [];

function tell(waiting: Waiting, { outcome, seq }: JournalAnswer): void {
  if ((outcome === 'saved' || outcome === 'again') && seq !== null) return waiting.done({ outcome: 'saved', seq });
  if (outcome === 'theft') return waiting.failed(stolen());
  if (outcome === 'clash') return waiting.failed(new AppError('conflict', 'drafts.push-id-used-for-something-else'));
  waiting.failed(new AppError('not-found', 'drafts.not-found'));
}

function stateOf(content: DraftContent, { rulesOf }: RoomPorts): DraftState {
  try {
    return DraftState.from(content, content.kind === undefined ? undefined : rulesOf?.(content.kind));
  } catch {
    throw unread();
  }
}
