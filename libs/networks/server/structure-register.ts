import { AppError } from '@cohorte/platform/contract';
import { Clock, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { isLegalPersonByNature, isSubjectByNature, makesLoop, type Purchases, type StructureFields, type TreeNode } from '../contract';
import { elevated } from './elevation';
import { SpaceEntity } from './space.entity';
import { StructureEntity } from './structure.entity';
import { StructureQueries } from './structure.queries';

export type NewStructure = Pick<StructureFields, 'name' | 'kind'> & Partial<Omit<StructureFields, 'name' | 'kind'>> & { readonly parentId?: string | null | undefined };

export type StructureChange = Partial<StructureFields> & { readonly parentId?: string | null | undefined };

/** Keeps the register of structures: one row an organisation, its tree, its affiliations and its purchases. */
@Injectable()
export class StructureRegister {
  constructor(
    private readonly clock: Clock,
    private readonly queries: StructureQueries,
  ) {}

  /** Creates a structure in a network, in the caller's transaction. */
  async create(tx: Tx, networkId: string, structure: NewStructure): Promise<string> {
    await this.assertSiretFree(tx, structure.siret ?? null);
    if (await this.queries.namesake(tx, networkId, structure.name)) throw new AppError('conflict', 'networks.structure-known', { name: structure.name }, { name: 'known' });
    if (structure.parentId) await this.assertParent(tx, networkId, structure.parentId);
    const id = newId();
    const createdAt = this.clock.now();
    await tx.getRepository(SpaceEntity).insert({ id, kind: 'structure', networkId: null, name: null, createdAt });
    await tx.getRepository(StructureEntity).insert({ id, ...columnsOf(structure), createdAt });
    await this.affiliate(tx, networkId, id);
    if (structure.purchases) await this.keepPurchases(tx, id, structure.purchases);
    return id;
  }

  async affiliate(tx: Tx, networkId: string, structureId: string): Promise<void> {
    await tx.query('INSERT INTO networks_affiliation (network_id, structure_id, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      networkId,
      structureId,
      this.clock.now(),
    ]);
  }

  async change(tx: Tx, structureId: string, change: StructureChange): Promise<void> {
    const { purchases, parentId, ...fields } = change;
    if (fields.siret) await this.assertSiretFree(tx, fields.siret, structureId);
    if (parentId) await this.assertNoLoop(tx, structureId, parentId);
    const columns = Object.fromEntries(Object.entries({ ...fields, parentId }).filter(([, value]) => value !== undefined));
    if (Object.keys(columns).length > 0) await tx.getRepository(StructureEntity).update({ id: structureId }, columns);
    if (purchases === null) await tx.query('DELETE FROM networks_purchase WHERE structure_id = $1', [structureId]);
    if (purchases) await this.keepPurchases(tx, structureId, purchases);
  }

  /** Figures of other years stay: the obligation of a past year can be explained later. */
  private async keepPurchases(tx: Tx, structureId: string, { year, amount }: Purchases): Promise<void> {
    await tx.query('DELETE FROM networks_purchase WHERE structure_id = $1 AND year > $2', [structureId, year]);
    await tx.query(
      'INSERT INTO networks_purchase (structure_id, year, amount) VALUES ($1, $2, $3) ON CONFLICT (structure_id, year) DO UPDATE SET amount = excluded.amount',
      [structureId, year, amount],
    );
  }

  /** The number belongs to one structure of the whole installation, also one the actor may not see. */
  private async assertSiretFree(tx: Tx, siret: string | null, besides?: string): Promise<void> {
    if (!siret) return;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('networks.siret:' || $1, 0))`, [siret]);
    const holder = await elevated(tx, () => this.queries.holderOfSiret(tx, siret));
    if (holder && holder !== besides) throw new AppError('conflict', 'networks.siret-taken', {}, { siret: 'taken' });
  }

  private async assertParent(tx: Tx, networkId: string, parentId: string): Promise<void> {
    const [row] = await tx.query<unknown[]>('SELECT 1 FROM networks_affiliation WHERE network_id = $1 AND structure_id = $2', [networkId, parentId]);
    if (!row) throw new AppError('bad-input', 'networks.parent-unknown', {}, { parentId: 'unknown' });
  }

  private async assertNoLoop(tx: Tx, structureId: string, parentId: string): Promise<void> {
    // Two moves at once could each be fine and make a loop together: moves of the tree happen one after the other.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('networks.tree', 0))`);
    const nodes = await elevated(tx, () => tx.query<TreeNode[]>('SELECT id, parent_id AS "parentId" FROM networks_structure WHERE parent_id IS NOT NULL'));
    const [seen] = await tx.query<unknown[]>('SELECT 1 FROM networks_structure WHERE id = $1', [parentId]);
    if (!seen) throw new AppError('bad-input', 'networks.parent-unknown', {}, { parentId: 'unknown' });
    if (makesLoop(structureId, parentId, nodes)) throw new AppError('conflict', 'networks.parent-below', {}, { parentId: 'below' });
  }
}

const columnsOf = (structure: NewStructure) => ({
  name: structure.name,
  shortName: structure.shortName ?? null,
  kind: structure.kind,
  isLegalPerson: structure.isLegalPerson ?? isLegalPersonByNature(structure.kind),
  isSubjectToCode: structure.isSubjectToCode ?? isSubjectByNature(structure.kind),
  parentId: structure.parentId ?? null,
  groupRole: structure.groupRole ?? null,
  siret: structure.siret ?? null,
  town: structure.town ?? null,
  department: structure.department ?? null,
});
