import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { Clock, Database, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type Actor, can, type editNetwork, grantableRoles, type listNetworks, type listPeople, type NetworkCard, type NetworkPage, slugOf } from '../contract';
import { NetworkEntity } from './network.entity';
import { NetworkQueries } from './network.queries';
import { PersonNames } from './person-names';
import { SpaceEntity } from './space.entity';
import { SpaceQueries } from './space.queries';

/** Use cases of a network: reading and editing it; creating one is for the installation. */
@Injectable()
export class NetworkService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly spaces: SpaceQueries,
    private readonly queries: NetworkQueries,
    private readonly names: PersonNames,
  ) {}

  list(actor: Actor): Promise<OutputOf<typeof listNetworks>> {
    return this.database.transaction(actor, async (tx) => ({ networks: await this.queries.listFor(tx, actor) }));
  }

  get(actor: Actor, networkId: string): Promise<NetworkPage> {
    return this.database.transaction(actor, async (tx) => {
      const space = await this.networkSpace(tx, actor, networkId, 'read');
      const network = await this.mustFind(tx, networkId);
      const inside = can(actor, 'read-people', space);
      return {
        ...network,
        canManage: can(actor, 'manage', space),
        grantableRoles: [...grantableRoles(actor, space)],
        people: inside ? await this.names.membersOf(tx, networkId, actor) : [],
        structures: await this.structures(tx, networkId),
      };
    });
  }

  edit(actor: Actor, input: InputOf<typeof editNetwork>): Promise<NetworkCard> {
    return this.database.transaction(actor, async (tx) => {
      await this.networkSpace(tx, actor, input.networkId, 'govern');
      // The slug stays: it is in links people have kept.
      await tx.getRepository(NetworkEntity).update({ id: input.networkId }, { name: input.name, region: input.region });
      return this.mustFind(tx, input.networkId);
    });
  }

  /** Who is in any space the actor may look into. */
  people(actor: Actor, input: InputOf<typeof listPeople>): Promise<OutputOf<typeof listPeople>> {
    return this.database.transaction(actor, async (tx) => {
      await this.spaces.allowed(tx, actor, 'read-people', input.spaceId);
      return { people: await this.names.membersOf(tx, input.spaceId, actor) };
    });
  }

  /** Creates a network, in a transaction of the domain itself. */
  async create(tx: Tx, network: { name: string; region: string }): Promise<string> {
    const id = newId();
    const createdAt = this.clock.now();
    await tx.getRepository(SpaceEntity).insert({ id, kind: 'network', networkId: null, name: null, createdAt });
    await tx.getRepository(NetworkEntity).insert({ id, ...network, slug: await this.freeSlug(tx, network.name), createdAt });
    return id;
  }

  private async networkSpace(tx: Tx, actor: Actor, networkId: string, action: 'read' | 'govern') {
    const space = await this.spaces.allowed(tx, actor, action, networkId);
    if (space.kind !== 'network') throw new AppError('not-found', 'networks.space-unknown');
    return space;
  }

  private async structures(tx: Tx, networkId: string) {
    const rows = await this.queries.structuresOf(tx, networkId);
    const names = await this.names.of(tx, rows.flatMap(({ leadId }) => (leadId ? [leadId] : [])));
    return rows.map(({ structure, leadId }) => ({ ...structure, leadName: leadId ? (names.get(leadId)?.name ?? null) : null }));
  }

  private async mustFind(tx: Tx, networkId: string): Promise<NetworkCard> {
    const network = await this.queries.find(tx, networkId);
    if (!network) throw new AppError('not-found', 'networks.space-unknown');
    return network;
  }

  private async freeSlug(tx: Tx, name: string): Promise<string> {
    const wanted = slugOf(name);
    const taken = new Set((await tx.query<{ slug: string }[]>('SELECT slug FROM networks_network WHERE slug LIKE $1', [`${wanted}%`])).map((row) => row.slug));
    if (!taken.has(wanted)) return wanted;
    let number = 2;
    while (taken.has(`${wanted}-${number}`)) number += 1;
    return `${wanted}-${number}`;
  }
}
