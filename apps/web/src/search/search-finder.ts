import { inject, Injectable } from '@angular/core';
import { search, type SearchHit } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';
import type { Command, Finding } from '@cohorte/ui/web/command-palette.service';
import { iconOf, SearchWords } from './search-words';

/** The first answers, in the box; the others on the page of results. */
const shown = 8;

/** What Ctrl+K finds among contents: resources, meetings, structures, documents. */
@Injectable({ providedIn: 'root' })
export class SearchFinder {
  private readonly api = inject(ApiClient);
  private readonly words = inject(SearchWords);

  readonly find = async (query: string, tab: string): Promise<Finding> => {
    const answer = await this.api.call(search, { q: query, ...(tab ? { domain: tab } : {}) });
    const address = `/recherche?${new URLSearchParams({ q: query, ...(tab ? { onglet: tab } : {}) }).toString()}`;
    return {
      tabs: answer.domains.length > 0 ? this.words.tabs(answer, tab) : [],
      commands: answer.hits.slice(0, shown).map((hit) => this.command(hit, query)),
      note: this.words.step(answer.step),
      all: answer.total > shown ? { id: 'all-results', label: this.words.say('seeAll', { q: query }), hint: this.words.count(answer), icon: 'search', link: address } : null,
    };
  };

  private command(hit: SearchHit, asked: string): Command {
    const { path, query } = this.words.addressOf(hit, asked);
    const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
    return { id: `found-${hit.id}`, label: hit.title, labelMarks: hit.titleMarks, hint: this.words.kind(hit), extract: hit.extract, icon: iconOf(hit.domain), link: parameters ? `${path}?${parameters}` : path };
  }
}
