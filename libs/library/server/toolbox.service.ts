import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import {
  asReader, canMakeToolbox, canToolbox, type editToolbox, type keepSnapshot, type makeToolbox, type nominateResource, type selectResources, speaksFor, type stateUse, type ToolboxFields,
  type withdrawNomination,
} from '../contract';
import { freeSlug } from './free-slug';
import { ToolboxIndex } from './toolbox-index';
import { ToolboxShelf } from './toolbox-shelf';
import type { SnapshotContent } from './toolbox.queries';
import { ToolboxEntity } from './toolbox.entity';

interface Aimed {
  readonly toolboxId: string;
  readonly version: number;
}

interface Place {
  readonly networkId: string;
  readonly spaceId: string;
}

/** Use cases of toolboxes: nominated, stated, ordered, published, kept. */
@Injectable()
export class ToolboxService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly spaces: Spaces,
    private readonly shelf: ToolboxShelf,
    private readonly index: ToolboxIndex,
  ) {}

  make(actor: Actor, { requestId, spaceId, ...fields }: InputOf<typeof makeToolbox>): Promise<{ id: string; slug: string }> {
    return this.database.transaction(actor, async (tx) => {
      const space = await this.spaces.find(tx, spaceId);
      const networkId = space?.networkIds[0];
      if (!space || !networkId || space.kind === 'structure') throw new AppError('not-found', 'library.place-unknown');
      if (!canMakeToolbox(asReader(actor), { networkId, spaceId })) throw new AppError('forbidden', 'library.not-yours-to-run');
      return this.makeIn(tx, actor.personId, { requestId, networkId, spaceId, fields });
    });
  }

  /** Makes it in the caller's transaction, the caller having checked who may. */
  async makeIn(tx: Tx, by: string, { requestId, networkId, spaceId, fields }: Place & { requestId: string; fields: ToolboxFields }): Promise<{ id: string; slug: string }> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('library.request:' || $1, 0))`, [requestId]);
    const former = await asSystem(tx, 'library', () => tx.getRepository(ToolboxEntity).findOneBy({ requestId }));
    if (former && former.createdBy !== by) throw new AppError('conflict', 'library.request-used');
    if (former) return former;
    const row: ToolboxEntity = {
      ...withinPlace(fields, spaceId === networkId), id: newId(), networkId, spaceId, requestId, slug: await freeSlug(tx, 'library_toolbox', fields.title), state: 'draft', version: 1, createdBy: by,
      createdAt: this.clock.now(), publishedAt: null,
    };
    await asSystem(tx, 'library', () => tx.getRepository(ToolboxEntity).insert(row));
    return row;
  }

  edit(actor: Actor, { toolboxId, version, ...fields }: InputOf<typeof editToolbox>): Promise<void> {
    return this.running(actor, { toolboxId, version }, (tx, row) => this.write(tx, row, withinPlace(fields, row.spaceId === row.networkId)));
  }

  publish(actor: Actor, aimed: Aimed): Promise<void> {
    return this.running(actor, aimed, async (tx, row) => {
      const [selected] = await tx.query<{ some: boolean }[]>('SELECT EXISTS (SELECT FROM library_nomination WHERE toolbox_id = $1 AND position IS NOT NULL) AS some', [row.id]);
      if (!selected?.some) throw new AppError('conflict', 'library.toolbox-empty');
      await this.write(tx, row, { state: 'published', publishedAt: this.clock.now() });
    });
  }

  /** Publishes in the caller's transaction, the caller having checked who may. */
  async publishIn(tx: Tx, toolboxId: string): Promise<void> {
    await asSystem(tx, 'library', () => tx.getRepository(ToolboxEntity).update({ id: toolboxId }, { state: 'published', publishedAt: this.clock.now() }));
    await this.index.follow(tx, await tx.getRepository(ToolboxEntity).findOneByOrFail({ id: toolboxId }));
  }

  withdraw(actor: Actor, aimed: Aimed): Promise<void> {
    return this.running(actor, aimed, (tx, row) => this.write(tx, row, { state: 'draft', publishedAt: null }));
  }

  nominate(actor: Actor, { toolboxId, resourceId, reason }: InputOf<typeof nominateResource>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const row = await this.allowed(tx, actor, 'nominate', toolboxId);
      await this.assertReadable(tx, [resourceId]);
      await this.nominateIn(tx, actor.personId, { toolboxId, resourceId, reason, structureId: speaksFor(asReader(actor), row)[0] ?? null });
    });
  }

  /** Nominates in the caller's transaction; what is nominated already stays as its first nominator put it. */
  async nominateIn(tx: Tx, by: string, { toolboxId, resourceId, reason, structureId }: InputOf<typeof nominateResource> & { structureId: string | null }): Promise<void> {
    const made = await asSystem(tx, 'library', () => tx.query<unknown[]>(
      'INSERT INTO library_nomination (toolbox_id, resource_id, reason, nominated_by, structure_id, nominated_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1',
      [toolboxId, resourceId, reason, by, structureId, this.clock.now()]));
    if (made.length === 0) throw new AppError('conflict', 'library.already-nominated');
  }

  withdrawNomination(actor: Actor, { toolboxId, resourceId }: InputOf<typeof withdrawNomination>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const row = await this.allowed(tx, actor, 'nominate', toolboxId);
      const [nomination] = await tx.query<{ by: string | null; position: number | null }[]>('SELECT nominated_by AS by, position FROM library_nomination WHERE toolbox_id = $1 AND resource_id = $2', [toolboxId, resourceId]);
      if (!nomination) throw new AppError('not-found', 'library.nomination-not-found');
      if (!canToolbox(asReader(actor), 'run', row) && (nomination.by !== actor.personId || nomination.position !== null)) throw new AppError('forbidden', 'library.not-your-nomination');
      await asSystem(tx, 'library', () => tx.query('DELETE FROM library_nomination WHERE toolbox_id = $1 AND resource_id = $2', [toolboxId, resourceId]));
    });
  }

  /** One statement a structure: whoever of its people comes last says what holds. */
  state(actor: Actor, { toolboxId, resourceId, structureId, fact }: InputOf<typeof stateUse>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const row = await this.allowed(tx, actor, 'nominate', toolboxId);
      if (!speaksFor(asReader(actor), row).includes(structureId)) throw new AppError('forbidden', 'library.not-your-structure');
      await this.stateIn(tx, actor.personId, { toolboxId, resourceId, structureId, fact });
    });
  }

  async stateIn(tx: Tx, by: string, { toolboxId, resourceId, structureId, fact }: InputOf<typeof stateUse>): Promise<void> {
    const nominated = await tx.query<unknown[]>('SELECT 1 FROM library_nomination WHERE toolbox_id = $1 AND resource_id = $2', [toolboxId, resourceId]);
    if (nominated.length === 0) throw new AppError('not-found', 'library.nomination-not-found');
    await asSystem(tx, 'library', () => fact === null
      ? tx.query('DELETE FROM library_use WHERE toolbox_id = $1 AND resource_id = $2 AND structure_id = $3', [toolboxId, resourceId, structureId])
      : tx.query(
        `INSERT INTO library_use (toolbox_id, resource_id, structure_id, fact, stated_by, stated_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (toolbox_id, resource_id, structure_id) DO UPDATE SET fact = excluded.fact, stated_by = excluded.stated_by, stated_at = excluded.stated_at`,
        [toolboxId, resourceId, structureId, fact, by, this.clock.now()]));
  }

  select(actor: Actor, { toolboxId, version, items }: InputOf<typeof selectResources>): Promise<void> {
    return this.running(actor, { toolboxId, version }, async (tx, row) => {
      const ids = [...new Set(items.map(({ resourceId }) => resourceId))];
      if (ids.length !== items.length) throw new AppError('bad-input', 'library.selected-twice');
      await this.assertReadable(tx, ids);
      await this.write(tx, row, {});
      await this.selectIn(tx, actor.personId, { toolboxId, items });
    });
  }

  /** The whole selection in its order; what is left out stays nominated. */
  async selectIn(tx: Tx, by: string, { toolboxId, items }: Pick<InputOf<typeof selectResources>, 'toolboxId' | 'items'>): Promise<void> {
    await asSystem(tx, 'library', async () => {
      await tx.query('UPDATE library_nomination SET position = NULL WHERE toolbox_id = $1', [toolboxId]);
      for (const [position, { resourceId, reason }] of items.entries()) {
        await tx.query(
          `INSERT INTO library_nomination (toolbox_id, resource_id, reason, position, nominated_by, nominated_at) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (toolbox_id, resource_id) DO UPDATE SET reason = excluded.reason, position = excluded.position`,
          [toolboxId, resourceId, reason, position, by, this.clock.now()]);
      }
    });
  }

  keep(actor: Actor, { toolboxId, title }: InputOf<typeof keepSnapshot>): Promise<{ id: string }> {
    return this.database.transaction(actor, async (tx) => {
      const row = await this.allowed(tx, actor, 'run', toolboxId);
      const { items } = await this.shelf.of(tx, asReader(actor), row, false);
      if (items.length === 0) throw new AppError('conflict', 'library.toolbox-empty');
      const id = newId();
      const content: SnapshotContent = { title: row.title, introduction: row.introduction, items };
      await asSystem(tx, 'library', () => tx.query('INSERT INTO library_snapshot (id, toolbox_id, title, content, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)', [id, row.id, title, JSON.stringify(content), actor.personId, this.clock.now()]));
      return { id };
    });
  }

  private running(actor: Actor, { toolboxId, version }: Aimed, work: (tx: Tx, row: ToolboxEntity) => Promise<void>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const row = await this.allowed(tx, actor, 'run', toolboxId);
      if (row.version !== version) throw new AppError('conflict', 'library.toolbox-changed');
      await work(tx, row);
    });
  }

  private async allowed(tx: Tx, actor: Actor, action: 'nominate' | 'run', toolboxId: string): Promise<ToolboxEntity> {
    const row = await tx.getRepository(ToolboxEntity).findOneBy({ id: toolboxId });
    const reader = asReader(actor);
    if (!row || !canToolbox(reader, 'read', row)) throw new AppError('not-found', 'library.toolbox-not-found');
    if (!canToolbox(reader, action, row)) throw new AppError('forbidden', 'library.not-yours-to-run');
    return row;
  }

  private async write(tx: Tx, row: ToolboxEntity, change: Partial<ToolboxEntity>): Promise<void> {
    const { affected } = await asSystem(tx, 'library', () => tx.getRepository(ToolboxEntity).update({ id: row.id, version: row.version }, { ...change, version: row.version + 1 }));
    if (affected !== 1) throw new AppError('conflict', 'library.toolbox-changed');
    const after = { ...row, ...change };
    if (row.state === 'published' || after.state === 'published') await this.index.follow(tx, after);
  }

  /** Only what is published, and what the actor may read, enters a toolbox. */
  private async assertReadable(tx: Tx, ids: readonly string[]): Promise<void> {
    const rows = await tx.query<{ id: string }[]>(`SELECT id FROM library_resource WHERE id = ANY ($1) AND state IN ('published', 'retired')`, [[...ids]]);
    if (rows.length !== ids.length) throw new AppError('not-found', 'library.not-found');
  }
}

/** A network's toolbox has no cohort to be kept in. */
const withinPlace = (fields: ToolboxFields, isNetwork: boolean): ToolboxFields => (isNetwork && fields.access === 'cohort' ? { ...fields, access: 'network' } : fields);
