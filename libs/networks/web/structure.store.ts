import { computed, inject, Injectable, resource, signal } from '@angular/core';
import { getStructure } from '@cohorte/networks/contract';
import { ApiClient } from '@cohorte/platform/web';

/** One structure's page. */
@Injectable()
export class StructureStore {
  private readonly api = inject(ApiClient);
  private readonly structureId = signal<string | undefined>(undefined);
  private readonly found = resource({ params: () => this.structureId(), loader: ({ params }) => this.api.call(getStructure, { structureId: params }) });

  readonly structure = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  readonly error = this.found.error;
  readonly people = computed(() => this.structure()?.details?.people ?? []);
  readonly lead = computed(() => this.people().find((person) => person.role === 'lead'));
  readonly mine = computed(() => this.people().find((person) => person.isMe));

  open(structureId: string): void {
    this.structureId.set(structureId);
  }

  reload(): void {
    this.found.reload();
  }
}
