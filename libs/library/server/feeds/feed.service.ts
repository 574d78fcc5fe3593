import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, type importFeed, type readFeed, type ResourceFields, validates } from '../../contract';
import { ResourceService } from '../resource.service';
import type { FeedEntry } from './feed-entry';
import { FeedFetch } from './feed-fetch';
import { entriesOf, type Feed } from './feed-reader';

type Told = OutputOf<typeof importFeed>['entries'][number];
type Asked = InputOf<typeof importFeed>;

/** What an entry is already, as far as its reader may open it. */
interface Known {
  readonly resourceId: string | null;
  readonly slug: string | null;
}

const bare = { content: '', clause: null, segments: [], stages: [], sectors: [], territories: [], audiences: [], legal: [], tags: [], cpv: [], checkedOn: null, reviewOn: null };

/** Takes entries of an RSS or Atom feed in as resources, for those who animate a network; each once, however often its feed is read. */
@Injectable()
export class FeedService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly fetching: FeedFetch,
    private readonly resources: ResourceService,
  ) {}

  async read(actor: Actor, { networkId, address }: InputOf<typeof readFeed>): Promise<OutputOf<typeof readFeed>> {
    const { title, entries, isCut } = await this.fetched(actor, networkId, address);
    const known = await this.database.transaction(actor, (tx) => knownAmong(tx, networkId, entries));
    return { title, isCut, entries: entries.map((entry) => ({ ...entry, isKnown: known.has(entry.key), slug: known.get(entry.key)?.slug ?? null })) };
  }

  /** The feed is read again: what is kept is what its publisher says, not what a page sends. */
  async take(actor: Actor, input: Asked): Promise<OutputOf<typeof importFeed>> {
    const feed = await this.fetched(actor, input.networkId, input.address);
    const told: Told[] = [];
    for (const key of new Set(input.keys)) {
      const entry = feed.entries.find((one) => one.key === key);
      told.push(entry ? await this.takeOne(actor, input, feed, entry) : { key, outcome: 'gone', resourceId: null, slug: null, reason: null });
    }
    return { entries: told };
  }

  private async fetched(actor: Actor, networkId: string, address: string): Promise<Feed> {
    if (!validates(asReader(actor), { networkId, spaceId: networkId, access: 'network' })) throw new AppError('forbidden', 'library.not-yours-to-import');
    return entriesOf(await this.fetching.fetch(address));
  }

  /** Each for itself: one that cannot be published keeps none of the others back. */
  private async takeOne(actor: Actor, { networkId, then, fields }: Asked, feed: Feed, entry: FeedEntry): Promise<Told> {
    const { key } = entry;
    try {
      return await this.database.transaction(actor, async (tx): Promise<Told> => {
        // One at a time for a network: two who read the same feed make one resource.
        await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('library.feed:' || $1, 0))`, [networkId]);
        const known = (await knownAmong(tx, networkId, [entry])).get(key);
        if (known) return { key, outcome: 'known', ...known, reason: null };
        const { id, slug } = await this.resources.depositAs(tx, actor, { requestId: newId(), then, fields: fieldsFrom(entry, { ...fields, spaceId: networkId, publisher: feed.title }) });
        await asSystem(tx, 'library', () => tx.query('INSERT INTO library_feed_entry (network_id, key, resource_id, taken_at) VALUES ($1, $2, $3, $4)', [networkId, key, id, this.clock.now()]));
        return { key, outcome: 'made', resourceId: id, slug, reason: null };
      });
    } catch (error) {
      if (error instanceof AppError) return { key, outcome: 'refused', resourceId: null, slug: null, reason: error.code };
      throw error;
    }
  }
}

const fieldsFrom = ({ title, summary, link, day }: FeedEntry, shared: Asked['fields'] & Pick<ResourceFields, 'spaceId' | 'publisher'>): ResourceFields => ({
  ...bare, ...shared, title, summary, link, year: day ? Number(day.slice(0, 4)) : null,
});

/** By key, those imported before, whoever did, or deposited with the same link where the actor may read it. */
async function knownAmong(tx: Tx, networkId: string, entries: readonly FeedEntry[]): Promise<ReadonlyMap<string, Known>> {
  const rows = await tx.query<(Known & { key: string })[]>(
    `SELECT DISTINCT ON (asked.key) asked.key, found.resource_id AS "resourceId", found.slug
       FROM unnest($2::text[], $3::text[]) AS asked (key, link)
       CROSS JOIN LATERAL (
         SELECT 0 AS rank, r.id AS resource_id, r.slug, NULL::timestamptz AS since FROM library_feed_entry e LEFT JOIN library_resource r ON r.id = e.resource_id WHERE e.network_id = $1 AND e.key = asked.key
         UNION ALL SELECT 1, r.id, r.slug, r.created_at FROM library_resource r WHERE r.network_id = $1 AND md5(r.link) = md5(asked.link) AND r.link = asked.link) AS found
      ORDER BY asked.key, found.rank, found.since, found.resource_id`,
    [networkId, entries.map(({ key }) => key), entries.map(({ link }) => link)]);
  return new Map(rows.map(({ key, resourceId, slug }) => [key, { resourceId, slug }]));
}
