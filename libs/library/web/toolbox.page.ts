import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Banner } from '@cohorte/ui/web/banner';
import { Breadcrumb } from '@cohorte/ui/web/breadcrumb';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { readToolbox } from './library-reader';
import { ResourceWords } from './resource-words';
import { ToolboxItems } from './toolbox-items';
import { ToolboxNominations } from './toolbox-nominations';
import { ToolboxRunning } from './toolbox-running';

/** A toolbox: why it was made, what is in it and why; for those who take part, what is nominated; for animators, the running of it. */
@Component({
  selector: 'co-toolbox-page',
  imports: [Banner, Breadcrumb, Button, Chip, Empty, Icon, PageHead, RouterLink, Skeleton, ToolboxItems, ToolboxNominations, ToolboxRunning, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      @if (shown(); as it) {
        <co-breadcrumb [crumbs]="[{ label: t('toolbox.all'), link: '/boites-a-outils' }, { label: it.title }]" />
        <co-page-head [heading]="it.title" [subtitle]="it.spaceName === it.networkName ? it.spaceName : it.spaceName + ' · ' + it.networkName">
          <ng-container coState>
            @if (it.state === 'draft') {<co-chip tone="amber">{{ t('toolbox.draft') }}</co-chip>} @else if (it.publishedAt; as at) {<co-chip tone="green" icon="check">{{ t('toolbox.publishedOn', { day: words.day(at) }) }}</co-chip>}
            @if (it.access !== 'public') {<co-chip icon="lock">{{ t('accessLong.' + it.access) }}</co-chip>}
          </ng-container>
          <a coButton coMore class="co-no-print" download [href]="'/api/boites-a-outils/' + it.slug + '/archive.zip' + (it.snapshot ? '?instantane=' + it.snapshot.id : '')"><co-icon name="download" />{{ t('toolbox.download') }}</a>
          <button coButton coMore class="co-no-print" type="button" (click)="print()"><co-icon name="printer" />{{ t('print') }}</button>
        </co-page-head>
        @if (it.snapshot; as kept) {<co-banner tone="info" [heading]="t('toolbox.asKept', { title: kept.title, day: words.day(kept.madeAt) })"><a [routerLink]="['/boites-a-outils', it.slug]">{{ t('toolbox.toCurrent') }}</a></co-banner>}
        @if (it.introduction) {<p class="introduction">{{ it.introduction }}</p>}
        @if (it.may.run) {@defer {<co-toolbox-running class="co-no-print" [toolbox]="it" (changed)="read.reload()" />}}
        <section aria-labelledby="co-selection">
          <h2 id="co-selection">{{ t('toolbox.selection') }}</h2>
          @if (it.items.length) {<co-toolbox-items [items]="it.items" />} @else {<co-empty [heading]="t('toolbox.nothing')" [text]="t('toolbox.nothingText')" />}
        </section>
        @if (it.may.nominate) {@defer {<co-toolbox-nominations class="co-no-print" [toolbox]="it" (changed)="read.reload()" />}}
        @if (it.snapshots.length) {
          <section class="kept co-no-print" aria-labelledby="co-kept">
            <h2 id="co-kept">{{ t('toolbox.kept') }}</h2>
            <ul>@for (one of it.snapshots; track one.id) {<li><a [routerLink]="['/boites-a-outils', it.slug]" [queryParams]="{ instantane: one.id }">{{ one.title }}</a>, {{ words.day(one.madeAt) }}</li>}</ul>
          </section>
        }
      } @else if (read.error() || read.value() === null) {
        <co-empty [heading]="t(read.error() ? 'failed' : 'toolbox.unknown')" [text]="read.error() ? '' : t('toolbox.unknownText')">
          @if (read.error()) {<button coButton type="button" variant="primary" (click)="read.reload()">{{ t('retry') }}</button>}
          @else {
            @if (!isMember) {<a coButton variant="primary" routerLink="/connexion" [queryParams]="{ next: '/boites-a-outils/' + ref() }">{{ t('signIn') }}</a>}
            <a coButton routerLink="/boites-a-outils">{{ t('toolbox.seeAll') }}</a>
          }
        </co-empty>
      } @else {<co-skeleton [lines]="8" />}
    </ng-container>
  `,
  styles: `
    :host { display: block; }
    .introduction { max-width: 46rem; margin-bottom: var(--co-space-6); font-size: var(--co-text-m); white-space: pre-line; text-wrap: pretty; overflow-wrap: anywhere; }
    co-banner { margin-bottom: var(--co-space-4); }
    h2 { margin-bottom: var(--co-space-3); font-size: var(--co-text-l); }
    section, co-toolbox-nominations { display: block; margin-top: var(--co-space-8); }
    .kept ul { padding-left: 1.3em; }
  `,
})
export class ToolboxReadingPage {
  readonly ref = input.required<string>();
  /** `?instantane=`: the selection as it was kept one day. */
  readonly instantane = input<string>();
  private readonly document = inject(DOCUMENT);
  protected readonly isMember = inject(ActivatedRoute).snapshot.data['member'] === true;
  protected readonly words = inject(ResourceWords);
  protected readonly read = resource({ params: () => ({ ref: this.ref(), snapshot: this.instantane() }), loader: ({ params }) => readToolbox(params.ref, params.snapshot) });
  protected readonly shown = computed(() => (this.read.hasValue() ? this.read.value() : null));

  constructor() {
    const title = inject(Title);
    effect(() => {
      const name = this.shown()?.title;
      if (name) title.setTitle(`${name} · Cohorte`);
    });
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
