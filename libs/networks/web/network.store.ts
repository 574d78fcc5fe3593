import { computed, inject, Injectable, resource, signal } from '@angular/core';
import { getNetwork, inTreeOrder } from '@cohorte/networks/contract';
import { plain } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';

/** One network's page, and the search in its structures. */
@Injectable()
export class NetworkStore {
  private readonly api = inject(ApiClient);
  private readonly networkId = signal<string | undefined>(undefined);
  private readonly found = resource({ params: () => this.networkId(), loader: ({ params }) => this.api.call(getNetwork, { networkId: params }) });

  readonly search = signal('');
  readonly network = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  readonly error = this.found.error;
  /** Accents and case do not count; name, short name, town and lead do. */
  readonly shown = computed(() => {
    const wanted = plain(this.search().trim());
    const all = this.network()?.structures ?? [];
    return inTreeOrder(wanted ? all.filter((structure) => plain([structure.name, structure.shortName, structure.town, structure.leadName].join(' ')).includes(wanted)) : all);
  });

  open(networkId: string): void {
    this.networkId.set(networkId);
  }

  reload(): void {
    this.found.reload();
  }
}
