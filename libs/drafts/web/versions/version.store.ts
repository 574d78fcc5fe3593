import { computed, inject, Injectable, resource, signal } from '@angular/core';
import { ApiClient } from '@cohorte/platform/web';
import type { DraftContribution, DraftVersion, VersionComparison, VersionText } from '../../contract/versions/draft-version';
import { compareVersions, listContributions, listVersions, nameVersion, readAuthorship, readVersion, restoreVersion, unnameVersion } from '../../contract/versions/draft-versions.contract';
import { DraftSide } from '../draft-side';
import { DraftStore } from '../draft.store';
import { queryOf, versionViewOf } from './version-view';
import type { VersionView } from './version-view';

export const versionsPanel = 'versions';

/** What is shown over the sheet, once it has come. */
export type ShownVersion = { readonly kind: 'read'; readonly text: VersionText } | { readonly kind: 'compare'; readonly comparison: VersionComparison };

/** A draft's past as its panel and the sheet see it; the address holds what is open. */
@Injectable()
export class VersionStore {
  private readonly api = inject(ApiClient);
  private readonly draft = inject(DraftStore);
  private readonly side = inject(DraftSide);

  readonly versions = signal<readonly DraftVersion[] | null>(null);
  readonly next = signal<number | null>(null);
  readonly problem = signal<unknown>(null);
  readonly loading = signal(false);
  private readonly names = signal<ReadonlyMap<string, string>>(new Map());

  readonly view = computed(() => versionViewOf(this.side.params()), { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) });
  readonly shown = resource({
    params: () => {
      const view = this.view();
      return view ? { draftId: this.draft.draftId(), view } : undefined;
    },
    loader: ({ params: { draftId, view } }) => this.fetch(draftId, view),
  });

  /** Empty for an account that is no more. */
  nameOf(personId: string): string {
    return this.names().get(personId) ?? '';
  }

  /** The latest versions; older ones that were already read stay, unless an act may have changed them. */
  async reload(keepOlder = true): Promise<void> {
    this.loading.set(true);
    try {
      const page = await this.api.call(listVersions, this.of());
      const last = page.versions.at(-1)?.seq ?? 0;
      const older = keepOlder ? (this.versions() ?? []).filter(({ seq }) => seq < last) : [];
      this.take([...page.versions, ...older], page.people);
      if (older.length === 0) this.next.set(page.next);
      this.problem.set(null);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.loading.set(false);
    }
  }

  async more(): Promise<void> {
    const before = this.next();
    if (before === null) return;
    const page = await this.api.call(listVersions, { ...this.of(), before });
    this.take([...(this.versions() ?? []), ...page.versions], page.people);
    this.next.set(page.next);
  }

  show(view: VersionView | null): void {
    this.side.show(versionsPanel, queryOf(view));
  }

  /** Without a position, the text as it stands. */
  async name(seq: number | undefined, name: string): Promise<void> {
    await this.api.call(nameVersion, { ...this.of(), ...(seq === undefined ? {} : { seq }), name });
    await this.reload(false);
  }

  async unname(seq: number): Promise<void> {
    await this.api.call(unnameVersion, { ...this.of(), seq });
    await this.reload(false);
  }

  /** Answers the position to restore to undo it. */
  async restore(seq: number): Promise<number> {
    const { before } = await this.api.call(restoreVersion, { ...this.of(), seq });
    void this.reload(false);
    return before;
  }

  contributions(): Promise<DraftContribution[]> {
    return this.api.call(listContributions, this.of()).then((answer) => answer.contributions);
  }

  private of(): { draftId: string } {
    return { draftId: this.draft.draftId() };
  }

  private take(versions: readonly DraftVersion[], people: readonly { personId: string; name: string }[]): void {
    this.names.update((known) => new Map([...known, ...people.map(({ personId, name }) => [personId, name] as const)]));
    this.versions.set(versions);
  }

  private async fetch(draftId: string, view: VersionView): Promise<ShownVersion> {
    const { api } = this;
    if (view.kind === 'compare') {
      return { kind: 'compare', comparison: await api.call(compareVersions, { draftId, from: view.from, ...(view.to === null ? {} : { to: view.to }) }) };
    }
    return { kind: 'read', text: await (view.seq === null ? api.call(readAuthorship, { draftId }) : api.call(readVersion, { draftId, seq: view.seq })) };
  }
}
