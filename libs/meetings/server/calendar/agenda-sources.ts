import type { Actor } from '@cohorte/networks/contract';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { AgendaEntry } from '../../contract';

/** Marks a provider of another domain that has something to put in a person's agenda and private feed. */
export const FillsAgenda = DiscoveryService.createDecorator();

export interface AgendaSpan {
  readonly from: Date;
  readonly to: Date;
}

/** Implemented by every provider marked `@FillsAgenda()`: only what this person may see now. */
export interface AgendaSource {
  agendaOf(tx: Tx, actor: Actor, span: AgendaSpan): Promise<AgendaEntry[]>;
}

/** Finds what other domains put in agendas: this domain knows none of them. */
@Injectable()
export class AgendaSources {
  constructor(private readonly discovery: DiscoveryService) {}

  async collect(tx: Tx, actor: Actor, span: AgendaSpan): Promise<AgendaEntry[]> {
    const entries: AgendaEntry[] = [];
    // One after the other: they share the transaction's connection.
    for (const { instance } of this.discovery.getProviders({ metadataKey: FillsAgenda.KEY })) entries.push(...(await (instance as AgendaSource).agendaOf(tx, actor, span)));
    return entries;
  }
}
