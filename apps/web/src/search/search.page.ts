import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { Facet } from '@cohorte/library/contract';
import { addressOf, chosenValues, FacetPanel, questionIn, ResourceWords, toggled } from '@cohorte/library/web';
import { search, type SearchAnswer } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { MarkedText } from '@cohorte/ui/web/marked-text';
import { PageHead } from '@cohorte/ui/web/page-head';
import { RecentSearches } from '@cohorte/ui/web/recent-searches';
import { SearchField } from '@cohorte/ui/web/search-field';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { iconOf, searchDomains, SearchWords } from './search-words';

const perPage = 10;
/** As far as the server turns pages. */
const lastPage = 20;

/** All answers to one question; the question, the tab, what narrows it and the page are in the address. */
@Component({
  selector: 'co-search-page',
  imports: [Button, Empty, FacetPanel, Icon, MarkedText, PageHead, RouterLink, SearchField, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './search.page.html',
  styleUrl: './search.page.css',
})
export class SearchPage {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly recent = inject(RecentSearches);
  private readonly inBrowser = inject(DOCUMENT).defaultView !== null;
  protected readonly words = inject(SearchWords);
  protected readonly iconOf = iconOf;
  private readonly resources = inject(ResourceWords);
  private readonly address = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly q = computed(() => (this.address().get('q') ?? '').trim());
  protected readonly tab = computed(() => searchDomains.find((domain) => domain === this.address().get('onglet')) ?? '');
  protected readonly page = computed(() => Math.min(lastPage, Math.max(1, Math.trunc(Number(this.address().get('page')) || 1))));
  /** What resources are narrowed by, as on their own page. */
  protected readonly question = computed(() => questionIn(this.address()));
  protected readonly taken = computed(() => chosenValues(this.question()).map((one) => ({ ...one, label: this.resources.of(one.facet, one.value) })));
  protected readonly filtersOpen = signal(false);
  protected readonly typed = linkedSignal(() => this.q());
  protected readonly read = resource({
    params: () => (this.inBrowser && this.q() ? { q: this.q(), offset: (this.page() - 1) * perPage, ...(this.tab() && { domain: this.tab() }), ...(this.taken().length > 0 && { facets: JSON.stringify(this.question().chosen) }) } : undefined),
    loader: ({ params }) => this.api.call(search, params),
  });
  /** The last answer stays while the next one comes. */
  protected readonly answer = linkedSignal<SearchAnswer | undefined, SearchAnswer | undefined>({
    source: () => (this.read.hasValue() ? this.read.value() : undefined), computation: (next, before) => next ?? (this.q() ? before?.value : undefined),
  });
  protected readonly tabs = computed(() => {
    const answer = this.answer();
    return answer ? this.words.tabs(answer, this.tab()) : [];
  });
  protected readonly counts = computed(() => (this.answer()?.facets ?? []).map(({ facet, value, entries }) => ({ facet: facet as Facet, value, count: entries })));
  /** Resources only are narrowed; others are told apart by their tabs. */
  protected readonly canNarrow = computed(() => this.taken().length > 0 || this.counts().some(({ facet }) => facet === 'theme'));
  protected readonly hasNext = computed(() => this.answer()?.hasMore === true && this.page() < lastPage);

  protected ask(question: string): void {
    this.recent.keep(question);
    void this.router.navigate([], { queryParams: { q: question.trim() || null, onglet: this.tab() || null, page: null }, queryParamsHandling: 'merge' });
  }

  protected toggle(facet: Facet, value: string): void {
    this.narrow(addressOf(toggled(this.question(), facet, value)));
  }

  protected everything(): void {
    this.narrow(addressOf({ ...this.question(), chosen: {}, page: 1 }));
  }

  protected toTab(tab: string): Record<string, string | null> {
    return { onglet: tab || null, page: null };
  }

  private narrow(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
