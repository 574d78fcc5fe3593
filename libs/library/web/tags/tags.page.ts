import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { changeTags, listTags, tagKey, undoTagChange } from '@cohorte/library/contract';
import type { OutputOf } from '@cohorte/platform/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { SearchField } from '@cohorte/ui/web/search-field';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { newRequestId } from '../new-request-id';
import { ResourceWords } from '../resource-words';
import { type TagChange, TagChangeDialog } from './tag-change.dialog';

type List = OutputOf<typeof listTags>;
type Change = Pick<NonNullable<List['last']>, 'words' | 'into' | 'resources'>;

/** The tags of a network, each with its resources; those who animate rename, merge and remove them, and take the last change back. */
@Component({
  selector: 'co-tags-page',
  imports: [Banner, Button, Checkbox, CountPipe, Empty, ErrorWordsPipe, Icon, PageHead, RouterLink, SearchField, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './tags.page.html',
  styleUrl: './tags.page.css',
})
export class TagsPage {
  readonly networkId = input.required<string>();
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly words = inject(ResourceWords);
  protected readonly read = resource({ params: () => this.networkId(), loader: ({ params }) => this.api.call(listTags, { networkId: params }) });
  /** The last list stays while the next one comes. */
  protected readonly list = linkedSignal<List | undefined, List | undefined>({ source: () => (this.read.hasValue() ? this.read.value() : undefined), computation: (next, before) => next ?? before?.value });
  protected readonly sought = signal('');
  protected readonly shown = computed(() => (this.list()?.tags ?? []).filter(({ tag }) => tagKey(tag).includes(tagKey(this.sought()))));
  protected readonly picked = signal<readonly string[]>([]);
  /** Those still there, the most used first. */
  protected readonly chosen = computed(() => (this.list()?.tags ?? []).filter(({ tag }) => this.picked().includes(tag)).toSorted((a, b) => b.resources - a.resources).map(({ tag }) => tag));
  protected readonly busy = signal(false);

  protected pick(tag: string): void {
    this.picked.update((now) => (now.includes(tag) ? now.filter((one) => one !== tag) : [...now, tag]));
  }

  protected merge(): Promise<void> {
    return this.turn(this.chosen());
  }

  protected rename(tag: string): Promise<void> {
    return this.turn([tag]);
  }

  protected async remove(tag: string): Promise<void> {
    const resources = await this.weigh([tag]);
    if (resources === null) return;
    const sure = await this.dialogs.confirm({ title: this.say('removeTitle', { tag }), text: this.counted('removeText', resources), confirm: this.say('remove') });
    if (sure) await this.carryOut([tag], null);
  }

  protected async undo(changeId: string): Promise<void> {
    if (await this.attempt(() => this.api.call(undoTagChange, { networkId: this.networkId(), changeId }))) this.toasts.show(this.say('undone'));
  }

  /** «« rse », « RSO » sont devenues « Achats responsables » : 12 ressources corrigées». */
  protected changeWords({ words, into, resources }: Change): string {
    // One that only changed its capitals is named all the same.
    const others = words.filter((word) => into === null || tagKey(word) !== tagKey(into));
    const named = others.length ? others : words;
    const said = named.map((word) => this.say('quoted', { word })).join(', ');
    const key = into === null ? 'wereRemoved' : 'became';
    return `${this.say(`${key}.${named.length > 1 ? 'other' : 'one'}`, { words: said, into: into ?? '' })} ${this.counted('corrected', resources)}`;
  }

  /** Words become one, which the person says. */
  private async turn(words: readonly string[]): Promise<void> {
    const resources = await this.weigh(words);
    if (resources === null) return;
    const asked: TagChange = { words, into: words[0] ?? '', resources, known: (this.list()?.tags ?? []).map(({ tag }) => tag) };
    const into = await firstValueFrom(this.dialogs.open<string>(TagChangeDialog, asked).closed, { defaultValue: undefined });
    if (into) await this.carryOut(words, into);
  }

  private async carryOut(words: readonly string[], into: string | null): Promise<void> {
    const requestId = newRequestId();
    let resources = 0;
    const done = await this.attempt(async () => ({ resources } = await this.api.call(changeTags, { networkId: this.networkId(), requestId, words: [...words], into, dryRun: false })));
    if (!done) return;
    this.picked.set([]);
    this.toasts.show(this.changeWords({ words: [...words], into, resources }), { undo: () => this.undo(requestId) });
  }

  /** How many resources a change would touch; null when it cannot be. */
  private async weigh(words: readonly string[]): Promise<number | null> {
    try {
      return (await this.api.call(changeTags, { networkId: this.networkId(), requestId: newRequestId(), words: [...words], into: null, dryRun: true })).resources;
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      this.read.reload();
      return null;
    }
  }

  private async attempt(run: () => Promise<unknown>): Promise<boolean> {
    this.busy.set(true);
    try {
      await run();
      return true;
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      return false;
    } finally {
      this.busy.set(false);
      this.read.reload();
    }
  }

  private counted(key: string, count: number): string {
    return this.say(`${key}.${count === 1 ? 'one' : 'other'}`, { count });
  }

  private say(key: string, values: Record<string, string | number> = {}): string {
    return this.transloco.translate(`library.tags.${key}`, values);
  }
}
