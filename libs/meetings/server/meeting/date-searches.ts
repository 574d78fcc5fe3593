import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { DateSearch } from '../../contract';

/** Marks a provider of another domain that looks for the dates of meetings. */
export const SeeksDates = DiscoveryService.createDecorator();

/** Implemented by every provider marked `@SeeksDates()`. */
export interface DateSearchSource {
  /** How a date is being looked for at this moment; the caller has asked who may know. */
  searchOf(tx: Tx, meetingId: string): Promise<DateSearch | null>;
}

/** Asks other domains whether they look for a meeting's date: this domain knows none of them. */
@Injectable()
export class DateSearches {
  constructor(private readonly discovery: DiscoveryService) {}

  async find(tx: Tx, meetingId: string): Promise<DateSearch | null> {
    for (const { instance } of this.discovery.getProviders({ metadataKey: SeeksDates.KEY })) {
      const search = await (instance as DateSearchSource).searchOf(tx, meetingId);
      if (search) return search;
    }
    return null;
  }
}
