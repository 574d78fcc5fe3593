import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { areNearTitles } from '@cohorte/library/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { TranslocoDirective } from '@jsverse/transloco';
import { readResources } from './library-reader';
import { ResourceWords } from './resource-words';

/** After the last letter, before asking. */
const typingMs = 500;

/** Says which resources may be the same one, while a title is typed; whether they are is for the person to say. */
@Component({
  selector: 'co-near-resources',
  imports: [Banner, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (near().length) {
      <co-banner *transloco="let t; prefix: 'library.form'" tone="warn" live [heading]="t('near')">
        {{ t('nearText') }}
        <ul>@for (one of near(); track one.id) {<li><a [routerLink]="['/ressources', one.slug]" target="_blank">{{ one.title }}</a>, {{ words.line(one) }}</li>}</ul>
      </co-banner>
    }
  `,
  styles: `ul { margin-top: var(--co-space-1); padding-left: 1.3em; }`,
})
export class NearResources {
  readonly title = input.required<string>();
  protected readonly words = inject(ResourceWords);
  private readonly asked = signal('');
  private readonly read = resource({ params: () => this.asked() || undefined, loader: ({ params }) => readResources({ q: params }) });
  protected readonly near = computed(() => (this.read.hasValue() ? this.read.value().resources.filter(({ title }) => areNearTitles(title, this.asked())).slice(0, 3) : []));

  constructor() {
    effect((onCleanup) => {
      const title = this.title().trim();
      const waiting = setTimeout(() => this.asked.set(title.length >= 8 ? title.slice(0, 200) : ''), typingMs);
      onCleanup(() => clearTimeout(waiting));
    });
  }
}
