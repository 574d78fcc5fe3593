import type { Actor } from '@cohorte/networks/contract';
import type { InputOf, OutputOf } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { AgendaEntry, getAgenda } from '../../contract';
import { AgendaSources } from './agenda-sources';
import { agendaMost, AgendaQueries } from './agenda.queries';

const inOrder = (a: AgendaEntry, b: AgendaEntry): number => a.startsAt.localeCompare(b.startsAt) || a.title.localeCompare(b.title, 'fr');

/** What a person's calendar page shows: meetings of this domain, and what the others put there. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly database: Database,
    private readonly queries: AgendaQueries,
    private readonly sources: AgendaSources,
  ) {}

  read(actor: Actor, input: InputOf<typeof getAgenda>): Promise<OutputOf<typeof getAgenda>> {
    const span = { from: new Date(input.from), to: new Date(input.to) };
    return this.database.transaction(actor, async (tx) => {
      const entries = [...(await this.queries.entries(tx, actor, span)), ...(await this.sources.collect(tx, actor, span))].toSorted(inOrder);
      return { entries: entries.slice(0, agendaMost), truncated: entries.length > agendaMost, mayCreateIn: await this.queries.creatableIn(tx, actor) };
    });
  }
}
