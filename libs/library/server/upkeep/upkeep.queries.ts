import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { type OutputOf, parisDay } from '@cohorte/platform/contract';
import { Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canResource, type LegalChange, type openUpkeep, type Reader, type ResourceUpkeep, reviewNoticeDays, upkeepReasonsOf, validates } from '../../contract';
import { toCard } from '../resource-row';
import { ResourceEntity } from '../resource.entity';
import { changedSince } from './legal-change';
import { copyOfToday } from './link-copies';

type Kept = Pick<ResourceEntity, 'id' | 'state' | 'access' | 'networkId' | 'spaceId' | 'ownerId' | 'reviewOn'>;

interface FactsRow {
  readonly id: string;
  readonly linkState: string | null;
  readonly movedTo: string | null;
  readonly checkedAt: Date | null;
  readonly copyTakenAt: Date | null;
  readonly legal: Omit<LegalChange, 'mayRemove'>[];
}

const nothingKnown: Omit<FactsRow, 'id'> = { linkState: null, movedTo: null, checkedAt: null, copyTakenAt: null, legal: [] };
const instantOf = (at: Date | null): string | null => at?.toISOString() ?? null;

const facts = `
  SELECT r.id, c.state AS "linkState", c.moved_to AS "movedTo", c.checked_at AS "checkedAt", k.taken_at AS "copyTakenAt", coalesce(l.changes, '[]'::jsonb) AS legal
    FROM library_resource r
    LEFT JOIN library_link_check c ON c.resource_id = r.id AND c.link = r.link
    LEFT JOIN library_link_copy k ON ${copyOfToday} AND c.state = 'dead'
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', lc.id, 'article', lc.article, 'changedOn', lc.changed_on, 'note', lc.note, 'link', lc.link) ORDER BY lc.changed_on DESC, lc.id) AS changes
        FROM library_legal_change lc WHERE ${changedSince}) l
   WHERE r.state = 'published'`;

/** Lines that one can still work through. */
const most = 200;

/** What is known against published resources, as far as the reader may know. */
@Injectable()
export class UpkeepQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly spaces: Spaces,
  ) {}

  async of(tx: Tx, reader: Reader, row: Kept): Promise<ResourceUpkeep> {
    const [found] = row.state === 'published' ? await tx.query<FactsRow[]>(`${facts} AND r.id = $1`, [row.id]) : [];
    return this.told(reader, row, found);
  }

  open(actor: Actor): Promise<OutputOf<typeof openUpkeep>> {
    return this.database.transaction(actor, async (tx) => {
      const reader = asReader(actor);
      const { networks, structures } = this.keptBy(reader);
      const rows = await tx.query<FactsRow[]>(
        `${facts} AND (r.owner_id = $1 OR (r.access <> 'structure' AND r.network_id = ANY($2::uuid[])) OR (r.access = 'structure' AND r.space_id = ANY($3::uuid[])))
          AND (c.state IN ('dead', 'moved') OR l.changes IS NOT NULL OR r.review_on <= $4::date) ORDER BY r.review_on NULLS LAST, r.title LIMIT ${most}`,
        [actor.personId, networks, structures, this.soon()]);
      const found = new Map(rows.map((row) => [row.id, row]));
      const resources = (await this.rowsOf(tx, [...found.keys()])).filter((row) => canResource(reader, 'confirm', row));
      return {
        resources: resources.map((row) => ({ ...toCard(row, this.today()), version: row.version, upkeep: this.told(reader, row, found.get(row.id)) })),
        changes: await this.changesOf(tx, reader, networks),
        networks: await this.named(tx, networks),
      };
    });
  }

  private told(reader: Reader, row: Kept, found: FactsRow | undefined): ResourceUpkeep {
    const { linkState, movedTo, checkedAt, copyTakenAt, legal } = found ?? nothingKnown;
    const reasons = row.state === 'published' ? upkeepReasonsOf({ linkState, legal, reviewOn: row.reviewOn }, this.today(), this.soon()) : [];
    return {
      reasons, movedTo, legal, reviewOn: row.reviewOn, mayConfirm: canResource(reader, 'confirm', row), mayEdit: canResource(reader, 'edit', row),
      linkCheckedAt: instantOf(checkedAt), copyTakenAt: instantOf(copyTakenAt),
    };
  }

  private async changesOf(tx: Tx, reader: Reader, networks: readonly string[]): Promise<OutputOf<typeof openUpkeep>['changes']> {
    const rows = await tx.query<(Omit<LegalChange, 'mayRemove'> & { networkId: string; networkName: string; citing: number })[]>(
      `SELECT lc.id, lc.article, lc.changed_on::text AS "changedOn", lc.note, lc.link, lc.network_id AS "networkId", n.name AS "networkName",
              (SELECT count(*)::int FROM library_resource r WHERE r.state = 'published' AND ${changedSince}) AS citing
         FROM library_legal_change lc JOIN networks_network n ON n.id = lc.network_id WHERE lc.network_id = ANY($1::uuid[]) ORDER BY lc.changed_on DESC, lc.id LIMIT ${most}`,
      [networks]);
    return rows.map(({ networkId, ...change }) => ({ ...change, mayRemove: validates(reader, { access: 'network', networkId, spaceId: networkId }) }));
  }

  private async named(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    const found = await Promise.all(ids.map((id) => this.spaces.find(tx, id)));
    return found.flatMap((space) => (space ? [{ id: space.id, name: space.name }] : []));
  }

  /** In the order they were found in. */
  private async rowsOf(tx: Tx, ids: readonly string[]): Promise<ResourceEntity[]> {
    const rows = new Map((await tx.getRepository(ResourceEntity).createQueryBuilder('r').whereInIds(ids).getMany()).map((row) => [row.id, row]));
    return ids.flatMap((id) => rows.get(id) ?? []);
  }

  /** Where the reader decides: networks they animate, structures they lead. */
  private keptBy({ roles }: Reader): { networks: string[]; structures: string[] } {
    const held = (kind: string, role: string): string[] => [...new Set(roles.filter((one) => one.spaceKind === kind && one.role === role).map(({ spaceId }) => spaceId))];
    return { networks: held('network', 'animator'), structures: held('structure', 'lead') };
  }

  private today(): string {
    return parisDay(this.clock.now().toISOString());
  }

  private soon(): string {
    return parisDay(new Date(this.clock.now().getTime() + reviewNoticeDays * 86_400_000).toISOString());
  }
}
