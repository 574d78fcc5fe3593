import { computed, inject, Injectable, resource } from '@angular/core';
import { listNetworks } from '@cohorte/networks/contract';
import { ApiClient } from '@cohorte/platform/web';

/** «Mes réseaux»: the networks I know, with what I am in them. */
@Injectable({ providedIn: 'root' })
export class NetworksStore {
  private readonly api = inject(ApiClient);
  private readonly found = resource({ loader: () => this.api.call(listNetworks, {}).then((answer) => answer.networks) });

  readonly networks = computed(() => (this.found.hasValue() ? this.found.value() : []));
  readonly loading = this.found.isLoading;
  /** The structures I belong to, each once. */
  readonly structures = computed(() => [...new Map(this.networks().flatMap((network) => network.structures.map((structure) => [structure.id, structure]))).values()]);

  reload(): void {
    this.found.reload();
  }
}
