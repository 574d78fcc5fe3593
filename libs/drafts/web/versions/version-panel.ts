import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { dayWords } from '@cohorte/ui/web/date-words';
import { Icon } from '@cohorte/ui/web/icon';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Switch } from '@cohorte/ui/web/switch';
import { TabPanel, Tabs } from '@cohorte/ui/web/tabs';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe } from '@jsverse/transloco';
import { DraftStore } from '../draft.store';
import { VersionActs } from './version-acts';
import { VersionContributions } from './version-contributions';
import { versionDays } from './version-days';
import type { VersionDay } from './version-days';
import { VersionLine } from './version-line';
import { VersionSheet } from './version-sheet';
import { VersionWords } from './version-words';
import { VersionStore } from './version.store';

/** The list follows the typing at this distance, in milliseconds. */
const followsAfter = 5_000;

/** A draft's past beside its text: the versions day by day, who wrote, what each person gave. */
@Component({
  selector: 'co-version-panel',
  imports: [Banner, Button, ErrorWordsPipe, Icon, Skeleton, Switch, TabPanel, Tabs, TranslocoPipe, VersionContributions, VersionLine],
  providers: [VersionStore, VersionActs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './version-panel.html',
  styleUrl: './version-panel.css',
})
export class VersionPanel {
  protected readonly store = inject(VersionStore);
  protected readonly acts = inject(VersionActs);
  private readonly draft = inject(DraftStore);
  private readonly words = inject(VersionWords);
  private readonly ui = inject(UiWords);
  private timer: ReturnType<typeof setTimeout> | null = null;

  protected readonly tab = signal('timeline');
  protected readonly days = computed(() => versionDays(this.store.versions() ?? [], new Date().toISOString()));
  protected readonly latest = computed(() => this.store.versions()?.[0]?.seq ?? null);
  /** Of each version, the one before it in the list. */
  protected readonly before = computed(() => {
    const versions = this.store.versions() ?? [];
    return new Map(versions.map(({ seq }, index) => [seq, versions[index + 1]?.seq ?? null]));
  });
  protected readonly isEmpty = computed(() => this.store.versions()?.every(({ seq }) => seq === 1) === true);
  protected readonly showsAuthors = computed(() => {
    const view = this.store.view();
    return view?.kind === 'read' && view.authors;
  });

  constructor() {
    void this.store.reload();
    effect((onCleanup) => {
      const doc = this.draft.session()?.replica.doc();
      const follow = (): void => this.follow();
      doc?.on('update', follow);
      onCleanup(() => doc?.off('update', follow));
    });
    effect(() => {
      const isOpen = this.store.view() !== null;
      untracked(() => this.draft.over.set(isOpen ? { component: VersionSheet, inputs: { store: this.store, acts: this.acts } } : null));
    });
    inject(DestroyRef).onDestroy(() => {
      if (this.timer) clearTimeout(this.timer);
      this.draft.over.set(null);
    });
  }

  protected dayOf({ when, at }: VersionDay): string {
    if (when === 'today' || when === 'yesterday') return this.words.word(when);
    return dayWords(at, this.ui.language(), when === 'this-year' ? 'weekday' : 'long');
  }

  protected showAuthors(authors: boolean): void {
    const view = this.store.view();
    const seq = view?.kind === 'read' ? view.seq : null;
    this.store.show(authors || seq !== null ? { kind: 'read', seq, authors } : null);
  }

  private follow(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.store.reload();
    }, followsAfter);
  }
}
