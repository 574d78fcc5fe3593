import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { openDesk } from '@cohorte/library/contract';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Breadcrumb } from '@cohorte/ui/web/breadcrumb';
import { Button } from '@cohorte/ui/web/button';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Empty } from '@cohorte/ui/web/empty';
import { Field } from '@cohorte/ui/web/field';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Tab, TabLinks } from '@cohorte/ui/web/tab-links';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ImportFeed } from './import-feed';
import { ImportTable } from './import-table';

/** Where resources come in by the dozen, for those who animate a network. */
@Component({
  selector: 'co-import-page',
  imports: [Banner, Breadcrumb, Button, Empty, ErrorWordsPipe, Field, ImportFeed, ImportTable, PageHead, RouterLink, Skeleton, Tab, TabLinks, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      <co-breadcrumb [crumbs]="[{ label: t('title'), link: '/ressources' }, { label: t('import.title') }]" />
      <co-page-head [heading]="t('import.title')" [subtitle]="t('import.about')" />
      @if (read.hasValue()) {
        @if (networks().length) {
          @if (networks().length > 1) {<co-field class="network" [label]="t('import.network')"><select coInput [disabled]="isSending()" (change)="networkId.set($any($event.target).value)">@for (one of networks(); track one.networkId) {<option [value]="one.networkId" [selected]="one.networkId === network()">{{ one.name }}</option>}</select></co-field>}
          <co-tab-links [label]="t('import.from')">
            <a coTab routerLink="/ressources/importer" [routerLinkActiveOptions]="whole">{{ t('import.fromFile') }}</a>
            <a coTab routerLink="/ressources/importer" [queryParams]="{ de: 'flux' }" [routerLinkActiveOptions]="whole">{{ t('import.fromFeed') }}</a>
          </co-tab-links>
          <div class="source">
            @if (de() === 'flux') {@defer {<co-import-feed [networkId]="network()" />} @placeholder {<co-skeleton [lines]="5" />}}
            <!-- It stays when the other tab is looked at: its files may be leaving. -->
            <co-import-table [networkId]="network()" [hidden]="de() === 'flux'" />
          </div>
        } @else {<co-empty [heading]="t('import.notYours')"><a coButton routerLink="/ressources">{{ t('seeAll') }}</a></co-empty>}
      } @else if (read.error()) {
        <co-banner tone="needs-you" live [heading]="t('failed')">{{ read.error() | coErrorWords }}<button coButton coAction type="button" (click)="read.reload()">{{ t('retry') }}</button></co-banner>
      } @else {<co-skeleton [lines]="5" />}
    </ng-container>
  `,
  styles: '.network { display: block; max-width: 46rem; margin-bottom: var(--co-space-4); } .source { margin-top: var(--co-space-6); }',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class ImportPage {
  /** `?de=flux`: from a feed, else from a file. */
  readonly de = input<string>();
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly transloco = inject(TranslocoService);
  private readonly table = viewChild(ImportTable);
  protected readonly whole = { paths: 'exact', queryParams: 'exact', matrixParams: 'ignored', fragment: 'ignored' } as const;
  protected readonly read = resource({ loader: () => this.api.call(openDesk, {}) });
  protected readonly networks = computed(() => (this.read.hasValue() ? this.read.value().places.filter(({ access, mayPublish }) => access === 'network' && mayPublish) : []));
  protected readonly networkId = signal('');
  protected readonly network = computed(() => this.networkId() || (this.networks()[0]?.networkId ?? ''));
  protected readonly isSending = computed(() => this.table()?.isSending() ?? false);

  /** For the router: leaving while files are sent asks first. */
  async mayLeave(): Promise<boolean> {
    if (!this.isSending()) return true;
    const said = (key: string): string => this.transloco.translate(`library.${key}`);
    return this.dialogs.confirm({ title: said('depositing.leaveTitle'), text: said('import.leaveText'), confirm: said('depositing.leave'), cancel: said('depositing.stay') });
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.isSending()) event.preventDefault();
  }
}
