import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PollLine, PollSlot } from '@cohorte/scheduling/contract';
import { answerAt } from '../../contract/polls/answer-line';
import { PollWords } from './poll-words';

/** One voice of the grid, as it answered: a shape and a word for each slot. */
@Component({
  selector: 'co-poll-grid-row',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="rowheader" class="who">
      <span>{{ line().label ?? words.say('anonymous') }}@if (line().withMe) { <small>{{ words.say('colleagues') }}</small>}@if (line().required) { <small>{{ words.say('required') }}</small>}</span>
      @if (line().detail; as said) {<small class="detail">{{ said }}</small>}
    </div>
    @for (cell of cells(); track $index) {<div role="gridcell" [class]="cell.class"><span>{{ cell.word }}</span></div>}
  `,
  host: { role: 'row', class: 'co-poll-row' },
})
export class PollGridRow {
  readonly line = input.required<PollLine>();
  readonly slots = input.required<readonly PollSlot[]>();
  readonly best = input.required<ReadonlySet<number>>();
  protected readonly words = inject(PollWords);
  protected readonly cells = computed(() => {
    const { answers } = this.line();
    const best = this.best();
    return this.slots().map((_, place) => {
      const answer = answerAt(answers, place);
      return { class: `cell ${answer ?? 'nothing'}${best.has(place) ? ' best' : ''}`, word: this.words.say(answer ? `said.${answer}` : 'said.nothing') };
    });
  });
}
