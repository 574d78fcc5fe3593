import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CombinationsView, CombinationView } from '@cohorte/scheduling/contract';
import { Table } from '@cohorte/ui/web/table';
import { type Named, numberOf } from './combination-words';
import { TrackWords } from './track-words';

/** Structure by structure: what each would miss in each combination. */
@Component({
  selector: 'co-compare-combinations',
  imports: [Table],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table coTable>
      <caption class="co-hidden">{{ words.say('combinations.compareTitle') }}</caption>
      <thead><tr><th scope="col">{{ words.say('combinations.structure') }}</th>@for (name of heads(); track name) {<th scope="col">{{ name }}</th>}</tr></thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row">{{ row.name }}</th>
            @for (cell of row.cells; track $index) {<td [attr.data-label]="heads()[$index]" [class.missing]="cell.isMissing">{{ cell.text }}</td>}
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host { display: block; min-width: 0; overflow-x: auto; }
    .missing { color: var(--co-brick); font-weight: 650; }
  `,
})
export class CompareCombinations {
  readonly view = input.required<CombinationsView>();
  readonly named = input.required<Named>();
  protected readonly words = inject(TrackWords);
  protected readonly heads = computed(() => this.view().combinations.map((_, place) => this.words.say(`combinations.${(['best', 'second', 'third'] as const)[place] ?? 'third'}`)));
  protected readonly rows = computed(() => this.view().units.map(({ id, name }) => ({ id, name, cells: this.view().combinations.map((combination) => this.cell(id, combination)) })));

  private cell(unitId: string, { dates }: CombinationView): { text: string; isMissing: boolean } {
    const numbers = (has: (date: CombinationView['dates'][number]) => boolean): string => this.words.list(dates.filter(has).map((date) => String(numberOf(this.named(), date.meetingId))));
    const [lost, strained] = [numbers((date) => date.lost.includes(unitId)), numbers((date) => date.ifNeedBe.includes(unitId))];
    const said = [lost && this.words.say('combinations.misses', { numbers: lost }), strained && this.words.say('combinations.ifNeedBe', { numbers: strained })].filter(Boolean);
    return { text: said.join(' · ') || this.words.say('combinations.everywhere'), isMissing: lost !== '' };
  }
}
