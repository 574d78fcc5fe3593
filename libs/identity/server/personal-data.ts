import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

/** Marks a provider that knows what its domain keeps about a person; the name is the domain's key in the export. */
export const KeepsPersonalData = DiscoveryService.createDecorator<string>();

/** Implemented by every provider marked `@KeepsPersonalData('<domain>')`. */
export interface PersonalDataSource {
  /** All that the domain keeps about this person, as plain JSON, readable by its owner. */
  personalDataOf(personId: string): Promise<Record<string, unknown>>;
}

/** Finds all sources of personal data, whatever domain they live in. */
@Injectable()
export class PersonalDataSources {
  constructor(private readonly discovery: DiscoveryService) {}

  async collect(personId: string): Promise<Record<string, unknown>> {
    const found = this.discovery.getProviders({ metadataKey: KeepsPersonalData.KEY });
    const parts = await Promise.all(
      found.map(async (wrapper) => {
        const domain = this.discovery.getMetadataByDecorator(KeepsPersonalData, wrapper) ?? wrapper.name;
        return [String(domain), await (wrapper.instance as PersonalDataSource).personalDataOf(personId)] as const;
      }),
    );
    return Object.fromEntries(parts);
  }
}
