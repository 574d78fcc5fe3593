import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, resource } from '@angular/core';
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
import { ResourceFollow } from './follows/resource-follow';
import { readResource } from './library-reader';
import { ResourceActs } from './resource-acts';
import { ResourceComments } from './resource-comments';
import { ResourceFacts } from './resource-facts';
import { ResourceDocument } from './resource-file';
import { ResourceList } from './resource-list';
import { ResourceText } from './resource-text';
import { kindIcon, ResourceWords } from './resource-words';
import { UpkeepButtons } from './upkeep/upkeep-buttons';
import { UpkeepNotice } from './upkeep/upkeep-notice';

/** A resource, read like a library card: what, for whom, at which step; the same page for members and visitors. */
@Component({
  selector: 'co-resource-page',
  imports: [Banner, Breadcrumb, Button, Chip, Empty, Icon, PageHead, ResourceActs, ResourceComments, ResourceDocument, ResourceFacts, ResourceFollow, ResourceList, ResourceText, RouterLink, Skeleton, TranslocoDirective, UpkeepButtons, UpkeepNotice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      @if (shown(); as it) {
        <co-breadcrumb [crumbs]="[{ label: t('title'), link: '/ressources' }, { label: it.title }]" />
        <co-page-head [heading]="it.title" [subtitle]="words.line(it)">
          <ng-container coState>
            <co-chip tone="green" [icon]="icon(it.kind)">{{ words.of('kind', it.kind) }}</co-chip>
            @if (it.state !== 'published') {<co-chip [tone]="it.state === 'submitted' ? 'amber' : 'plain'">{{ t('states.' + it.state) }}</co-chip>}
            @if (it.access !== 'public') {<co-chip icon="lock">{{ t('accessLong.' + it.access) }}</co-chip>}
          </ng-container>
          <button coButton coMore class="co-no-print" type="button" (click)="print()"><co-icon name="printer" />{{ t('print') }}</button>
        </co-page-head>
        @if (it.state === 'retired') {<co-banner tone="warn" [heading]="t('retiredTitle')">{{ it.retiredNote }}</co-banner>}
        @if (it.edition !== it.latestEdition && it.latestEdition) {
          <co-banner tone="info" [heading]="t('olderTitle', { number: it.edition })"><a [routerLink]="['/ressources', it.slug]">{{ t('toLatest') }}</a></co-banner>
        }
        @if (it.upkeep.reasons.length) {@defer {<co-upkeep-notice [upkeep]="it.upkeep" [slug]="it.slug" />}}
        @if (it.returnedNote) {<co-banner tone="needs-you" [heading]="t('returnedTitle')">{{ it.returnedNote }}</co-banner>}
        @if (it.upkeep.reasons.length && it.upkeep.mayConfirm) {@defer {<co-upkeep-buttons class="keep" [resource]="it" (changed)="read.reload()" />}}
        @if (acts()) {@defer {<co-resource-acts [resource]="it" (changed)="read.reload()" />}}
        @if (isMember && it.state === 'published') {@defer {<co-resource-follow class="follow co-no-print" [resource]="it" [(follows)]="follows" />} @placeholder {<div class="follow room"></div>}}
        <div class="board">
          <div class="main">
            @if (it.file || it.coming) {<co-resource-file [resource]="it" />}
            <co-resource-text [resource]="it" />
            @if (isMember && it.edition && it.edition === it.latestEdition) {@defer {<co-resource-comments class="co-no-print" [resource]="it" [follows]="follows()" (followed)="follows.set(true)" />}}
          </div>
          <co-resource-facts [resource]="it" />
        </div>
        @if (it.related.length) {
          <section class="related co-no-print" aria-labelledby="co-related"><h2 id="co-related">{{ t('related') }}</h2><co-resource-list compact [resources]="it.related" /></section>
        }
      } @else if (read.error() || read.value() === null) {
        <co-empty [heading]="t(read.error() ? 'failed' : 'unknown')" [text]="read.error() ? '' : t('unknownText')">
          @if (read.error()) {<button coButton type="button" variant="primary" (click)="read.reload()">{{ t('retry') }}</button>}
          @else {
            @if (!isMember) {<a coButton variant="primary" routerLink="/connexion" [queryParams]="{ next: '/ressources/' + ref() }">{{ t('signIn') }}</a>}
            <a coButton routerLink="/ressources">{{ t('seeAll') }}</a>
          }
        </co-empty>
      } @else {<co-skeleton [lines]="8" />}
    </ng-container>
  `,
  styles: `
    /* What is below stays below the screen while the page comes. */
    :host { display: block; min-height: 100dvh; }
    co-banner { margin-bottom: var(--co-space-4); }
    .keep { display: block; margin-bottom: var(--co-space-5); }
    .follow { margin-bottom: var(--co-space-5); }
    .room { min-height: var(--co-control-small); }
    .board { display: grid; grid-template-columns: minmax(0, 1fr) minmax(260px, 340px); gap: var(--co-space-8); align-items: start; }
    .main { min-width: 0; }
    .related { margin-top: var(--co-space-10); }
    .related h2 { margin-bottom: var(--co-space-3); font-size: var(--co-text-l); }
    @media (max-width: 860px) { .board { grid-template-columns: minmax(0, 1fr); gap: var(--co-space-6); } }
    @media print { :host { min-height: 0; } .board { display: block; } }
  `,
})
export class ResourceReadingPage {
  readonly ref = input.required<string>();
  /** `?version=`: an older version; the address without it is always the latest. */
  readonly version = input<string>();
  private readonly document = inject(DOCUMENT);
  protected readonly isMember = inject(ActivatedRoute).snapshot.data['member'] === true;
  protected readonly words = inject(ResourceWords);
  protected readonly icon = kindIcon;
  protected readonly read = resource({ params: () => ({ ref: this.ref(), version: this.version() }), loader: ({ params }) => readResource(params.ref, params.version) });
  protected readonly shown = computed(() => (this.read.hasValue() ? this.read.value() : null));
  /** Whether its reader is told of its new versions, once that is known. */
  protected readonly follows = linkedSignal({ source: () => this.shown()?.id, computation: () => false });
  protected readonly acts = computed(() => Object.values(this.shown()?.may ?? {}).some(Boolean));

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
