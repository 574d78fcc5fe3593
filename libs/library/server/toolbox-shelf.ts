import { People } from '@cohorte/identity/server';
import type { StructureKind } from '@cohorte/networks/contract';
import { StructureFacts } from '@cohorte/networks/server';
import { parisDay } from '@cohorte/platform/contract';
import { asSystem, Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type Candidate, type Reader, speaksFor, type ToolboxItem, type UseFact } from '../contract';
import { type CardRow, cardColumns, toCard } from './resource-row';
import type { ToolboxEntity } from './toolbox.entity';

type NominatedRow = CardRow & { reason: string; position: number | null; nominatedBy: string | null; structureId: string | null };

interface UseRow {
  readonly resourceId: string;
  readonly structureId: string;
  readonly fact: UseFact;
}

export interface Shelf {
  readonly items: ToolboxItem[];
  readonly candidates: Candidate[];
}

/** The resources of a toolbox with what structures do with them, as far as the reader may read each resource. */
@Injectable()
export class ToolboxShelf {
  constructor(
    private readonly clock: Clock,
    private readonly structures: StructureFacts,
    private readonly people: People,
  ) {}

  /** `withCandidates` for those who take part: they see who nominated what. */
  async of(tx: Tx, reader: Reader, toolbox: ToolboxEntity, withCandidates: boolean): Promise<Shelf> {
    const rows = await tx.query<NominatedRow[]>(
      `SELECT ${cardColumns}, n.reason, n.position, n.nominated_by AS "nominatedBy", n.structure_id AS "structureId" FROM library_nomination n JOIN library_resource r ON r.id = n.resource_id
        WHERE n.toolbox_id = $1 AND r.state IN ('published', 'retired') ORDER BY n.position NULLS LAST, n.nominated_at, r.id`, [toolbox.id]);
    const uses = await this.usesOf(tx, toolbox.id);
    const kinds = new Map((await this.structures.of(tx, uses.map(({ structureId }) => structureId))).map(({ id, kind }) => [id, kind]));
    const items = rows.map((row) => ({ row, item: this.item(row, uses.filter(({ resourceId }) => resourceId === row.id), kinds) }));
    const mine = speaksFor(reader, toolbox);
    const names = withCandidates ? await this.nominators(tx, rows) : new Map<string, string>();
    return {
      items: items.filter(({ row }) => row.position !== null).map(({ item }) => item),
      candidates: withCandidates ? items.map(({ row, item }) => ({
        ...item, nominatedBy: names.get(row.structureId ?? row.nominatedBy ?? '') ?? null,
        mine: Object.fromEntries(uses.filter(({ resourceId, structureId }) => resourceId === row.id && mine.includes(structureId)).map(({ structureId, fact }) => [structureId, fact])),
        mayWithdraw: row.position === null && row.nominatedBy !== null && row.nominatedBy === reader.personId,
      })) : [],
    };
  }

  /** Totals are for every reader; the statements themselves for those who take part. */
  private usesOf(tx: Tx, toolboxId: string): Promise<UseRow[]> {
    return asSystem(tx, 'library', () => tx.query<UseRow[]>('SELECT resource_id AS "resourceId", structure_id AS "structureId", fact FROM library_use WHERE toolbox_id = $1', [toolboxId]));
  }

  private item(row: NominatedRow, uses: readonly UseRow[], kinds: ReadonlyMap<string, StructureKind>): ToolboxItem {
    const { slug, title, kind, form, publisher, year, summary, isDue, state } = toCard(row, parisDay(this.clock.now().toISOString()));
    const count = <K extends string>(keys: readonly K[]): Map<K, number> => keys.reduce((counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1), new Map<K, number>());
    const byKind = count(uses.map(({ structureId }) => kinds.get(structureId) ?? 'other'));
    return {
      resourceId: row.id, slug, title, kind, form, publisher, year, summary, isDue, isRetired: state === 'retired', reason: row.reason,
      facts: { read: 0, adapted: 0, 'in-force': 0, ...Object.fromEntries(count(uses.map(({ fact }) => fact))) },
      byWhom: [...byKind].map(([one, structures]) => ({ kind: one, count: structures })).toSorted((a, b) => b.count - a.count),
    };
  }

  private async nominators(tx: Tx, rows: readonly NominatedRow[]): Promise<Map<string, string>> {
    const structures = await this.structures.namesOf(tx, rows.flatMap(({ structureId }) => structureId ?? []));
    const people = await this.people.namesOf(tx, rows.flatMap(({ structureId, nominatedBy }) => (structureId ? [] : (nominatedBy ?? []))));
    return new Map([...structures, ...[...people].flatMap(([id, name]) => (name ? [[id, name] as const] : []))]);
  }
}
