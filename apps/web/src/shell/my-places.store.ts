import { computed, inject, Injectable, signal } from '@angular/core';
import { NetworksStore } from '@cohorte/networks/web';

/** The networks of the person, and the one this page looked at last. */
@Injectable({ providedIn: 'root' })
export class MyPlacesStore {
  private readonly mine = inject(NetworksStore);
  private readonly chosen = signal<string | null>(null);
  readonly networks = this.mine.networks;
  readonly loading = this.mine.loading;
  readonly current = computed(() => this.networks().find((network) => network.id === this.chosen()) ?? this.networks()[0]);

  look(networkId: string): void {
    this.chosen.set(networkId);
  }

  /** Belonging changes while one works: an invitation accepted in another tab, a first network. */
  reload(): void {
    if (!this.loading()) this.mine.reload();
  }
}
