import { inject, Injectable } from '@angular/core';
import type { SearchAnswer, SearchHit, SearchStepTold } from '@cohorte/platform/contract';
import type { IconName } from '@cohorte/ui/web/icons';
import { TranslocoService } from '@jsverse/transloco';

/** The tabs, in their order; what domains publish under other names is found among all. */
export const searchDomains = ['library', 'meetings', 'networks', 'drafts'] as const;
const icons: Record<string, IconName> = { library: 'book-open', meetings: 'calendar-days', networks: 'building-2', drafts: 'file-text' };

export const iconOf = (domain: string): IconName => icons[domain] ?? 'arrow-right';

/** What the search says of its answers, in the language of the page. */
@Injectable({ providedIn: 'root' })
export class SearchWords {
  private readonly transloco = inject(TranslocoService);

  say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate(`search.${key}`, values);
  }

  /** Tabs that hold something, and the chosen one. */
  tabs({ domains, isMore }: SearchAnswer, chosen: string): { id: string; label: string; count: number; isMore: boolean }[] {
    const counted = (id: string): number => domains.find(({ domain }) => domain === id)?.entries ?? 0;
    return searchDomains.filter((id) => counted(id) > 0 || id === chosen).map((id) => ({ id, label: this.say(`domains.${id}`), count: counted(id), isMore: isMore && counted(id) > 0 }));
  }

  /** How the question was understood, when not as it was asked. */
  step(step: SearchStepTold): string {
    if (step.kind === 'corrected') return this.say('corrected', { words: step.words.map((word) => this.say('nearest', word)).join(', ') });
    return step.kind === 'without' ? this.say('without', { words: step.words.map((word) => this.say('quoted', { word })).join(', ') }) : '';
  }

  count({ total, isMore }: SearchAnswer): string {
    if (isMore) return this.say('count.more', { total });
    return total === 0 ? this.say('count.none') : total === 1 ? this.say('count.one') : this.say('count.some', { total });
  }

  /** Where it is read: at the page of its text that says why, when there is one. */
  addressOf({ domain, path, extract }: SearchHit, q: string): { path: string; query: Record<string, string | number> } {
    return domain === 'library' && extract?.page ? { path: `${path}/lecture`, query: { page: extract.page, q } } : { path, query: {} };
  }

  /** What it is, and the page of the text when it has pages one can open. */
  kind({ domain, kind, extract }: SearchHit): string {
    const page = domain === 'library' && extract?.page ? this.say(kind === 'replay' ? 'part' : 'page', { page: extract.page }) : '';
    return [(searchDomains as readonly string[]).includes(domain) ? this.say(`one.${domain}`) : '', page].filter(Boolean).join(' · ');
  }
}
