import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { importFeed } from '@cohorte/library/contract';
import type { OutputOf } from '@cohorte/platform/contract';
import { ApiError, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Chip, type ChipTone } from '@cohorte/ui/web/chip';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { TranslocoDirective } from '@jsverse/transloco';

type Entry = OutputOf<typeof importFeed>['entries'][number];
export type TakenEntry = Entry & { readonly title: string };

const tones: Record<Entry['outcome'], ChipTone> = { made: 'green', known: 'plain', refused: 'brick', gone: 'plain' };

/** What became of the entries of a feed, one by one. */
@Component({
  selector: 'co-feed-outcome',
  imports: [Button, Chip, CountPipe, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section aria-labelledby="co-feed-done" *transloco="let t; prefix: 'library'">
      <h2 id="co-feed-done" aria-live="polite">{{ t('import.feed.done') }}</h2>
      <p>{{ made() | coCount: { zero: t('import.feed.made.zero'), one: t('import.feed.made.one'), other: t('import.feed.made.other') } }}</p>
      <ul>
        @for (one of entries(); track one.key) {
          <li><co-chip [tone]="tones[one.outcome]">{{ t('import.feed.outcomes.' + one.outcome) }}</co-chip> @if (one.slug) {<a [routerLink]="['/ressources', one.slug]">{{ one.title }}</a>} @else {<span>{{ one.title }}</span>}@if (one.reason) {<p class="soft">{{ why(one.reason) }}</p>}</li>
        }
      </ul>
      <p class="acts"><a coButton variant="primary" routerLink="/ressources">{{ t('seeAll') }}</a><a coButton routerLink="/ressources/mes-depots">{{ t('import.seeDrafts') }}</a></p>
    </section>
  `,
  styles: `
    section { display: grid; gap: var(--co-space-4); max-width: 46rem; }
    h2 { font-size: var(--co-text-l); }
    ul { list-style: none; margin: 0; padding: 0; }
    li { padding-block: var(--co-space-2); border-bottom: 1px solid var(--co-hairline); overflow-wrap: anywhere; }
    .soft { color: var(--co-soft); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-3); }
  `,
})
export class FeedOutcome {
  readonly entries = input.required<readonly TakenEntry[]>();
  private readonly errors = inject(ErrorWords);
  protected readonly tones = tones;
  protected readonly made = computed(() => this.entries().filter(({ outcome }) => outcome === 'made').length);

  protected why(code: string): string {
    return this.errors.of(new ApiError({ kind: 'bad-input', code }));
  }
}
