import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, viewChild } from '@angular/core';
import type { PollLine, PollSlot } from '@cohorte/scheduling/contract';
import { PollCells } from './poll-cells';
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
    <div class="cells" role="presentation" #cells></div>
  `,
  host: { role: 'row', class: 'co-poll-row' },
})
export class PollGridRow {
  readonly line = input.required<PollLine>();
  readonly slots = input.required<readonly PollSlot[]>();
  readonly best = input.required<ReadonlySet<number>>();
  protected readonly words = inject(PollWords);
  private readonly drawing = inject(PollCells);
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('cells');

  constructor() {
    effect(() => this.drawing.draw(this.place().nativeElement, this.line().answers, this.slots().length, this.best()));
  }
}
