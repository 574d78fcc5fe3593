import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from './icon';
import { ThreadMark } from './thread-mark';
import { gatherStops, type ThreadStop } from './thread-stop';
import { UiWords } from './ui-words';

/** A track as a line of stations: shape and words carry the meaning, colour only repeats it. */
@Component({
  selector: 'co-thread',
  imports: [Icon, NgTemplateOutlet, RouterLink, ThreadMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './thread.html',
  styleUrl: './thread.css',
  host: { '[class]': 'size()' },
})
export class Thread {
  readonly stops = input<readonly ThreadStop[]>([]);
  readonly size = input<'header' | 'list' | 'logo' | 'loader'>('header');
  /** Name of the list for screen readers; by default «Les étapes du parcours». */
  readonly label = input('');
  /** Caption of a branch with several side stops, for instance «2 webinaires Travaux». */
  readonly sideLabel = input('');
  /** What the loader says. */
  readonly loading = input('');
  protected readonly ui = inject(UiWords);
  protected readonly main = computed(() => gatherStops(this.stops()));
  /** Six is what the style sheet expects; saying nothing then keeps prerendered HTML free of style attributes. */
  protected readonly unusualLength = computed(() => (this.main().length === 6 ? null : this.main().length));

  protected stateWord(stop: ThreadStop): string {
    return this.ui.words()[stop.state];
  }

  /** Words a screen reader adds after label and sublabel: the state, unless the sublabel already says just that. */
  protected spoken(stop: ThreadStop): string {
    const state = this.stateWord(stop);
    return !stop.sublabel || stop.sublabel.trim().toLowerCase() === state ? '' : state;
  }

  protected branchCaption(sides: readonly ThreadStop[]): string {
    return this.sideLabel() || (sides.length === 1 ? (sides[0]?.label ?? '') : this.ui.words().sideStops(sides.length));
  }
}
