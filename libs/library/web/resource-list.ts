import { ChangeDetectionStrategy, Component, booleanAttribute, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chip } from '@cohorte/ui/web/chip';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ResourceCard } from '../contract/resource';
import { FileWords } from './file-words';
import { kindIcon, ResourceWords } from './resource-words';

/** Resources one below the other: what each is, for what, from whom; `compact` keeps one line each. */
@Component({
  selector: 'co-resource-list',
  imports: [Chip, Icon, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul role="list" *transloco="let t; prefix: 'library'" [class.compact]="compact()">
      @for (one of resources(); track one.id) {
        <li>
          <co-icon [name]="icon(one.kind)" />
          <div class="what">
            <h3><a [routerLink]="['/ressources', one.slug]">{{ one.title }}</a></h3>
            <p class="from">{{ words.line(one) }}@if (one.file?.state === 'ready') { · {{ files.type(one.file!) }}}</p>
            @if (one.file?.problem; as problem) {<p class="why">{{ t('file.problems.' + problem) }}</p>}
            @if (!compact() && one.summary) {<p class="summary">{{ one.summary }}</p>}
            @if (!compact() && one.themes.length) {<p class="themes">{{ words.all('theme', one.themes).join(' · ') }}</p>}
          </div>
          <div class="marks">
            @if (one.file?.state === 'waiting') {<co-chip tone="slate" icon="eye">{{ t('file.beingRead') }}</co-chip>}
            @if (one.file?.state === 'refused') {<co-chip tone="brick" icon="circle-alert">{{ t('file.isRefused') }}</co-chip>}
            @if (one.state !== 'published') {<co-chip [tone]="one.state === 'submitted' ? 'amber' : 'plain'">{{ t('states.' + one.state) }}</co-chip>}
            @if (one.access !== 'public') {<co-chip icon="lock">{{ t('accessShort.' + one.access) }}</co-chip>}
            @if (one.isDue) {<co-chip tone="amber" icon="clock">{{ t('due') }}</co-chip>}
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    ul { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--co-space-3); }
    li { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: var(--co-space-2) var(--co-space-3); padding: var(--co-space-4); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); background: var(--co-surface); break-inside: avoid; }
    li > co-icon { margin-top: 3px; color: var(--co-green); }
    h3 { font-size: var(--co-text-m); overflow-wrap: anywhere; }
    h3 a { color: var(--co-ink); text-decoration-color: var(--co-hairline); }
    h3 a:hover { color: var(--co-green); }
    .from, .themes { color: var(--co-soft); font-size: var(--co-text-xs); }
    .why { margin-top: var(--co-space-1); color: var(--co-brick); text-wrap: pretty; }
    .summary { margin-top: var(--co-space-2); display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; text-wrap: pretty; }
    .themes { margin-top: var(--co-space-2); }
    .marks { display: flex; flex-wrap: wrap; gap: var(--co-space-1); justify-content: flex-end; align-content: flex-start; }
    .compact { gap: 0; border-top: 1px solid var(--co-hairline); }
    .compact li { padding: var(--co-space-2) 0; border-width: 0 0 1px; border-radius: 0; background: none; }
    .compact h3 { font-size: var(--co-text-s); }
    @media (max-width: 600px) { li { grid-template-columns: auto minmax(0, 1fr); } .marks { grid-column: 2; justify-content: flex-start; } .marks:empty { display: none; } }
    @media print { li { border-width: 0 0 1px; border-radius: 0; padding-inline: 0; } li > co-icon { display: none; } }
  `,
})
export class ResourceList {
  readonly resources = input.required<readonly ResourceCard[]>();
  readonly compact = input(false, { transform: booleanAttribute });
  protected readonly words = inject(ResourceWords);
  protected readonly files = inject(FileWords);
  protected readonly icon = kindIcon;
}
