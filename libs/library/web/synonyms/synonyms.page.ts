import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { addSynonyms, changeSynonyms, listSynonyms, removeSynonyms, startSynonyms } from '@cohorte/library/contract';
import { type OutputOf, plain, search } from '@cohorte/platform/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { SearchField } from '@cohorte/ui/web/search-field';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { newRequestId } from '../new-request-id';
import { SynonymLine } from './synonym-line';

type List = OutputOf<typeof listSynonyms>;
type Group = List['groups'][number];

/** Words that mean the same in the search, kept by the animation of a network; what a change finds is said at once. */
@Component({
  selector: 'co-synonyms-page',
  imports: [Banner, Button, CountPipe, Empty, ErrorWordsPipe, Icon, PageHead, RouterLink, SearchField, Skeleton, SynonymLine, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './synonyms.page.html',
  styles: `
    :host { display: block; max-width: 860px; }
    .effect { min-height: 1.5em; margin: var(--co-space-3) 0 var(--co-space-5); }
    .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--co-space-3); }
    .head co-search-field { flex: 0 1 18rem; }
    h2 { font-size: var(--co-text-m); }
    ul { list-style: none; margin: var(--co-space-3) 0 0; padding: 0; }
    li { padding: var(--co-space-3) 0; border-top: 1px solid var(--co-hairline); }
    li:not(:has(form)) { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--co-space-2) var(--co-space-4); }
    .words { flex: 1 1 16rem; min-width: 0; overflow-wrap: anywhere; }
    .words a { color: var(--co-ink); }
    .words span { color: var(--co-soft); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-1); }
  `,
})
export class SynonymsPage {
  readonly networkId = input.required<string>();
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly newLine = viewChild(SynonymLine);
  protected readonly read = resource({ params: () => this.networkId(), loader: ({ params }) => this.api.call(listSynonyms, { networkId: params }) });
  /** The last list stays while the next one comes. */
  protected readonly list = linkedSignal<List | undefined, List | undefined>({ source: () => (this.read.hasValue() ? this.read.value() : undefined), computation: (next, before) => next ?? before?.value });
  protected readonly sought = signal('');
  protected readonly shown = computed(() => (this.list()?.groups ?? []).filter(({ members }) => members.some((word) => plain(word).includes(plain(this.sought().trim())))));
  protected readonly editing = signal('');
  protected readonly busy = signal('');
  private readonly failed = signal({ where: '', said: '' });
  /** What the first word of the last change finds now. */
  protected readonly effect = signal<{ word: string; entries: number; isMore: boolean } | null>(null);

  protected failure(where: string): string {
    return this.failed().where === where ? this.failed().said : '';
  }

  protected async add(members: string[]): Promise<void> {
    const done = await this.act('new', members[0], () => this.api.call(addSynonyms, { networkId: this.networkId(), requestId: newRequestId(), members }));
    if (done) this.newLine()?.begin();
  }

  protected async change({ id, version }: Group, members: string[]): Promise<void> {
    const done = await this.act(id, members[0], () => this.api.call(changeSynonyms, { networkId: this.networkId(), groupId: id, version, members }));
    if (done) this.editing.set('');
  }

  protected async start(): Promise<void> {
    await this.act('start', undefined, () => this.api.call(startSynonyms, { networkId: this.networkId() }));
  }

  protected async remove({ id, members }: Group): Promise<void> {
    const done = await this.act(id, members[0], () => this.api.call(removeSynonyms, { networkId: this.networkId(), groupId: id }));
    if (done) this.toasts.show(this.transloco.translate('library.synonyms.removed', { word: members[0] }), { undo: () => this.add(members) });
    else this.toasts.show(this.failed().said, { tone: 'problem' });
  }

  /** One change, the list as it is after it, and what it finds. */
  private async act(where: string, word: string | undefined, change: () => Promise<unknown>): Promise<boolean> {
    this.busy.set(where);
    this.failed.set({ where: '', said: '' });
    try {
      await change();
      this.read.reload();
      await this.look(word);
      return true;
    } catch (error) {
      this.failed.set({ where, said: this.errors.of(error) });
      return false;
    } finally {
      this.busy.set('');
    }
  }

  private async look(word: string | undefined): Promise<void> {
    const answer = word ? await this.api.call(search, { q: `${word} ` }).catch(() => null) : null;
    this.effect.set(answer && word ? { word, entries: answer.step.kind === 'as-asked' ? answer.total : 0, isMore: answer.isMore } : null);
  }
}
