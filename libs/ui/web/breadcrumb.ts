import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from './icon';
import { UiWords } from './ui-words';

/** One level above the page; without a link it is the page itself. */
export interface Crumb {
  label: string;
  link?: string | readonly unknown[];
}

/** Where the page stands; only below the second level. On a phone: the parent alone, as a way back. */
@Component({
  selector: 'co-breadcrumb',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav [attr.aria-label]="ui.words().breadcrumb">
      <ol role="list">
        @for (crumb of crumbs(); track $index; let last = $last) {
          <li>
            @if (crumb.link && !last) {<a [routerLink]="crumb.link">{{ crumb.label }}</a><co-icon name="chevron-right" size="small" />}
            @else {<span [attr.aria-current]="last ? 'page' : null">{{ crumb.label }}</span>@if (!last) {<co-icon name="chevron-right" size="small" />}}
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    :host { display: block; font-size: var(--co-text-xs); color: var(--co-soft); margin-bottom: var(--co-space-2); }
    ol { list-style: none; display: flex; flex-wrap: wrap; gap: 2px var(--co-space-1); }
    li { display: inline-flex; align-items: center; gap: var(--co-space-1); min-height: 24px; min-width: 0; }
    a { color: var(--co-soft); text-decoration: none; padding: 2px 0; }
    a:hover { color: var(--co-green); text-decoration: underline; }
    @media (max-width: 600px) {
      li { display: none; }
      li:nth-last-child(2) { display: inline-flex; flex-direction: row-reverse; min-height: 32px; }
      li:nth-last-child(2) co-icon { transform: scaleX(-1); }
      li:only-child { display: inline-flex; }
    }
  `,
})
export class Breadcrumb {
  readonly crumbs = input.required<readonly Crumb[]>();
  protected readonly ui = inject(UiWords);
}
