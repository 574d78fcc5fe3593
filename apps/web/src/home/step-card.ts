import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PersonalStep } from '@cohorte/tracks/contract';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective } from '@jsverse/transloco';
import { linkOf, noteOf, stepLooks, titleOf, whenOf } from './step-words';

/** One thing expected of me: what, for which group, by when, and the one act it asks for. */
@Component({
  selector: 'co-step-card',
  imports: [Button, Chip, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'home'">
      <div class="head">
        <co-chip [tone]="look().tone" [icon]="look().icon">{{ t('kinds.' + step().kind) }}</co-chip>
        @if (when(); as said) {<span class="when">{{ t(said.key, said.values) }}</span>}
      </div>
      <div class="what">
        <h2>{{ t(title().key, title().values) }}</h2>
        <p>{{ t(note().key, note().values) }}</p>
      </div>
      <a coButton [variant]="first() ? 'primary' : 'secondary'" [routerLink]="link().path" [fragment]="link().fragment">{{ t('acts.' + step().kind) }}<span class="co-hidden"> : {{ t(title().key, title().values) }}</span></a>
    </ng-container>
  `,
  styles: `
    :host { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--co-space-1) var(--co-space-6); align-items: center; padding: var(--co-card-pad); background: var(--co-surface); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); }
    .head { grid-column: 1 / -1; display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: var(--co-space-1) var(--co-space-4); margin-bottom: var(--co-space-1); }
    .when { color: var(--co-soft); font-size: var(--co-text-xs); }
    h2 { font-size: var(--co-text-m); }
    p { color: var(--co-soft); margin-top: 2px; text-wrap: pretty; }
    @media (max-width: 600px) { :host { grid-template-columns: minmax(0, 1fr); } a { justify-self: start; margin-top: var(--co-space-2); } }
    @media print { :host { break-inside: avoid; } a { display: none; } }
  `,
})
export class StepCard {
  readonly step = input.required<PersonalStep>();
  /** The first of the list carries the page's primary action. */
  readonly first = input(false);
  private readonly ui = inject(UiWords);
  protected readonly look = computed(() => stepLooks[this.step().kind]);
  protected readonly title = computed(() => titleOf(this.step()));
  protected readonly note = computed(() => noteOf(this.step()));
  protected readonly link = computed(() => linkOf(this.step()));
  protected readonly when = computed(() => whenOf(this.step(), new Date(), this.ui.language()));
}
