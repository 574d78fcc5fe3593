/** Where the sending of one file stands. */
export type SendingState = 'waiting' | 'sending' | 'paused' | 'failed' | 'refused' | 'sent';

/** How a sending ended badly: the line is cut, the server stumbled, or it said no for a reason. */
export interface SendingFailure {
  readonly kind: 'cut' | 'stumbled' | 'refused';
  readonly code: string;
  /** What its sentence needs: how much room is left, for instance. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/** What a sending tells as it goes. */
export interface SendingEvents {
  progress(sent: number): void;
  done(): void;
  failed(failure: SendingFailure): void;
}

/** A sending under way: `stop` keeps what arrived, `drop` has it forgotten at the other end. */
export interface Sending {
  stop(): void;
  drop(): void;
}

/** One file of the queue. */
export interface QueuedFile<T = unknown> {
  readonly id: string;
  readonly size: number;
  readonly carried: T;
  state: SendingState;
  sent: number;
  /** Failures one after the other; progress forgets them. */
  failures: number;
  problem: SendingFailure | null;
}

export interface QueueParts<T> {
  send(file: QueuedFile<T>, events: SendingEvents): Sending;
  /** What arrived of a file that is given up is forgotten. */
  forget?(file: QueuedFile<T>): void;
  after(ms: number, run: () => void): () => void;
  changed(): void;
}

/** The pauses of a page: by its own clock. */
export const onTheClock: QueueParts<unknown>['after'] = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** More at once would only share the same line. */
export const atOnce = 3;
/** After a cut, each wait doubles up to the last; a cut line is tried for as long as the page is open. */
const waitsMs = [1_000, 2_000, 4_000, 8_000, 15_000];
const waitAfter = (times: number): number => waitsMs[Math.min(times, waitsMs.length) - 1] ?? 0;
/** A server that stumbles this often over one file is left alone until somebody asks again. */
const stumbles = 5;

/** Sends files in their order, three at once, through cuts and pauses; a failure stops one file, never the others. */
export class UploadQueue<T> {
  readonly files: QueuedFile<T>[] = [];
  /** The line is cut: every file waits, and starts again by itself. */
  isCut = false;
  isPaused = false;
  private readonly sendings = new Map<string, Sending>();
  private readonly resting = new Map<string, () => void>();
  /** Whose words are being changed: a file leaves with what is said of it, so that it waits for the end of the change. */
  private readonly held = new Set<string>();
  /** Cuts one after the other, and the end of the rest after the last. */
  private cuts = 0;
  private endRest: (() => void) | null = null;

  constructor(private readonly parts: QueueParts<T>) {}

  add(files: readonly { id: string; size: number; carried: T }[]): void {
    this.files.push(...files.map((file) => ({ ...file, state: 'waiting' as const, sent: 0, failures: 0, problem: null })));
    this.go();
  }

  /** Keeps a file here that has not begun to leave, or is not queued yet; false for one that is on its way or there. */
  hold(id: string): boolean {
    const [file] = this.chosen(id);
    const mayWait = !file || file.state === 'waiting';
    if (mayWait) this.held.add(id);
    return mayWait;
  }

  release(id: string): void {
    this.held.delete(id);
    this.go();
  }

  /** Pauses one file, or all of them; what arrived stays there. */
  pause(id?: string): void {
    if (id === undefined) this.isPaused = true;
    for (const file of this.chosen(id)) {
      if (file.state !== 'waiting' && file.state !== 'sending') continue;
      this.halt(file);
      file.state = 'paused';
    }
    this.go();
  }

  resume(id?: string): void {
    this.isPaused = false;
    for (const file of this.chosen(id)) if (file.state === 'paused') file.state = 'waiting';
    this.wake();
  }

  /** Once more for what failed, from where it stopped. */
  retry(id?: string): void {
    this.isPaused = false;
    for (const file of this.chosen(id)) {
      if (file.state !== 'failed') continue;
      Object.assign(file, { state: 'waiting', failures: 0, problem: null });
    }
    this.go();
  }

  /** Takes out what is not there yet; what was sent stays. */
  cancel(id?: string): void {
    for (const file of [...this.chosen(id)]) {
      if (file.state === 'sent') continue;
      const sending = this.sendings.get(file.id);
      this.halt(file, false);
      if (sending) sending.drop();
      else this.parts.forget?.(file);
      this.held.delete(file.id);
      this.files.splice(this.files.indexOf(file), 1);
    }
    if (!this.files.some(({ state }) => state === 'paused')) this.isPaused = false;
    this.go();
  }

  /** The line is back, as the browser says: nobody waits for the end of a rest. */
  wake(): void {
    for (const rouse of this.resting.values()) rouse();
    this.resting.clear();
    this.endRest?.();
    this.endRest = null;
    this.go();
  }

  /** Leaves everything where it stands. */
  close(): void {
    for (const file of this.files) this.halt(file);
    this.endRest?.();
    this.endRest = null;
  }

  private chosen(id: string | undefined): readonly QueuedFile<T>[] {
    return id === undefined ? this.files : this.files.filter((file) => file.id === id);
  }

  private halt(file: QueuedFile<T>, keep = true): void {
    this.resting.get(file.id)?.();
    this.resting.delete(file.id);
    if (keep) this.sendings.get(file.id)?.stop();
    this.sendings.delete(file.id);
  }

  private go(): void {
    for (const file of this.files) {
      // Over a cut line one file tries for all.
      if (this.endRest || this.sendings.size >= (this.isCut ? 1 : atOnce)) break;
      if (file.state === 'waiting' && !this.resting.has(file.id) && !this.held.has(file.id)) this.start(file);
    }
    this.parts.changed();
  }

  private start(file: QueuedFile<T>): void {
    file.state = 'sending';
    let sending: Sending | null = null;
    /** A sending that was halted may still speak: it is no longer heard. */
    const heard = (): boolean => file.state === 'sending' && (sending === null || this.sendings.get(file.id) === sending);
    sending = this.parts.send(file, {
      progress: (sent) => {
        if (heard()) this.progressed(file, sent);
      },
      done: () => {
        if (heard()) this.arrived(file);
      },
      failed: (failure) => {
        if (heard()) this.failed(file, failure);
      },
    });
    // An answer given at once came before there was anything to keep.
    if (this.hasState(file, 'sending')) this.sendings.set(file.id, sending);
  }

  private hasState(file: QueuedFile<T>, state: SendingState): boolean {
    return file.state === state;
  }

  private progressed(file: QueuedFile<T>, sent: number): void {
    file.sent = sent;
    file.failures = 0;
    if (this.isCut) this.mended();
    else this.parts.changed();
  }

  private mended(): void {
    this.isCut = false;
    this.cuts = 0;
    this.wake();
  }

  private arrived(file: QueuedFile<T>): void {
    this.sendings.delete(file.id);
    Object.assign(file, { state: 'sent', sent: file.size, problem: null });
    if (this.isCut) this.mended();
    else this.go();
  }

  private failed(file: QueuedFile<T>, problem: SendingFailure): void {
    const { kind } = problem;
    this.sendings.delete(file.id);
    if (kind === 'stumbled') file.failures += 1;
    const isLost = kind === 'refused' || file.failures >= stumbles;
    Object.assign(file, isLost ? { state: kind === 'refused' ? 'refused' : 'failed', problem } : { state: 'waiting' });
    if (kind === 'cut') this.restAll();
    else if (!isLost) this.rest(file);
    this.go();
  }

  private restAll(): void {
    this.isCut = true;
    if (this.endRest) return;
    this.cuts += 1;
    this.endRest = this.parts.after(waitAfter(this.cuts), () => {
      this.endRest = null;
      this.go();
    });
  }

  private rest(file: QueuedFile<T>): void {
    this.resting.set(file.id, this.parts.after(waitAfter(file.failures), () => {
      this.resting.delete(file.id);
      this.go();
    }));
  }
}
