import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chip } from '@cohorte/ui/web/chip';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ToolboxItem } from '../contract/toolbox';
import { ResourceWords } from './resource-words';
import { UseWords } from './use-words';

/** The selection in its order: each resource, why it is there, and who uses it. */
@Component({
  selector: 'co-toolbox-items',
  imports: [Chip, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol role="list" *transloco="let t; prefix: 'library'">
      @for (one of items(); track one.resourceId; let at = $index) {
        <li>
          <span class="number" aria-hidden="true">{{ at + 1 }}</span>
          <div>
            <h3><a [routerLink]="['/ressources', one.slug]">{{ one.title }}</a></h3>
            <p class="soft">{{ words.line(one) }}</p>
            @if (one.reason) {<p class="why">{{ one.reason }}</p>} @else if (one.summary) {<p>{{ one.summary }}</p>}
            @if (uses.of(one); as said) {<p class="soft">{{ said }}</p>}
            @if (one.isRetired) {<co-chip tone="amber">{{ t('states.retired') }}</co-chip>}
            @if (one.isDue && !one.isRetired) {<co-chip tone="amber" icon="clock">{{ t('due') }}</co-chip>}
          </div>
        </li>
      }
    </ol>
  `,
  styles: `
    ol { list-style: none; margin: 0; padding: 0; max-width: 50rem; }
    li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--co-space-4); padding: var(--co-space-4) 0; border-top: 1px solid var(--co-hairline); break-inside: avoid; overflow-wrap: anywhere; }
    .number { display: grid; place-items: center; width: 32px; height: 32px; border: 2px solid var(--co-green); border-radius: 50%; color: var(--co-green); font-weight: 700; font-size: var(--co-text-s); }
    h3 { font-size: var(--co-text-m); }
    h3 a { color: var(--co-ink); text-decoration-color: var(--co-hairline); }
    .why { margin-top: var(--co-space-1); text-wrap: pretty; }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
  `,
})
export class ToolboxItems {
  readonly items = input.required<readonly ToolboxItem[]>();
  protected readonly words = inject(ResourceWords);
  protected readonly uses = inject(UseWords);
}
