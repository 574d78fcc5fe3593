import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FeedEntryCard, type FeedFields, formsByKind, importFeed, licenceTerms, readFeed, resourceKinds, themeTerms } from '@cohorte/library/contract';
import type { OutputOf } from '@cohorte/platform/contract';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Chip } from '@cohorte/ui/web/chip';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { DatePipe } from '@cohorte/ui/web/date.pipe';
import { Empty } from '@cohorte/ui/web/empty';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';
import { FeedOutcome, type TakenEntry } from './feed-outcome';
import { ResourceWords } from './resource-words';
import { TermChoice } from './term-choice';

/** An RSS or Atom feed read at its site: what is new is chosen, described once, and taken in. */
@Component({
  selector: 'co-import-feed',
  imports: [Banner, Button, Checkbox, Chip, CountPipe, DatePipe, Empty, ErrorWordsPipe, FeedOutcome, Field, Icon, RouterLink, TermChoice, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-feed.html',
  styleUrl: './import-feed.css',
})
export class ImportFeed {
  readonly networkId = input.required<string>();
  private readonly api = inject(ApiClient);
  protected readonly words = inject(ResourceWords);
  protected readonly licences = licenceTerms;
  protected readonly themes = themeTerms;
  protected readonly kinds = resourceKinds.filter((kind) => kind !== 'clause').map((kind) => ({ kind, forms: formsByKind[kind] }));
  protected readonly access = ['network', 'public'] as const;
  protected readonly address = signal('');
  protected readonly feed = signal<OutputOf<typeof readFeed> | null>(null);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly fields = signal<FeedFields>({ form: 'guide', licence: 'notice', language: 'fr', themes: [], access: 'network' });
  protected readonly busy = signal<'read' | 'publish' | 'keep' | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly missing = signal<'needAddress' | 'needOne' | null>(null);
  protected readonly taken = signal<readonly TakenEntry[] | null>(null);
  protected readonly fresh = computed(() => this.feed()?.entries.filter(({ isKnown }) => !isKnown) ?? []);
  protected readonly mayPublish = computed(() => this.fields().licence !== 'to-check');

  protected read(event: Event): void {
    event.preventDefault();
    const address = this.address().trim();
    const isWhole = /^https?:\/\/[^\s/]+\.[^\s]+/i.test(address);
    this.missing.set(isWhole ? null : 'needAddress');
    if (isWhole) void this.during('read', () => this.look(address));
  }

  protected choose({ key }: FeedEntryCard, isChosen: boolean): void {
    this.chosen.update((now) => new Set(isChosen ? [...now, key] : [...now].filter((one) => one !== key)));
  }

  protected chooseAll(isChosen: boolean): void {
    this.chosen.set(new Set(isChosen ? this.fresh().map(({ key }) => key) : []));
  }

  protected write(change: Partial<FeedFields>): void {
    this.fields.update((fields) => ({ ...fields, ...change }));
  }

  protected take(then: 'publish' | 'keep'): void {
    this.missing.set(this.chosen().size ? null : 'needOne');
    if (!this.chosen().size) return;
    void this.during(then, async () => {
      const titles = new Map(this.feed()?.entries.map(({ key, title }) => [key, title]));
      const keys = [...titles.keys()].filter((key) => this.chosen().has(key));
      const { entries } = await this.api.call(importFeed, { networkId: this.networkId(), address: this.address().trim(), keys, then, fields: this.fields() });
      this.taken.set(entries.map((entry) => ({ ...entry, title: titles.get(entry.key) ?? '' })));
    });
  }

  private async look(address: string): Promise<void> {
    this.feed.set(null);
    this.taken.set(null);
    this.feed.set(await this.api.call(readFeed, { networkId: this.networkId(), address }));
    this.chooseAll(true);
  }

  private async during(what: 'read' | 'publish' | 'keep', work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(what);
    this.failure.set(null);
    try {
      await work();
    } catch (failure) {
      this.failure.set(failure);
    } finally {
      this.busy.set(null);
    }
  }
}
