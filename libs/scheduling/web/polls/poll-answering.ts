import { ChangeDetectionStrategy, Component, computed, DestroyRef, DOCUMENT, inject, input, signal } from '@angular/core';
import { ErrorWordsPipe } from '@cohorte/platform/web';
import type { PollView } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { PollAnswers } from './poll-answers';
import { PollGrid, type SlotAnswer } from './poll-grid';
import { PollList } from './poll-list';
import { PollWords } from './poll-words';

/** Below this width a list takes the place of the grid. */
const listBelow = '(max-width: 767px)';

/** People without structure speak for themselves, also where structures count. */
const voicesAre = ({ structures, total }: PollView['voices']): string => (structures === 0 ? 'answeredPeople' : structures < total ? 'answeredSome' : 'answeredStructures');

/** A poll as it is answered: the grid or the list, where one’s answers stand, and the way to say that none suits. */
@Component({
  selector: 'co-poll-answering',
  imports: [Banner, Button, ErrorWordsPipe, Icon, PollGrid, PollList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let poll = view();
    @if (answers.refusal(); as refusal) {<co-banner tone="needs-you" live>{{ refusal | coErrorWords }}</co-banner>}
    <div class="bar">
      <p class="state" role="status">@if (saying(); as said) {<co-icon [name]="answers.state() === 'waiting' ? 'wifi-off' : 'check'" size="small" />{{ said }}}</p>
      @if (!small()) {<button coButton type="button" variant="quiet" size="small" (click)="asList.set(!asList())"><co-icon [name]="asList() ? 'table-2' : 'list'" />{{ words.say(asList() ? 'showGrid' : 'showList') }}</button>}
    </div>
    @if (listed()) {
      <p class="count">{{ head() }}</p>
      <co-poll-list [slots]="poll.slots" [zone]="poll.zone" [thirdAnswer]="poll.thirdAnswer" [mine]="line()" [editable]="poll.canAnswer" [tally]="poll.tally" [lines]="poll.lines ?? []" (answered)="give($event)" />
    } @else {
      <co-poll-grid [slots]="poll.slots" [zone]="poll.zone" [thirdAnswer]="poll.thirdAnswer" [mine]="line()" [myName]="name()" [editable]="poll.canAnswer" [lines]="poll.lines ?? []" [tally]="poll.tally" [head]="head()" (answered)="give($event)" />
    }
    @if (poll.canAnswer) {
      <div class="end">
        @if (answers.noneFits()) {<p>{{ words.say('noneSaid') }}</p><button coButton type="button" variant="quiet" (click)="answers.sayNone(false)">{{ words.say('noneTakenBack') }}</button>}
        @else if (onlyNo()) {<p class="ask">{{ words.say('onlyNo') }}</p><button coButton type="button" variant="primary" (click)="answers.sayNone(true)">{{ words.say('noneConfirm') }}</button>}
        @else if (!answers.answered()) {<button coButton type="button" variant="quiet" (click)="answers.sayNone(true)"><co-icon name="x" />{{ words.say('none') }}</button>}
      </div>
    }
    @if (!poll.lines && poll.mine) {<p class="hidden-note">{{ words.say(poll.tally ? 'totalsOnly' : 'afterAnswer') }}</p>}
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-4); grid-template-columns: minmax(0, 1fr); }
    .bar { display: flex; align-items: center; justify-content: space-between; gap: var(--co-space-3); min-height: 36px; }
    .state { display: flex; align-items: center; gap: var(--co-space-2); color: var(--co-soft); font-size: var(--co-text-s); }
    .end { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-2) var(--co-space-3); }
    .ask { font-weight: 650; }
    .count { color: var(--co-soft); font-size: var(--co-text-s); }
    .hidden-note { color: var(--co-soft); font-size: var(--co-text-s); }
    @media (max-width: 767px) { .bar { position: sticky; top: 0; z-index: 2; background: var(--co-paper); } }
    @media print { .bar, .end { display: none; } }
  `,
})
export class PollAnswering {
  readonly view = input.required<PollView>();
  protected readonly answers = inject(PollAnswers);
  protected readonly words = inject(PollWords);
  protected readonly asList = signal(false);
  protected readonly small = signal(false);
  protected readonly listed = computed(() => this.small() || this.asList());
  protected readonly line = computed(() => (this.view().mine || this.view().canAnswer ? this.answers.answers() : null));
  protected readonly name = computed(() => {
    const { mine, counting } = this.view();
    return (counting === 'structures' && mine?.structureName) || mine?.name || this.words.say('me');
  });
  protected readonly head = computed(() => this.words.say(voicesAre(this.view().voices), this.view().voices));
  /** Some «no» and nothing else: not yet an answer, until it is said to be one. */
  protected readonly onlyNo = computed(() => {
    const said = [...this.answers.answers().values()].filter(Boolean);
    return said.length > 0 && said.every((answer) => answer === 'no');
  });
  protected readonly saying = computed(() => {
    const state = this.answers.state();
    return state === 'untouched' || state === 'refused' ? '' : this.words.say(`state.${state}`, { count: this.answers.waiting() });
  });

  constructor() {
    const query = inject(DOCUMENT).defaultView?.matchMedia?.(listBelow);
    if (!query) return;
    const follow = () => this.small.set(query.matches);
    follow();
    query.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => query.removeEventListener('change', follow));
  }

  protected give(given: readonly SlotAnswer[]): void {
    this.answers.set(given);
  }
}
