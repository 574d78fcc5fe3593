import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Facet, type FacetCount, facets, facetTerms } from '../contract/facets';
import { ResourceWords } from './resource-words';
import type { ResourceQuestion } from './resource-address';

/** Facets one opens first. */
const openAtFirst: readonly Facet[] = ['kind', 'theme'];

/** Lists keep their order; tags come as they are counted, most first, after those chosen. */
function keysOf(facet: Facet, counted: ReadonlyMap<string, number>, taken: readonly string[]): string[] {
  if (facet === 'tag') return [...new Set([...taken, ...counted.keys()])];
  return facetTerms[facet].map(({ key }) => key).filter((key) => counted.has(key) || taken.includes(key));
}

/** What one may filter by, with how many answers each choice would give. */
@Component({
  selector: 'co-facet-panel',
  imports: [Checkbox, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      @for (group of groups(); track group.facet) {
        <details [open]="group.open">
          <summary>{{ t('facets.' + group.facet) }}@if (group.taken) {<span class="taken">{{ group.taken }}</span>}</summary>
          <ul role="list">
            @for (one of group.values; track one.value) {
              <li><co-checkbox [checked]="one.chosen" (checkedChange)="toggled.emit({ facet: group.facet, value: one.value })"><span class="value">{{ one.label }} <span class="count">{{ one.count }}</span></span></co-checkbox></li>
            }
          </ul>
        </details>
      }
    </ng-container>
  `,
  styles: `
    :host { display: block; }
    details { border-top: 1px solid var(--co-hairline); }
    details:last-child { border-bottom: 1px solid var(--co-hairline); }
    summary { display: flex; align-items: center; gap: var(--co-space-2); min-height: 44px; font-weight: 650; cursor: pointer; list-style: none; }
    summary::-webkit-details-marker { display: none; }
    summary::after { content: ''; margin-left: auto; margin-right: 4px; width: 7px; height: 7px; border: solid currentColor; border-width: 0 2px 2px 0; transform: translateY(-2px) rotate(45deg); }
    details[open] summary::after { transform: translateY(2px) rotate(-135deg); }
    ul { list-style: none; margin: 0; padding: 0 0 var(--co-space-3); max-height: 21rem; overflow: auto; }
    .value { display: inline-flex; gap: var(--co-space-2); align-items: baseline; }
    .count { color: var(--co-soft); font-size: var(--co-text-xs); font-variant-numeric: tabular-nums; }
    .taken { padding: 0 7px; border-radius: 10px; background: var(--co-green-wash); color: var(--co-green); font-size: var(--co-text-xs); }
  `,
})
export class FacetPanel {
  readonly question = input.required<ResourceQuestion>();
  readonly counts = input.required<readonly FacetCount[]>();
  readonly toggled = output<{ facet: Facet; value: string }>();
  private readonly words = inject(ResourceWords);
  protected readonly groups = computed(() => {
    const { chosen } = this.question();
    const byFacet = new Map<Facet, Map<string, number>>();
    for (const { facet, value, count } of this.counts()) byFacet.set(facet, (byFacet.get(facet) ?? new Map<string, number>()).set(value, count));
    return facets.flatMap((facet) => {
      const taken = chosen[facet] ?? [];
      const counted = byFacet.get(facet) ?? new Map<string, number>();
      const values = keysOf(facet, counted, taken).map((key) => ({ value: key, label: this.words.of(facet, key), count: counted.get(key) ?? 0, chosen: taken.includes(key) }));
      return values.length ? [{ facet, values, taken: taken.length, open: openAtFirst.includes(facet) || taken.length > 0 }] : [];
    });
  });
}
