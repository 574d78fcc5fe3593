import type { Actor } from '@cohorte/networks/contract';
import { Spaces, StructureFacts } from '@cohorte/networks/server';
import { AppError, type InputOf, type OutputOf, type Visitor } from '@cohorte/platform/contract';
import { asSystem, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canMakeToolbox, canToolbox, type listToolboxes, type openToolbox, type Reader, speaksFor, type ToolboxItem, type ToolboxPage } from '../contract';
import { ToolboxShelf } from './toolbox-shelf';
import { ToolboxEntity } from './toolbox.entity';

type Anyone = Actor | Visitor;

interface SnapshotRow {
  readonly id: string;
  readonly title: string;
  readonly madeAt: Date;
}

export interface SnapshotContent {
  readonly title: string;
  readonly introduction: string;
  readonly items: ToolboxItem[];
}

const isIdentifier = (ref: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(ref);
const told = ({ id, title, madeAt }: SnapshotRow) => ({ id, title, madeAt: madeAt.toISOString() });

/** What the screens of toolboxes show. */
@Injectable()
export class ToolboxQueries {
  constructor(
    private readonly database: Database,
    private readonly spaces: Spaces,
    private readonly structures: StructureFacts,
    private readonly shelf: ToolboxShelf,
  ) {}

  list(actor: Anyone): Promise<OutputOf<typeof listToolboxes>> {
    return this.database.transaction(actor, async (tx) => {
      const reader = asReader(actor);
      const rows = (await tx.getRepository(ToolboxEntity).find({ order: { publishedAt: { direction: 'DESC', nulls: 'FIRST' }, createdAt: 'DESC' }, take: 200 })).filter((row) => canToolbox(reader, 'read', row));
      // A resource that the reader may not know of is not counted either.
      const counts = await tx.query<{ id: string; items: number }[]>(
        `SELECT n.toolbox_id AS id, count(*)::int AS items FROM library_nomination n JOIN library_resource r ON r.id = n.resource_id AND r.state IN ('published', 'retired')
          WHERE n.toolbox_id = ANY ($1) AND n.position IS NOT NULL GROUP BY n.toolbox_id`, [rows.map(({ id }) => id)]);
      const items = new Map(counts.map((one) => [one.id, one.items]));
      const names = await this.namesOf(tx, rows.map(({ spaceId }) => spaceId));
      return {
        toolboxes: rows.map(({ id, slug, title, introduction, access, state, spaceId, publishedAt }) => ({
          id, slug, title, introduction, access, state, spaceName: names.get(spaceId) ?? '', items: items.get(id) ?? 0, publishedAt: publishedAt?.toISOString() ?? null,
        })),
        places: await this.places(tx, reader),
      };
    });
  }

  open(actor: Anyone, { ref, snapshot }: InputOf<typeof openToolbox>): Promise<ToolboxPage> {
    return this.database.transaction(actor, async (tx) => {
      const reader = asReader(actor);
      const row = await this.readable(tx, reader, ref);
      const nominates = canToolbox(reader, 'nominate', row);
      const { items, candidates } = await this.shelf.of(tx, reader, row, nominates);
      const snapshots = await tx.query<SnapshotRow[]>('SELECT id, title, made_at AS "madeAt" FROM library_snapshot WHERE toolbox_id = $1 ORDER BY made_at DESC', [row.id]);
      const names = await this.namesOf(tx, [row.spaceId, row.networkId]);
      const mine = speaksFor(reader, row);
      const structures = await this.structures.of(tx, mine);
      const { id, slug, title, introduction, access, state, version, spaceId, publishedAt } = row;
      const page: ToolboxPage = {
        id, slug, title, introduction, access, state, version, spaceId, items, candidates, spaceName: names.get(spaceId) ?? '', networkName: names.get(row.networkId) ?? '',
        publishedAt: publishedAt?.toISOString() ?? null, structures: structures.map(({ id: structureId, name }) => ({ id: structureId, name })), snapshots: snapshots.map(told), snapshot: null,
        may: { nominate: nominates, vote: mine.length > 0, run: canToolbox(reader, 'run', row) },
      };
      return snapshot ? this.asKept(tx, page, snapshot) : page;
    });
  }

  /** The toolbox as it was kept, without what this reader may not read today. */
  private async asKept(tx: Tx, page: ToolboxPage, snapshotId: string): Promise<ToolboxPage> {
    const [kept] = await tx.query<(SnapshotRow & { content: SnapshotContent })[]>('SELECT id, title, made_at AS "madeAt", content FROM library_snapshot WHERE id = $1 AND toolbox_id = $2', [snapshotId, page.id]);
    if (!kept) throw new AppError('not-found', 'library.snapshot-not-found');
    const rows = await tx.query<{ id: string; slug: string; state: string }[]>(`SELECT id, slug, state FROM library_resource WHERE id = ANY ($1)`, [kept.content.items.map(({ resourceId }) => resourceId)]);
    const known = new Map(rows.map((row) => [row.id, row]));
    const items = kept.content.items.flatMap((item) => {
      const now = known.get(item.resourceId);
      return now ? [{ ...item, slug: now.slug, isRetired: now.state === 'retired' }] : [];
    });
    return { ...page, title: kept.content.title, introduction: kept.content.introduction, items, candidates: [], structures: [], snapshot: told(kept), may: { nominate: false, vote: false, run: false } };
  }

  private async readable(tx: Tx, reader: Reader, ref: string): Promise<ToolboxEntity> {
    const row = await tx.getRepository(ToolboxEntity).findOneBy(isIdentifier(ref) ? { id: ref } : { slug: ref });
    if (!row || !canToolbox(reader, 'read', row)) throw new AppError('not-found', 'library.toolbox-not-found');
    return row;
  }

  /** The name of who makes a toolbox is part of it. */
  private namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    return asSystem(tx, 'library', () => this.spaces.namesOf(tx, ids));
  }

  private async places(tx: Tx, reader: Reader): Promise<OutputOf<typeof listToolboxes>['places']> {
    const found: OutputOf<typeof listToolboxes>['places'] = [];
    for (const spaceId of new Set(reader.roles.filter((held) => held.role === 'animator').map((held) => held.spaceId))) {
      const space = await this.spaces.find(tx, spaceId);
      const networkId = space?.networkIds[0];
      if (space && networkId && space.kind !== 'structure' && canMakeToolbox(reader, { networkId, spaceId })) found.push({ spaceId, name: space.name, isCohort: space.kind === 'cohort' });
    }
    return found;
  }
}
