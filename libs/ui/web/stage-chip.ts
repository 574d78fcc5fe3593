import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Chip, type ChipShape, type ChipTone } from './chip';

export type StageProgress = 'not-started' | 'framing' | 'under-way' | 'done';

const looks: Record<StageProgress, { tone: ChipTone; shape: ChipShape }> = {
  'not-started': { tone: 'plain', shape: 'dashed' },
  framing: { tone: 'plain', shape: 'ring' },
  'under-way': { tone: 'green', shape: 'half' },
  done: { tone: 'green', shape: 'full' },
};

/** Where a structure is on its way: a quiet word with a shape, never a rank. */
@Component({
  selector: 'co-stage-chip',
  imports: [Chip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<co-chip [tone]="look().tone" [shape]="look().shape"><ng-content /></co-chip>`,
  styles: `:host { display: inline-flex; max-width: 100%; }`,
})
export class StageChip {
  readonly progress = input.required<StageProgress>();
  protected readonly look = computed(() => looks[this.progress()]);
}
