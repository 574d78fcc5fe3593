import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, ElementRef, inject, input, output, signal, untracked, ViewEncapsulation } from '@angular/core';
import type { PollAnswer, PollLine, PollSlot, PollView } from '@cohorte/scheduling/contract';
import { Icon } from '@cohorte/ui/web/icon';
import { PollCells } from './poll-cells';
import { PollGridRow } from './poll-grid-row';
import { PollWords } from './poll-words';

export interface SlotAnswer {
  readonly slotId: string;
  readonly answer: PollAnswer | null;
}

/** Above this many slots, three buttons a slot have no room: one cell a slot, pressed or painted. */
const roomyMost = 4;
/** Lines drawn at once; the others follow when the browser has time, so that the page is there first. */
const linesAtOnce = 30;

/** While the best slots stay the same, no line is drawn anew. */
const sameSet = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean => one.size === other.size && [...one].every((place) => other.has(place));

/**
 * All answers at a glance: slots in columns, one’s own line first. One’s line is a row of cells of an ARIA grid: arrows move, Space goes round
 * the answers, 1 2 3 (or O S N) give them, 0 takes back; with the mouse a press goes round and a stroke paints.
 */
@Component({
  selector: 'co-poll-grid',
  imports: [Icon, PollGridRow],
  providers: [PollCells],
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  templateUrl: './poll-grid.html',
  styleUrl: './poll-grid.css',
  host: { '[class.roomy]': 'roomy()', '(pointerup)': 'painting = undefined', '(pointerleave)': 'painting = undefined', '(pointercancel)': 'painting = undefined' },
})
export class PollGrid {
  readonly slots = input.required<readonly PollSlot[]>();
  readonly zone = input.required<string>();
  readonly thirdAnswer = input(true);
  /** One’s own answers by slot; null for those who only look. */
  readonly mine = input<ReadonlyMap<string, PollAnswer | null> | null>(null);
  readonly myName = input('');
  readonly editable = input(false);
  readonly lines = input<readonly PollLine[]>([]);
  readonly tally = input<PollView['tally']>(null);
  readonly head = input('');
  readonly answered = output<readonly SlotAnswer[]>();
  protected readonly words = inject(PollWords);
  protected readonly roomy = computed(() => this.slots().length <= roomyMost);
  protected readonly focused = signal(0);
  protected readonly spoken = signal('');
  protected readonly drawn = signal(linesAtOnce);
  protected readonly shownLines = computed(() => this.lines().slice(0, this.drawn()));
  protected readonly best = computed<ReadonlySet<number>>(() => new Set((this.tally() ?? []).flatMap((one, place) => (one.isBest ? [place] : []))), { equal: sameSet });
  protected readonly choices = computed<readonly PollAnswer[]>(() => (this.thirdAnswer() ? ['yes', 'if-need-be', 'no'] : ['yes', 'no']));
  protected readonly columns = computed(() =>
    this.slots().map((slot, place) => {
      const day = this.words.dayOf(slot, this.zone());
      return {
        slot, place, isBest: this.best().has(place), tally: this.tally()?.[place],
        day: this.words.day(day), shortDay: this.words.day(day, 'short'),
        time: this.words.time(slot, this.zone()), theirs: this.words.theirs(slot, this.zone()), name: this.words.slot(slot, this.zone()),
      };
    }),
  );
  /** What the pointer spreads over the cells it passes. */
  protected painting: PollAnswer | null | undefined;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    let growing: ReturnType<typeof setTimeout> | undefined;
    const grow = (): void => {
      growing = undefined;
      if (untracked(this.drawn) >= untracked(this.lines).length) return;
      this.drawn.update((drawn) => drawn + linesAtOnce);
      growing = setTimeout(grow, 16);
    };
    effect(() => {
      if (this.lines().length > untracked(this.drawn)) growing ??= setTimeout(grow, 16);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(growing));
  }

  protected answerOf(slot: PollSlot): PollAnswer | null {
    return this.mine()?.get(slot.id) ?? null;
  }

  protected word(answer: PollAnswer | null): string {
    return this.words.say(answer ? `said.${answer}` : 'said.nothing');
  }

  protected cellName(place: number): string {
    const column = this.columns()[place];
    return column ? this.words.say('cell', { slot: column.name, answer: this.word(this.answerOf(column.slot)) }) : '';
  }

  protected press(event: PointerEvent, place: number): void {
    if (!this.editable() || event.button !== 0) return;
    const said = (event.target as Element).closest<HTMLElement>('[data-answer]')?.dataset['answer'] as PollAnswer | undefined;
    const slot = this.slots()[place];
    if (!slot) return;
    this.painting = said ? (this.answerOf(slot) === said ? null : said) : this.nextOf(this.answerOf(slot));
    (event.currentTarget as Element).releasePointerCapture?.(event.pointerId);
    this.give(place, this.painting);
  }

  protected pass(event: PointerEvent, place: number): void {
    if (this.painting === undefined || event.buttons !== 1) return;
    const slot = this.slots()[place];
    if (slot && this.answerOf(slot) !== this.painting) this.give(place, this.painting);
  }

  /** A screen reader’s press comes as a click without a pointer. */
  protected click(event: MouseEvent, place: number): void {
    const slot = this.slots()[place];
    if (event.detail === 0 && this.editable() && slot) this.give(place, this.nextOf(this.answerOf(slot)));
  }

  protected key(event: KeyboardEvent, place: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moved = this.moved(event.key, place);
    const slot = this.slots()[place];
    const answer = slot ? this.byKey(event.key, this.answerOf(slot)) : undefined;
    if (moved === undefined && answer === undefined) return;
    event.preventDefault();
    if (moved !== undefined) this.focus(moved);
    else if (this.editable() && answer !== undefined) this.give(place, answer);
  }

  private moved(key: string, place: number): number | undefined {
    const last = this.slots().length - 1;
    const moves: Record<string, number> = { ArrowRight: Math.min(last, place + 1), ArrowLeft: Math.max(0, place - 1), Home: 0, End: last };
    return moves[key];
  }

  private byKey(key: string, now: PollAnswer | null): PollAnswer | null | undefined {
    if (key === ' ' || key === 'Enter') return this.nextOf(now);
    const third = this.thirdAnswer() ? ('if-need-be' as const) : undefined;
    const keys: Record<string, PollAnswer | null | undefined> = { '1': 'yes', o: 'yes', y: 'yes', '2': third, s: third, i: third, '3': 'no', n: 'no', '0': null, Delete: null, Backspace: null };
    return keys[key.length === 1 ? key.toLowerCase() : key];
  }

  /** Nothing → yes → if need be → no → nothing. */
  private nextOf(now: PollAnswer | null): PollAnswer | null {
    const round: (PollAnswer | null)[] = [null, ...this.choices()];
    return round[(round.indexOf(now) + 1) % round.length] ?? null;
  }

  private give(place: number, answer: PollAnswer | null): void {
    const column = this.columns()[place];
    if (!column) return;
    this.focused.set(place);
    this.answered.emit([{ slotId: column.slot.id, answer }]);
    this.spoken.set(this.words.say('cell', { slot: column.name, answer: this.word(answer) }));
  }

  private focus(place: number): void {
    this.focused.set(place);
    this.element.querySelectorAll<HTMLElement>('.mine [role=gridcell]')[place]?.focus();
  }
}
