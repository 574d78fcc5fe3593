import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { readToolboxes } from './library-reader';
import { LibraryTabs } from './library-tabs';

/** The toolboxes one may open: what networks and cohorts selected together. The same page for members and visitors. */
@Component({
  selector: 'co-toolboxes-page',
  imports: [Banner, Button, Chip, CountPipe, Empty, Icon, LibraryTabs, PageHead, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      <co-page-head [heading]="t('toolbox.all')" [subtitle]="t('toolbox.about')">
        @if (places().length) {<button coButton coActions variant="primary" type="button" (click)="make()"><co-icon name="plus" />{{ t('toolbox.make') }}</button>}
      </co-page-head>
      <co-library-tabs [member]="isMember" />
      @if (read.hasValue()) {
        <ul role="list">
          @for (one of read.value().toolboxes; track one.id) {
            <li>
              <h2><a [routerLink]="['/boites-a-outils', one.slug]">{{ one.title }}</a></h2>
              <p class="soft">{{ one.spaceName }} · {{ one.items | coCount: { zero: t('found.zero'), one: t('found.one'), other: t('found.other') } }}</p>
              @if (one.introduction) {<p class="introduction">{{ one.introduction }}</p>}
              @if (one.state === 'draft') {<co-chip tone="amber">{{ t('toolbox.draft') }}</co-chip>}
              @if (one.access !== 'public') {<co-chip icon="lock">{{ t('accessShort.' + one.access) }}</co-chip>}
            </li>
          } @empty {<li class="none"><co-empty [heading]="t('toolbox.none')" [text]="t('toolbox.noneText')" /></li>}
        </ul>
      } @else if (read.error()) {
        <co-banner tone="needs-you" live [heading]="t('failed')"><button coButton coAction type="button" (click)="read.reload()">{{ t('retry') }}</button></co-banner>
      } @else {<co-skeleton shape="tile" [lines]="2" />}
    </ng-container>
  `,
  styles: `
    ul { list-style: none; margin: var(--co-space-6) 0 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: var(--co-gap); }
    li { padding: var(--co-card-pad); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); background: var(--co-surface); min-width: 0; overflow-wrap: anywhere; }
    .none { grid-column: 1 / -1; padding: 0; border: 0; background: none; }
    h2 { font-size: var(--co-text-m); }
    h2 a { color: var(--co-ink); text-decoration-color: var(--co-hairline); }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
    .introduction { margin: var(--co-space-2) 0; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
    co-chip + co-chip { margin-left: var(--co-space-1); }
    co-skeleton { margin-top: var(--co-space-6); }
  `,
})
export class ToolboxesPage {
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly inBrowser = inject(DOCUMENT).defaultView !== null;
  protected readonly isMember = inject(ActivatedRoute).snapshot.data['member'] === true;
  protected readonly read = resource({ params: () => (this.inBrowser ? {} : undefined), loader: () => readToolboxes() });
  protected readonly places = computed(() => (this.read.hasValue() ? this.read.value().places : []));

  protected async make(): Promise<void> {
    const { ToolboxDialog } = await import('./toolbox.dialog');
    const slug = await firstValueFrom(this.dialogs.open<string>(ToolboxDialog, { places: this.places() }).closed, { defaultValue: undefined });
    if (slug) await this.router.navigate(['/boites-a-outils', slug]);
  }
}
