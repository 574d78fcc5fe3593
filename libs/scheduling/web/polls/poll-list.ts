import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { PollAnswer, PollLine, PollSlot, PollView } from '@cohorte/scheduling/contract';
import { Icon } from '@cohorte/ui/web/icon';
import { answerAt } from '../../contract/polls/answer-line';
import type { SlotAnswer } from './poll-grid';
import { byDay } from './poll-view-words';
import { PollWords } from './poll-words';

let count = 0;

/** The slots as a list, days as headings: for a thumb, for a small screen, and for whoever prefers to read. Native radios answer. */
@Component({
  selector: 'co-poll-list',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (group of days(); track group.day) {
      <section [attr.aria-labelledby]="id + group.day">
        <h3 [id]="id + group.day">{{ group.name }}</h3>
        @for (entry of group.slots; track entry.slot.id) {
          @let said = mine()?.get(entry.slot.id) ?? null;
          @let totals = tally()?.[entry.place];
          <fieldset [class.best]="totals?.isBest">
            <legend>
              <span class="time">{{ words.time(entry.slot, zone()) }}</span>
              @if (words.theirs(entry.slot, zone()); as theirs) {<span class="soft">{{ theirs }}</span>}
              @if (entry.slot.isNew) {<span class="new">{{ words.say('isNew') }}</span>}
              @if (entry.slot.waits) {<span class="soft">{{ words.say('waits') }}</span>}
              <span class="co-hidden">, {{ group.name }}</span>
            </legend>
            @if (totals) {
              <p class="totals">@if (totals.isBest) {<co-icon name="star" size="small" />}{{ words.say(totals.isBest ? 'bestTotals' : 'totals', totals) }}@if (totals.requiredMissing) {<span class="missing"> · {{ words.say('requiredMissing', totals) }}</span>}</p>
            }
            @if (namesOf(entry.place); as names) {
              <details><summary>{{ words.say('whoCan') }}</summary>@for (group of names; track group.answer) {<p><strong>{{ words.say('said.' + group.answer) }} :</strong> {{ group.names }}</p>}</details>
            }
            @if (mine()) {
              <div class="choices">
                @for (choice of choices(); track choice) {
                  <label [class]="choice">
                    <input type="radio" [name]="id + entry.slot.id" [value]="choice" [checked]="said === choice" [disabled]="!editable()" (change)="give(entry.slot, choice)" />
                    <span>{{ words.say('said.' + choice) }}</span>
                  </label>
                }
              </div>
              @if (said && editable()) {<button type="button" class="erase" (click)="give(entry.slot, null)">{{ words.say('erase') }}<span class="co-hidden"> : {{ words.slot(entry.slot, zone()) }}</span></button>}
            }
          </fieldset>
        }
      </section>
    }
  `,
  styleUrl: './poll-list.css',
})
export class PollList {
  readonly slots = input.required<readonly PollSlot[]>();
  readonly zone = input.required<string>();
  readonly thirdAnswer = input(true);
  readonly mine = input<ReadonlyMap<string, PollAnswer | null> | null>(null);
  readonly editable = input(false);
  readonly tally = input<PollView['tally']>(null);
  readonly lines = input<readonly PollLine[]>([]);
  readonly answered = output<readonly SlotAnswer[]>();
  protected readonly words = inject(PollWords);
  protected readonly id = `co-poll-list-${++count}-`;
  protected readonly choices = computed<readonly PollAnswer[]>(() => (this.thirdAnswer() ? ['yes', 'if-need-be', 'no'] : ['yes', 'no']));
  protected readonly days = computed(() => byDay(this.slots(), (slot) => this.words.dayOf(slot, this.zone())).map((group) => ({ ...group, name: this.words.day(group.day) })));

  /** Who said what of a slot, by name; nothing while names are not for this reader. */
  protected namesOf(place: number): { answer: PollAnswer; names: string }[] | null {
    const said = this.choices().map((answer) => ({ answer, names: this.lines().flatMap((line) => (line.label && answerAt(line.answers, place) === answer ? [line.label] : [])).join(', ') }));
    return this.lines().some((line) => line.label) ? said.filter((group) => group.names) : null;
  }

  protected give(slot: PollSlot, answer: PollAnswer | null): void {
    this.answered.emit([{ slotId: slot.id, answer }]);
  }
}
