import { People } from '@cohorte/identity/server';
import { Spaces } from '@cohorte/networks/server';
import { AppError, type InputOf, type OutputOf, parisDay, type Visitor } from '@cohorte/platform/contract';
import type { Actor } from '@cohorte/networks/contract';
import { asSystem, Clock, Database, SearchQueries, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canResource, cardsPerPage, type Facet, isDueForReview, type listResources, type Reader, type ResourceCard, type ResourceFields, resourceKinds, type ResourcePage } from '../contract';
import { cardFiles, fileOfVersion, filesOf, filesOfPage } from './files/file-row';
import { countsSql, everyCondition, filterOf } from './resource-filter';
import { type CardRow, cardColumns, fieldsOf, toCard } from './resource-row';
import { ResourceEntity } from './resource.entity';
import { UpkeepQueries } from './upkeep/upkeep.queries';
import { VersionEntity } from './version.entity';

type Anyone = Actor | Visitor;

const isIdentifier = (ref: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(ref);

const orders = {
  // What waits for its review comes after the rest.
  recent: `coalesce(r.review_on <= (now() AT TIME ZONE 'Europe/Paris')::date, false), r.published_at DESC, r.id DESC`,
  title: 'lower(r.title), r.id',
  /** As the search weighed them: its answers are the first parameter. */
  weighed: 'array_position($1::uuid[], r.id)',
};

/** What the screens of resources show, as far as the reader may know. */
@Injectable()
export class ResourceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly spaces: Spaces,
    private readonly search: SearchQueries,
    private readonly upkeep: UpkeepQueries,
  ) {}

  async list(actor: Anyone, input: InputOf<typeof listResources>): Promise<OutputOf<typeof listResources>> {
    const found = input.q ? await this.search.matching(actor, { text: input.q, domain: 'library', facets: { kind: resourceKinds } }) : null;
    const filter = filterOf(input, found?.ids);
    const order = orders[found && input.order === 'recent' ? 'weighed' : input.order];
    return this.database.transaction(actor, async (tx) => {
      const counts = await tx.query<{ facet: Facet | ''; value: string; count: number }[]>(countsSql(filter), filter.parameters);
      const rows = await tx.query<CardRow[]>(
        `SELECT ${cardColumns} FROM library_resource r WHERE ${everyCondition(filter)} ORDER BY ${order} LIMIT ${cardsPerPage} OFFSET ${(input.page - 1) * cardsPerPage}`,
        filter.parameters,
      );
      const files = await cardFiles(tx, rows.map(({ id }) => id));
      return {
        total: counts.find(({ facet }) => facet === '')?.count ?? 0,
        resources: rows.map((row) => toCard(row, this.today(), files)),
        understood: { corrected: found?.step.kind === 'corrected' ? found.step.words : [], without: found?.step.kind === 'without' ? found.step.words : [] },
        counts: counts.flatMap(({ facet, value, count }) => (facet === '' ? [] : [{ facet, value, count }])),
      };
    });
  }

  open(actor: Anyone, ref: string, edition?: number): Promise<ResourcePage> {
    return this.database.transaction(actor, async (tx) => {
      const reader = asReader(actor);
      const row = await this.readable(tx, reader, ref);
      const versions = await tx.getRepository(VersionEntity).find({ where: { resourceId: row.id }, order: { number: 'DESC' } });
      const asked = edition === undefined || edition === row.edition ? null : versions.find(({ number }) => number === edition);
      if (asked === undefined) throw new AppError('not-found', 'library.version-not-found');
      const shown = asked?.number ?? row.edition;
      const files = await filesOf(tx, row.id);
      return {
        ...this.pageOf(row, reader, asked?.fields ?? fieldsOf(row)),
        ...filesOfPage(files, shown, canResource(reader, 'edit', row)),
        edition: shown,
        versions: versions.map(({ number, note, madeAt }) => ({ number, note, madeAt: madeAt.toISOString(), file: fileOfVersion(files, number) })),
        ...(await this.around(tx, row, reader)),
      };
    });
  }

  private async readable(tx: Tx, reader: Reader, ref: string): Promise<ResourceEntity> {
    const row = await tx.getRepository(ResourceEntity).findOneBy(isIdentifier(ref) ? { id: ref } : { slug: ref });
    if (!row || !canResource(reader, 'read', row)) throw new AppError('not-found', 'library.not-found');
    return row;
  }

  private pageOf(row: ResourceEntity, reader: Reader, fields: ResourceFields): Omit<ResourcePage, 'edition' | 'versions' | 'networkName' | 'ownerName' | 'related' | 'upkeep' | 'file' | 'coming' | 'hasSubtitles' | 'transcript'> {
    const { id, slug, kind, state, version, networkId, returnedNote, retiredNote, publishedAt, changedAt } = row;
    const may = (action: Parameters<typeof canResource>[1]): boolean => canResource(reader, action, row);
    return {
      // Where it is kept and who reads it is as it stands today, whatever version is shown.
      ...fields, access: row.access, spaceId: row.spaceId,
      id, slug, kind, state, version, networkId, returnedNote, retiredNote,
      latestEdition: row.edition,
      isDue: isDueForReview(row.reviewOn, this.today()),
      publishedAt: publishedAt?.toISOString() ?? null,
      changedAt: changedAt.toISOString(),
      may: { edit: may('edit'), submit: may('submit'), publish: may('publish'), sendBack: may('send-back'), retire: may('retire'), restore: may('restore'), remove: may('remove') },
    };
  }

  private async around(tx: Tx, row: ResourceEntity, reader: Reader): Promise<Pick<ResourcePage, 'networkName' | 'ownerName' | 'related' | 'upkeep'>> {
    const { networkId, ownerId } = row;
    const network = await asSystem(tx, 'library', () => this.spaces.find(tx, networkId));
    const names = ownerId && reader.personId ? await this.people.namesOf(tx, [ownerId]) : new Map<string, string | null>();
    return { networkName: network?.name ?? '', ownerName: names.get(ownerId ?? '') ?? null, related: await this.related(tx, row), upkeep: await this.upkeep.of(tx, reader, row) };
  }

  /** Others that share themes, the closest first. */
  private async related(tx: Tx, { id, themes, kind }: ResourceEntity): Promise<ResourceCard[]> {
    const rows = await tx.query<CardRow[]>(
      `SELECT ${cardColumns} FROM library_resource r WHERE r.state = 'published' AND r.id <> $1 AND r.themes && $2::text[]
        ORDER BY cardinality(ARRAY(SELECT unnest(r.themes) INTERSECT SELECT unnest($2::text[]))) DESC, (r.kind = $3) DESC, r.published_at DESC, r.id LIMIT 4`,
      [id, themes, kind],
    );
    return rows.map((row) => toCard(row, this.today()));
  }

  private today(): string {
    return parisDay(this.clock.now().toISOString());
  }
}
