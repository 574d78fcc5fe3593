import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner } from '@cohorte/ui/web/banner';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ResourcePage } from '../../contract/resource';
import { ResourceWords } from '../resource-words';

/** What is known against a published resource, said to its readers; what only concerns its keepers is said to them. */
@Component({
  selector: 'co-upkeep-notice',
  imports: [Banner, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.upkeep'">
      @if (has('link-dead')) {<co-banner tone="warn" [heading]="t('link-dead.title')">
        {{ t('link-dead.text', { day: words.day(upkeep().linkCheckedAt ?? '') }) }}
        @if (upkeep().copyTakenAt; as day) {<a [routerLink]="['/ressources', slug(), 'copie']">{{ t('link-dead.copy', { day: words.day(day) }) }}</a>}
      </co-banner>}
      @for (change of upkeep().legal; track change.id) {
        <co-banner tone="warn" [heading]="t('legal-changed.title', { article: change.article, day: words.day(change.changedOn) })">
          {{ change.note }} {{ t('legal-changed.text') }}
          @if (change.link; as link) {<a [href]="link" rel="noopener">{{ t('legal-changed.read') }}</a>}
        </co-banner>
      }
      @if (has('review-due')) {<co-banner tone="warn" [heading]="t('review-due.title')">{{ t('review-due.text') }}</co-banner>}
      @if (has('review-soon') && upkeep().mayConfirm) {<co-banner tone="info" [heading]="t('review-soon.title', { day: words.day(upkeep().reviewOn ?? '') })">{{ t('review-soon.text') }}</co-banner>}
      @if (has('link-moved') && upkeep().mayEdit) {<co-banner tone="info" [heading]="t('link-moved.title')">{{ upkeep().movedTo }}</co-banner>}
    </ng-container>
  `,
  styles: `co-banner { margin-bottom: var(--co-space-4); overflow-wrap: anywhere; }`,
})
export class UpkeepNotice {
  readonly upkeep = input.required<ResourcePage['upkeep']>();
  readonly slug = input.required<string>();
  protected readonly words = inject(ResourceWords);
  private readonly reasons = computed(() => new Set<string>(this.upkeep().reasons));

  protected has(reason: ResourcePage['upkeep']['reasons'][number]): boolean {
    return this.reasons().has(reason);
  }
}
