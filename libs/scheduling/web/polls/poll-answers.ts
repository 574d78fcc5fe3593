import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { ApiError } from '@cohorte/platform/web';
import type { AnswersReceipt, PollAnswer, PollSlot } from '@cohorte/scheduling/contract';
import { answerAt } from '../../contract/polls/answer-line';
import { KeptAnswers } from './kept-answers';

export interface GivenAnswers {
  readonly answers: { slotId: string; answer: PollAnswer | null }[];
  readonly noneFits?: boolean;
}

/** `saved`: the server has every answer; `waiting`: kept on this device until it can be sent; `refused`: the server said no. */
export type AnswersState = 'untouched' | 'saving' | 'saved' | 'waiting' | 'refused';

export interface AnsweringAt {
  /** What the device keeps them under: nobody else’s answers are there. */
  readonly key: string;
  readonly slots: readonly Pick<PollSlot, 'id'>[];
  readonly mine: (AnswersReceipt & { readonly answers: string }) | null;
  readonly send: (given: GivenAnswers) => Promise<AnswersReceipt>;
  /** The server has answered: the page may read the others again. */
  readonly settled: () => void;
}

interface Kept {
  readonly answers: [string, PollAnswer | null][];
  readonly none: boolean | undefined;
}

/** A first wait, doubled up to the longest one, between two tries without connection. */
const retryMs = { first: 2_000, longest: 30_000 };

/** One’s own answers: shown at once, sent one bundle at a time, kept on the device until the server has them. */
@Injectable()
export class PollAnswers {
  private readonly device = inject(KeptAnswers);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly pending = signal<ReadonlyMap<string, PollAnswer | null>>(new Map());
  private readonly noneAsked = signal<boolean | undefined>(undefined);
  private readonly saved = signal<ReadonlyMap<string, PollAnswer | null>>(new Map());
  private readonly phase = signal<AnswersState>('untouched');
  private readonly server = signal<AnswersReceipt>({ answered: false, noneFits: false });
  private at: AnsweringAt | undefined;
  private sending = false;
  private delay = retryMs.first;
  private retry: ReturnType<typeof setTimeout> | undefined;
  readonly state = this.phase.asReadonly();
  readonly waiting = computed(() => this.pending().size + (this.noneAsked() === undefined ? 0 : 1));
  readonly answers = computed<ReadonlyMap<string, PollAnswer | null>>(() => new Map([...this.saved(), ...this.pending()]));
  readonly noneFits = computed(() => this.noneAsked() ?? this.server().noneFits);
  readonly answered = computed(() => this.server().answered);
  readonly refusal = signal<unknown>(null);

  constructor() {
    const online = () => void this.flush();
    this.window?.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      this.window?.removeEventListener('online', online);
      clearTimeout(this.retry);
    });
  }

  /** Called with each reading of the poll: the server’s answers, under those not sent yet. */
  follow(at: AnsweringAt): void {
    const isFirst = this.at?.key !== at.key;
    this.at = at;
    if (at.mine && !this.sending) this.read(at.mine);
    if (isFirst) this.restore();
  }

  set(answers: readonly { slotId: string; answer: PollAnswer | null }[]): void {
    this.pending.update((pending) => new Map([...pending, ...answers.map(({ slotId, answer }) => [slotId, answer] as const)]));
    if (answers.some(({ answer }) => answer === 'yes' || answer === 'if-need-be')) this.noneAsked.set(undefined);
    this.changed();
  }

  /** Confirms that no slot suits, or takes it back. */
  sayNone(none: boolean): void {
    this.pending.set(none ? new Map((this.at?.slots ?? []).map(({ id }) => [id, 'no'])) : new Map());
    this.noneAsked.set(none);
    this.changed();
  }

  private changed(): void {
    this.refusal.set(null);
    this.store();
    void this.flush();
  }

  /** One bundle in flight; what is said meanwhile waits for the next. */
  private async flush(): Promise<void> {
    if (this.sending || !this.at || this.waiting() === 0) return;
    this.sending = true;
    this.phase.set('saving');
    const [sent, none] = [this.pending(), this.noneAsked()];
    try {
      const mine = await this.at.send({ answers: [...sent].map(([slotId, answer]) => ({ slotId, answer })), ...(none === undefined ? {} : { noneFits: none }) });
      this.delay = retryMs.first;
      this.acknowledge(sent, none, mine);
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.sending = false;
    }
    if (this.phase() === 'saving') await this.flush();
  }

  private acknowledge(sent: ReadonlyMap<string, PollAnswer | null>, none: boolean | undefined, mine: AnswersReceipt): void {
    this.pending.update((pending) => new Map([...pending].filter(([slotId, answer]) => !sent.has(slotId) || sent.get(slotId) !== answer)));
    if (this.noneAsked() === none) this.noneAsked.set(undefined);
    this.saved.update((saved) => new Map([...saved, ...sent]));
    this.server.set({ answered: mine.answered, noneFits: mine.noneFits });
    this.store();
    this.phase.set(this.waiting() > 0 ? 'saving' : 'saved');
    this.at?.settled();
  }

  private fail(failure: unknown): void {
    const isAway = !(failure instanceof ApiError) || failure.isPassing;
    if (isAway) {
      this.phase.set('waiting');
      clearTimeout(this.retry);
      this.retry = setTimeout(() => void this.flush(), this.delay);
      this.delay = Math.min(this.delay * 2, retryMs.longest);
      return;
    }
    this.pending.set(new Map());
    this.noneAsked.set(undefined);
    this.store();
    this.refusal.set(failure);
    this.phase.set('refused');
    this.at?.settled();
  }

  private read({ answers, answered, noneFits }: NonNullable<AnsweringAt['mine']>): void {
    this.saved.set(new Map((this.at?.slots ?? []).map(({ id }, place) => [id, answerAt(answers, place)])));
    this.server.set({ answered, noneFits });
  }

  private store(): void {
    if (this.at) this.device.write(this.at.key, this.waiting() === 0 ? undefined : ({ answers: [...this.pending()], none: this.noneAsked() } satisfies Kept));
  }

  /** What an earlier visit could not send. */
  private restore(): void {
    const kept = this.at && this.device.read<Kept>(this.at.key);
    if (!kept) return;
    const known = new Set(this.at?.slots.map(({ id }) => id));
    this.pending.set(new Map(kept.answers.filter(([slotId]) => known.has(slotId))));
    this.noneAsked.set(kept.none);
    void this.flush();
  }
}
