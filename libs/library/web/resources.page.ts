import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { SearchField } from '@cohorte/ui/web/search-field';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { cardsPerPage, type Facet } from '../contract/facets';
import { FacetPanel } from './facet-panel';
import { type FoundResources, readResources } from './library-reader';
import { LibraryTabs } from './library-tabs';
import { addressOf, chosenValues, inputOf, questionIn, type ResourceQuestion, toggled } from './resource-address';
import { ResourceList } from './resource-list';
import { ResourceWords } from './resource-words';

/** After the last letter, before asking. */
const typingMs = 250;

/** Resources to find: a box, facets with counts, results; all of it in the address. The same page for members and visitors. */
@Component({
  selector: 'co-resources-page',
  imports: [Button, CountPipe, Empty, FacetPanel, Icon, LibraryTabs, PageHead, ResourceList, RouterLink, SearchField, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './resources.page.html',
  styleUrl: './resources.page.css',
})
export class ResourcesPage {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly inBrowser = inject(DOCUMENT).defaultView !== null;
  protected readonly isMember = this.route.snapshot.data['member'] === true;
  protected readonly words = inject(ResourceWords);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly question = computed(() => questionIn(this.address()));
  /** What stands in the box, which may be ahead of the address by a few letters. */
  protected readonly typed = linkedSignal(() => this.question().text);
  protected readonly filtersOpen = signal(false);
  protected readonly read = resource({ params: () => (this.inBrowser ? inputOf(this.question()) : undefined), loader: ({ params }) => readResources(params) });
  /** The last answer stays while the next one comes. */
  protected readonly found = linkedSignal<FoundResources | undefined, FoundResources | undefined>({
    source: () => (this.read.hasValue() ? this.read.value() : undefined), computation: (next, before) => next ?? before?.value,
  });
  protected readonly taken = computed(() => chosenValues(this.question()).map((one) => ({ ...one, label: this.words.of(one.facet, one.value) })));
  protected readonly pages = computed(() => Math.max(1, Math.ceil((this.found()?.total ?? 0) / cardsPerPage)));
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected type(text: string): void {
    this.typed.set(text);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search(), typingMs);
  }

  protected search(): void {
    clearTimeout(this.typing);
    if (this.typed().trim() !== this.question().text.trim()) this.go({ ...this.question(), text: this.typed(), page: 1 }, true);
  }

  protected toggle(facet: Facet, value: string): void {
    this.go(toggled(this.question(), facet, value));
  }

  protected everything(): void {
    this.go({ ...this.question(), text: '', chosen: {}, page: 1 });
  }

  protected order(order: string): void {
    this.go({ ...this.question(), order: order === 'title' ? 'title' : 'recent', page: 1 });
  }

  protected compact(compact: boolean): void {
    this.go({ ...this.question(), compact });
  }

  protected pageAddress(page: number): Record<string, string | null> {
    return addressOf({ ...this.question(), page });
  }

  private go(question: ResourceQuestion, replaceUrl = false): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: addressOf(question), queryParamsHandling: 'merge', replaceUrl });
  }
}
