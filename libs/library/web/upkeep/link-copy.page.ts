import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, resource } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Banner } from '@cohorte/ui/web/banner';
import { Breadcrumb } from '@cohorte/ui/web/breadcrumb';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { Hidden } from '@cohorte/ui/web/hidden';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { licenceAddresses } from '../../contract/taxonomies';
import { readCopy } from '../library-reader';
import { ResourceWords } from '../resource-words';

/** The text of a page whose link is dead, as it was last read, with its source and its licence; for visitors too. */
@Component({
  selector: 'co-link-copy-page',
  imports: [Banner, Breadcrumb, Button, Empty, Hidden, Icon, PageHead, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      @if (shown(); as copy) {
        <co-breadcrumb [crumbs]="[{ label: t('title'), link: '/ressources' }, { label: copy.resourceTitle, link: '/ressources/' + copy.slug }, { label: t('copy.short') }]" />
        <co-page-head [heading]="copy.title || copy.resourceTitle" [subtitle]="copy.publisher">
          <button coButton coMore class="co-no-print" type="button" (click)="print()"><co-icon name="printer" />{{ t('print') }}</button>
        </co-page-head>
        <co-banner tone="info" [heading]="t('copy.title', { day: words.day(copy.takenAt) })">
          <p>{{ t('copy.text') }}</p>
          <p>{{ t('copy.source') }} <span class="address">{{ copy.source }}</span></p>
          <p>{{ t('copy.licence') }} <a [href]="licenceAddress()" rel="license noopener">{{ words.of('licence', copy.licence) }}</a></p>
        </co-banner>
        <article [attr.lang]="copy.language">
          @for (block of copy.blocks; track $index) {
            @switch (block.kind) {
              @case ('heading') {
                @switch (block.level) {
                  @case (2) {<h2>{{ block.text }}</h2>}
                  @case (3) {<h3>{{ block.text }}</h3>}
                  @default {<h4>{{ block.text }}</h4>}
                }
              }
              @case ('list') {<ul>@for (item of block.items; track $index) {<li>{{ item }}</li>}</ul>}
              @default {<p>{{ block.text }}</p>}
            }
          }
        </article>
      } @else if (read.error() || read.value() === null) {
        <h1 coHidden>{{ t('copy.short') }}</h1>
        <co-empty [heading]="t(read.error() ? 'failed' : 'copy.none')" [text]="read.error() ? '' : t('copy.noneText')">
          @if (read.error()) {<button coButton type="button" variant="primary" (click)="read.reload()">{{ t('retry') }}</button>}
          @else {<a coButton variant="primary" [routerLink]="['/ressources', ref()]">{{ t('copy.back') }}</a>}
        </co-empty>
      } @else {<co-skeleton [lines]="8" />}
    </ng-container>
  `,
  styles: `
    :host { display: block; min-height: 100dvh; }
    co-banner { margin-bottom: var(--co-space-6); }
    .address { overflow-wrap: anywhere; }
    article { display: grid; gap: var(--co-space-4); max-width: 46rem; overflow-wrap: anywhere; font-size: var(--co-text-m); }
    h2 { margin-top: var(--co-space-4); font-size: var(--co-text-l); }
    h3, h4 { margin-top: var(--co-space-2); font-size: var(--co-text-m); }
    ul { padding-left: 1.3em; }
    li + li { margin-top: var(--co-space-1); }
    @media print { :host { min-height: 0; } }
  `,
})
export class LinkCopyPage {
  readonly ref = input.required<string>();
  private readonly document = inject(DOCUMENT);
  protected readonly words = inject(ResourceWords);
  protected readonly read = resource({ params: () => this.ref(), loader: ({ params }) => readCopy(params) });
  protected readonly shown = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly licenceAddress = computed(() => licenceAddresses[this.shown()?.licence ?? ''] ?? null);

  constructor() {
    const [title, meta] = [inject(Title), inject(Meta)];
    // Search engines would take it for the page itself.
    meta.updateTag({ name: 'robots', content: 'noindex, nofollow' });
    inject(DestroyRef).onDestroy(() => meta.removeTag('name="robots"'));
    effect(() => {
      const name = this.shown()?.title || this.shown()?.resourceTitle;
      if (name) title.setTitle(`${name} · Cohorte`);
    });
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
