import { systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Every, Handles, job, Jobs, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { mayKeepCopy } from '../../contract';
import { ResourceIndex } from '../resource-index';
import { ResourceEntity } from '../resource.entity';
import { LinkCopies } from './link-copies';
import { LinkProbe, type ProbedLink } from './link-probe';
import { type LinkStanding, type LinkState, verdict } from './link-verdict';

export const checkLink = job('library.check-link', z.object({ resourceId: z.uuid() }), { attempts: 1 });

/** Links a round, and the time between two: no publisher sees more than a few visits a minute. */
const aRound = 60;
const betweenMs = 4_000;

/** Published resources whose link was not tried for a week, or not yet, or was changed since. */
const due = `
  SELECT r.id FROM library_resource r LEFT JOIN library_link_check c ON c.resource_id = r.id
   WHERE r.state = 'published' AND r.link IS NOT NULL AND (c.resource_id IS NULL OR c.link <> r.link OR c.next_at <= $1)
   ORDER BY c.next_at NULLS FIRST, r.id LIMIT ${aRound}`;

/** Another link begins anew. */
const forget = 'DELETE FROM library_link_check c USING library_resource r WHERE r.id = c.resource_id AND r.id = ANY($1::uuid[]) AND c.link <> r.link';

/** Nor does the copy of another link stand for this one. */
const forgetCopies = 'DELETE FROM library_link_copy k USING library_resource r WHERE r.id = k.resource_id AND r.id = ANY($1::uuid[]) AND k.link <> r.link';

/** Who comes next asks again in an hour, should the try be lost with its process. */
const claim = `
  INSERT INTO library_link_check (resource_id, link, next_at) SELECT r.id, r.link, $2 FROM library_resource r WHERE r.id = ANY($1::uuid[])
  ON CONFLICT (resource_id) DO UPDATE SET next_at = EXCLUDED.next_at`;

const settle = `
  INSERT INTO library_link_check (resource_id, link, state, reason, moved_to, failures, failing_since, checked_at, next_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (resource_id) DO UPDATE SET link = EXCLUDED.link, state = EXCLUDED.state, reason = EXCLUDED.reason, moved_to = EXCLUDED.moved_to, failures = EXCLUDED.failures,
    failing_since = EXCLUDED.failing_since, checked_at = EXCLUDED.checked_at, next_at = EXCLUDED.next_at`;

/** Tries the links of published resources, each once a week, one after the other. */
@Injectable()
export class LinkChecks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly probe: LinkProbe,
    private readonly index: ResourceIndex,
    private readonly copies: LinkCopies,
  ) {}

  @Every(900)
  async sweep(): Promise<void> {
    const now = this.clock.now();
    const ids = await this.asLibrary(async (tx) => {
      const found = (await tx.query<{ id: string }[]>(due, [now])).map(({ id }) => id);
      for (const statement of [forget, forgetCopies]) await tx.query(statement, [found]);
      await tx.query(claim, [found, new Date(now.getTime() + 3_600_000)]);
      return found;
    });
    for (const [place, resourceId] of ids.entries()) await this.jobs.add(checkLink, { resourceId }, { delayMs: place * betweenMs });
  }

  /** Tried outside any transaction: a slow server holds no connection of the database. */
  @Handles(checkLink)
  async check({ resourceId }: z.output<typeof checkLink.schema>): Promise<void> {
    const before = await this.asLibrary((tx) => this.published(tx, resourceId));
    if (!before?.link) return;
    const { link } = before;
    const probed = await this.probe.probe(link, { reads: mayKeepCopy(before.licence) });
    await this.asLibrary(async (tx) => {
      const row = await this.published(tx, resourceId);
      if (row?.link !== link) return;
      if (probed.mayBeOurs && !(await this.othersAnswer(tx))) return;
      const diesOrRevives = await this.note(tx, { resourceId, link, probed });
      const isKept = await this.copies.keep(tx, row, probed.page);
      if (diesOrRevives || isKept) await this.index.follow(tx, row);
    });
  }

  /** Answers whether the link has just died, or come back. */
  private async note(tx: Tx, { resourceId, link, probed }: { resourceId: string; link: string; probed: ProbedLink }): Promise<boolean> {
    const [row] = await tx.query<(LinkStanding & { state: LinkState | null })[]>(
      `SELECT state, reason, moved_to AS "movedTo", failures, failing_since AS "failingSince", checked_at AS "checkedAt", next_at AS "nextAt" FROM library_link_check WHERE resource_id = $1 AND link = $2 FOR UPDATE`,
      [resourceId, link]);
    const next = verdict(row?.state ? row : null, probed.tried, this.clock.now());
    await tx.query(settle, [resourceId, link, next.state, next.reason, next.movedTo, next.failures, next.failingSince, next.checkedAt, next.nextAt]);
    return (row?.state === 'dead') !== (next.state === 'dead');
  }

  private published(tx: Tx, resourceId: string): Promise<ResourceEntity | null> {
    return tx.getRepository(ResourceEntity).findOneBy({ id: resourceId, state: 'published' });
  }

  /** When no link answers any more it is our own network that is away. */
  private async othersAnswer(tx: Tx): Promise<boolean> {
    const rows = await tx.query<unknown[]>(`SELECT 1 FROM library_link_check WHERE state IN ('alive', 'moved', 'unknown') AND checked_at > $1 LIMIT 1`, [new Date(this.clock.now().getTime() - 86_400_000)]);
    return rows.length > 0;
  }

  private asLibrary<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(systemActor('library'), work);
  }
}
