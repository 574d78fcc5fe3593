import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import {
  type Actor, type addStructure, can, type editStructure, grantableRoles, type importStructures, type listStructures, obligationOf, rolesIn, type StructureCard, type StructurePage,
} from '../contract';
import { PersonNames } from './person-names';
import { type NamedSpace, SpaceQueries } from './space.queries';
import { StructureEntity } from './structure.entity';
import { StructureQueries } from './structure.queries';
import { StructureRegister } from './structure-register';

/** Use cases of a structure: its page, creating, importing and correcting it. */
@Injectable()
export class StructureService {
  constructor(
    private readonly database: Database,
    private readonly spaces: SpaceQueries,
    private readonly queries: StructureQueries,
    private readonly register: StructureRegister,
    private readonly names: PersonNames,
  ) {}

  list(actor: Actor, input: InputOf<typeof listStructures>): Promise<OutputOf<typeof listStructures>> {
    return this.database.transaction(actor, async (tx) => ({ structures: await this.queries.list(tx, input.networkId) }));
  }

  get(actor: Actor, structureId: string): Promise<StructurePage> {
    return this.database.transaction(actor, async (tx) => {
      const space = await this.structureSpace(tx, actor, structureId, 'read');
      const card = await this.card(tx, structureId);
      const [parent] = card.parentId ? await this.queries.byIds(tx, [card.parentId]) : [];
      return {
        ...card,
        networks: await this.queries.networksOf(tx, structureId),
        cohorts: await this.queries.cohortsOf(tx, structureId),
        parent: parent ?? null,
        establishments: await this.queries.establishmentsOf(tx, structureId),
        details: can(actor, 'read-people', space) ? await this.details(tx, actor, structureId) : null,
        canManage: can(actor, 'manage', space),
        canGovern: can(actor, 'govern', space),
        grantableRoles: [...grantableRoles(actor, space)],
        myRoles: rolesIn(actor, structureId),
      };
    });
  }

  add(actor: Actor, { networkId, ...structure }: InputOf<typeof addStructure>): Promise<StructureCard> {
    return this.database.transaction(actor, async (tx) => {
      await this.governed(tx, actor, networkId);
      return this.card(tx, await this.register.create(tx, networkId, structure));
    });
  }

  import(actor: Actor, input: InputOf<typeof importStructures>): Promise<OutputOf<typeof importStructures>> {
    return this.database.transaction(actor, async (tx) => {
      await this.governed(tx, actor, input.networkId);
      const created: StructureCard[] = [];
      const known: string[] = [];
      for (const structure of input.structures) {
        if (await this.queries.namesake(tx, input.networkId, structure.name)) known.push(structure.name);
        else created.push(await this.card(tx, await this.register.create(tx, input.networkId, structure)));
      }
      return { created, known };
    });
  }

  edit(actor: Actor, { structureId, ...change }: InputOf<typeof editStructure>): Promise<StructureCard> {
    return this.database.transaction(actor, async (tx) => {
      const space = await this.structureSpace(tx, actor, structureId, 'manage');
      const movesOrRedefines = change.parentId !== undefined || change.isLegalPerson !== undefined || change.groupRole !== undefined;
      if (movesOrRedefines && !can(actor, 'govern', space)) throw new AppError('forbidden', 'networks.animator-decides');
      await this.register.change(tx, structureId, change);
      return this.card(tx, structureId);
    });
  }

  private async details(tx: Tx, actor: Actor, structureId: string): Promise<NonNullable<StructurePage['details']>> {
    const structure = await tx.getRepository(StructureEntity).findOneByOrFail({ id: structureId });
    const purchases = await this.queries.purchasesOf(tx, structureId);
    const { siret, department, isSubjectToCode, isLegalPerson } = structure;
    return {
      siret,
      department,
      isSubjectToCode,
      purchases,
      obligation: obligationOf({ isLegalPerson, isSubjectToCode, purchases }),
      establishmentPurchases: isLegalPerson ? null : await this.queries.establishmentPurchases(tx, structureId),
      people: await this.names.membersOf(tx, structureId, actor),
    };
  }

  private async card(tx: Tx, structureId: string): Promise<StructureCard> {
    const [card] = await this.queries.byIds(tx, [structureId]);
    if (!card) throw new AppError('not-found', 'networks.space-unknown');
    return card;
  }

  private async governed(tx: Tx, actor: Actor, networkId: string): Promise<void> {
    const space = await this.spaces.allowed(tx, actor, 'govern', networkId);
    if (space.kind !== 'network') throw new AppError('not-found', 'networks.space-unknown');
    // Names are unique in a network: structures of one network are created one after the other.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('networks.structures:' || $1, 0))`, [networkId]);
  }

  private async structureSpace(tx: Tx, actor: Actor, structureId: string, action: 'read' | 'manage'): Promise<NamedSpace> {
    const space = await this.spaces.allowed(tx, actor, action, structureId);
    if (space.kind !== 'structure') throw new AppError('not-found', 'networks.space-unknown');
    return space;
  }
}
