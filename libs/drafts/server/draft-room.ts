import { AppError } from '@cohorte/platform/contract';
import type { PushOutcome, ReadUpdate } from '../contract';
import { readUpdate } from '../contract';
import { DraftCopy, SpoiledCopy, tooManyNewWriters } from './draft-copy';
import type { DraftHistory, DraftJournalContent } from './draft-history';
import type { DraftJournal, JournalAnswer } from './draft-journal';

export interface Push {
  readonly personId: string;
  readonly clientId: number;
  readonly pushId: string;
  readonly update: Uint8Array;
  /** The connection it came by, which does not need to hear it again; null for other nodes' rows. */
  readonly from: string | null;
}

export interface Relayed {
  readonly seq: number;
  readonly update: Uint8Array;
  readonly from: string | null;
}

export interface RoomPorts {
  readonly journal: Pick<DraftJournal, 'append'>;
  readonly history: Pick<DraftHistory, 'load' | 'since' | 'seqOfPush'>;
  /** Called once an update is durable, before its sender is told. */
  readonly relay: (relayed: Relayed) => void;
}

interface Waiting {
  readonly push: Push;
  readonly read: ReadUpdate;
  readonly done: (outcome: PushOutcome) => void;
  readonly failed: (error: unknown) => void;
}

type Verdict = 'to-save' | 'known' | 'gap';

const refused = (reason: string): AppError => new AppError('bad-input', 'drafts.update-refused', { reason });
const stolen = (): AppError => new AppError('forbidden', 'drafts.client-id-belongs-to-someone-else');
const unsaved = (): AppError => new AppError('unavailable', 'drafts.cannot-save');
/** Updates that leave for the journal together. */
const roomBatch = 128;

/**
 * One open draft: takes updates in turn, has them made durable, then tells the others, then the sender.
 * Nothing that is not in the journal is ever shown: the copy is only looked at between two rounds, and a round that fails
 * throws the copy away and reads the journal again.
 */
export class DraftRoom {
  private waiting: Waiting[] = [];
  private looks: (() => void)[] = [];
  private turning: Promise<void> | null = null;
  private broken = false;
  /** Up to where other nodes are known to have written. */
  private followed = 0;

  private constructor(
    readonly draftId: string,
    private readonly ports: RoomPorts,
    private copy: DraftCopy,
  ) {}

  static async open(draftId: string, ports: RoomPorts): Promise<DraftRoom> {
    return new DraftRoom(draftId, ports, copyOf(await ports.history.load(draftId)));
  }

  /** True once the journal could not be read again: the room must be left and opened anew. */
  get isBroken(): boolean {
    return this.broken;
  }

  get isQuiet(): boolean {
    return this.turning === null;
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

  /** Looks at the draft when all of it is durable. */
  look<T>(work: (copy: DraftCopy) => T): Promise<T> {
    return new Promise((done, failed) => {
      this.looks.push(() => {
        try {
          if (this.broken) throw new AppError('unavailable', 'drafts.cannot-load');
          done(work(this.copy));
        } catch (error) {
          failed(error);
        }
      });
      this.turn();
    });
  }

  /** Another node has appended up to here: read what this one lacks. */
  follow(seq: number): void {
    this.followed = Math.max(this.followed, seq);
    this.turn();
  }

  close(): void {
    this.copy.destroy();
  }

  private turn(): void {
    this.turning ??= this.rounds().finally(() => {
      this.turning = null;
      if (this.hasWork) this.turn();
    });
  }

  private get hasWork(): boolean {
    return this.waiting.length > 0 || this.looks.length > 0 || (this.copy.seq < this.followed && !this.broken);
  }

  private async rounds(): Promise<void> {
    await Promise.resolve();
    while (this.hasWork) {
      if (this.copy.seq < this.followed) await this.catchUp().catch(() => this.readAgain());
      this.followed = 0;
      this.looks.splice(0).forEach((look) => look());
      if (this.waiting.length > 0) await this.round(this.waiting.splice(0, roomBatch));
    }
  }

  private async round(batch: readonly Waiting[]): Promise<void> {
    const taken: Waiting[] = [];
    const known: Waiting[] = [];
    const gaps: Waiting[] = [];
    for (const waiting of batch) {
      try {
        const verdict = await this.take(waiting, taken);
        (verdict === 'to-save' ? taken : verdict === 'known' ? known : gaps).push(waiting);
      } catch (error) {
        waiting.failed(error);
      }
    }
    if (this.broken) taken.splice(0).forEach((waiting) => waiting.failed(unsaved()));
    const kept = taken.length === 0 || (await this.save(taken));
    // «Known» may have meant: brought by an update of this round that was not saved in the end.
    for (const waiting of known) await (kept ? this.answerKnown(waiting) : waiting.failed(unsaved()));
    gaps.forEach((waiting) => (this.broken ? waiting.failed(unsaved()) : waiting.done({ outcome: 'resync', stateVector: this.copy.stateVector() })));
  }

  private async take(waiting: Waiting, taken: readonly Waiting[]): Promise<Verdict> {
    if (this.broken) throw new AppError('unavailable', 'drafts.cannot-load');
    const { push, read } = waiting;
    const writers = [push.clientId, ...read.structs.keys()];
    if (writers.some((client) => this.copy.belongsToSomeoneElse(client, push.personId))) throw stolen();
    if (tooManyNewWriters(this.copy, read)) throw refused('too-many-new-client-ids');
    try {
      // Another node may have what this copy lacks; the updates of this round stay where they are.
      if (this.copy.lacksPredecessors(read)) await this.catchUp();
      if (this.copy.lacksPredecessors(read)) return 'gap';
      const changed = this.copy.apply(push.update, read);
      if (changed) this.copy.claim(writers, push.personId);
      return changed ? 'to-save' : 'known';
    } catch (error) {
      await this.restore(taken);
      throw error instanceof SpoiledCopy ? refused(error.reason) : unsaved();
    }
  }

  /** After an update that may not stay: the journal, and the updates of this round that were taken before it. */
  private async restore(taken: readonly Waiting[]): Promise<void> {
    await this.readAgain();
    if (this.broken) return;
    for (const { push, read } of taken) {
      this.copy.apply(push.update, read);
      this.copy.claim([push.clientId, ...read.structs.keys()], push.personId);
    }
  }

  /** Already in the draft: sent again, or nothing new. What came by this very push keeps its first position. */
  private async answerKnown({ push, done, failed }: Waiting): Promise<void> {
    try {
      if (this.broken) throw unsaved();
      done({ outcome: 'saved', seq: (await this.ports.history.seqOfPush(this.draftId, push.pushId)) ?? this.copy.seq });
    } catch (error) {
      failed(error);
    }
  }

  private async save(taken: readonly Waiting[]): Promise<boolean> {
    const answers = await this.append(taken);
    if (!answers) {
      await this.readAgain();
      taken.forEach((waiting) => waiting.failed(unsaved()));
      return false;
    }
    const kept = answers.every(({ outcome }) => outcome === 'saved' || outcome === 'again');
    if (kept) await this.advance(answers);
    else await this.readAgain();
    taken.forEach((waiting, index) => this.tell(waiting, answers[index] as JournalAnswer));
    return kept;
  }

  private async append(taken: readonly Waiting[]): Promise<JournalAnswer[] | null> {
    const entries = taken.map(({ push, read }) => ({
      draftId: this.draftId, personId: push.personId, clientId: push.clientId, pushId: push.pushId, bytes: push.update, writers: [...read.structs.keys()],
    }));
    return this.ports.journal.append(entries).catch(() => null);
  }

  /** Positions in between are other nodes' rows: they are read before the copy says it holds everything up to here. */
  private async advance(answers: readonly JournalAnswer[]): Promise<void> {
    const saved = answers.flatMap(({ outcome, seq }) => (outcome === 'saved' && seq !== null ? [seq] : []));
    const last = Math.max(this.copy.seq, ...saved);
    if (last - this.copy.seq !== saved.length) await this.catchUp(new Set(saved)).catch(() => this.readAgain());
    this.copy.seq = Math.max(this.copy.seq, last);
  }

  private tell(waiting: Waiting, { outcome, seq }: JournalAnswer): void {
    if ((outcome === 'saved' || outcome === 'again') && seq !== null) {
      if (outcome === 'saved') this.ports.relay({ seq, update: waiting.push.update, from: waiting.push.from });
      return waiting.done({ outcome: 'saved', seq });
    }
    if (outcome === 'theft') return waiting.failed(stolen());
    if (outcome === 'clash') return waiting.failed(new AppError('conflict', 'drafts.push-id-used-for-something-else'));
    waiting.failed(new AppError('not-found', 'drafts.not-found'));
  }

  private async catchUp(own: ReadonlySet<number> = new Set()): Promise<void> {
    for (const row of await this.ports.history.since(this.draftId, this.copy.seq)) {
      const changed = !own.has(row.seq) && this.copy.apply(row.bytes, null);
      this.copy.seq = row.seq;
      if (changed) this.ports.relay({ seq: row.seq, update: row.bytes, from: null });
    }
  }

  /** What others had written meanwhile, or what was saved although its answer was lost, is told on the way. */
  private async readAgain(): Promise<void> {
    const former = this.copy;
    try {
      const journal = await this.ports.history.load(this.draftId);
      this.copy = copyOf(journal);
      former.destroy();
      const unheard = journal.rows.filter((row) => row.seq > former.seq);
      unheard.forEach((row) => this.ports.relay({ seq: row.seq, update: row.bytes, from: null }));
    } catch {
      this.broken = true;
    }
  }
}

function copyOf(journal: DraftJournalContent): DraftCopy {
  try {
    return DraftCopy.from(journal);
  } catch {
    throw new AppError('unavailable', 'drafts.cannot-load', { seq: journal.seq });
  }
}
