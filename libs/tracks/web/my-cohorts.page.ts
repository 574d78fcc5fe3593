import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listNetworks } from '@cohorte/networks/contract';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { listCohorts } from '@cohorte/tracks/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { CohortCards } from './cohort-cards';

/** The cohorts I take part in, run or oversee. */
@Component({
  selector: 'co-my-cohorts-page',
  imports: [Banner, Button, CohortCards, Empty, ErrorWordsPipe, Icon, PageHead, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'tracks'">
      <co-page-head [heading]="t('list.title')" [subtitle]="t('list.about')">
        @if (animated(); as networkId) {
          <a coButton coActions variant="primary" [routerLink]="['/reseaux', networkId, 'nouveau-parcours']"><co-icon name="plus" />{{ t('list.create') }}</a>
        }
      </co-page-head>
      @if (cohorts.hasValue()) {
        @if (cohorts.value().length) {<co-cohort-cards [cohorts]="cohorts.value()" />} @else {<co-empty [heading]="t('list.empty')" [text]="t('list.emptyText')" />}
      } @else if (cohorts.error()) {
        <co-banner tone="needs-you" live [heading]="t('failed')">
          {{ cohorts.error() | coErrorWords }}
          <button coButton coAction type="button" (click)="cohorts.reload()">{{ t('retry') }}</button>
        </co-banner>
      } @else {
        <co-skeleton shape="tile" [lines]="2" />
      }
    </ng-container>
  `,
})
export class MyCohortsPage {
  private readonly api = inject(ApiClient);
  protected readonly cohorts = resource({ loader: () => this.api.call(listCohorts, {}).then((answer) => answer.cohorts) });
  private readonly networks = resource({ loader: () => this.api.call(listNetworks, {}).then((answer) => answer.networks) });
  protected readonly animated = computed(() => (this.networks.hasValue() ? this.networks.value().find((network) => network.roles.includes('animator'))?.id : undefined));
}
