import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { openDesk } from '@cohorte/library/contract';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { DepositBatches } from './deposit/deposit-batches';
import { FollowedResources } from './follows/followed-resources';
import { LibraryTabs } from './library-tabs';
import { ResourceList } from './resource-list';
import { ResourceWords } from './resource-words';

/** What I deposited, or what waits for my decision: two addresses of one page. */
@Component({
  selector: 'co-desk-page',
  imports: [Banner, Button, DepositBatches, Empty, ErrorWordsPipe, FollowedResources, Icon, LibraryTabs, PageHead, ResourceList, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      <co-page-head [heading]="t('title')" [subtitle]="t('about')"><a coButton coActions variant="primary" routerLink="/ressources/deposer"><co-icon name="plus" />{{ t('deposit') }}</a></co-page-head>
      <co-library-tabs member />
      @if (list === 'mine') {<co-deposit-batches />}
      <section [attr.aria-label]="t('tabs.' + list)">
        @if (read.hasValue()) {
          @if (shown().length) {<co-resource-list [resources]="shown()" />}
          @else {<co-empty [heading]="t('desk.' + list + 'Empty')" [text]="t('desk.' + list + 'EmptyText')" />}
        } @else if (read.error()) {
          <co-banner tone="needs-you" live [heading]="t('failed')">{{ read.error() | coErrorWords }}<button coButton coAction type="button" (click)="read.reload()">{{ t('retry') }}</button></co-banner>
        } @else {<co-skeleton shape="tile" [lines]="3" />}
      </section>
      @if (list === 'mine') {<co-followed-resources />}
    </ng-container>
  `,
  styles: `section { margin-top: var(--co-space-6); }`,
})
export class DeskPage {
  private readonly api = inject(ApiClient);
  private readonly words = inject(ResourceWords);
  protected readonly list = inject(ActivatedRoute).snapshot.data['list'] === 'waiting' ? ('waiting' as const) : ('mine' as const);
  protected readonly read = resource({ loader: () => this.api.call(openDesk, {}) });
  /** Of what waits, who proposed it and since when stand where the publisher does elsewhere. */
  protected readonly shown = computed(() => {
    if (!this.read.hasValue()) return [];
    const { mine, waiting } = this.read.value();
    if (this.list === 'mine') return mine;
    return waiting.map((one) => ({ ...one, publisher: [one.publisher, one.ownerName, one.submittedAt && this.words.day(one.submittedAt)].filter(Boolean).join(' · ') }));
  });
}
