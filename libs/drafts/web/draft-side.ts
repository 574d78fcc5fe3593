import { computed, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { Params } from '@angular/router';
import { allows } from '../contract/draft.policy';
import { draftPanels } from './draft-panels';
import { DraftStore } from './draft.store';

/** Which panel stands beside the text. The address holds it, so that Back closes it and a link opens it. */
@Injectable()
export class DraftSide {
  private readonly store = inject(DraftStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  /** The address's query: a panel finds there what it was opened for. */
  readonly params = toSignal(this.route.queryParams, { initialValue: {} as Params });
  readonly panels = computed(() => draftPanels.filter((panel) => allows(this.store.right(), panel.needs)));
  readonly current = computed(() => this.panels().find((panel) => panel.code === this.params()['panneau']) ?? null);

  /** How many things wait in a panel, beside its button. */
  readonly badges = signal<Readonly<Record<string, number>>>({});

  toggle(code: string): void {
    if (this.current()?.code === code) this.close();
    else this.show(code);
  }

  /** Opens a panel, at one of its things when `params` say which. */
  show(code: string, params: Params = {}): void {
    void this.go({ panneau: code, ...params });
  }

  close(): void {
    void this.go({});
  }

  private go(queryParams: Params): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, preserveFragment: true, scroll: 'manual' });
  }
}
