import { createHash } from 'node:crypto';
import type { Actor } from '@cohorte/networks/contract';
import { AppError, type Visitor } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canResource, type CopyBlock, copyLicences, type LinkCopy, mayKeepCopy, wordsOfCopy } from '../../contract';
import { ResourceEntity } from '../resource.entity';
import { pageText } from './page-text';

/** A copy `k` of the page that a resource `r` leads to today, where its licence allows to keep one. */
export const copyOfToday = `k.resource_id = r.id AND k.link = r.link AND r.licence IN (${copyLicences.map((key) => `'${key}'`).join(', ')})`;

/** The search reads no more of a copy than of the longest text somebody may write twice over. */
const searchedChars = 40_000;

export interface FoundPage {
  readonly source: string;
  readonly html: string;
}

const write = `
  INSERT INTO library_link_copy AS k (resource_id, link, source, title, blocks, sha256, taken_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (resource_id) DO UPDATE SET link = EXCLUDED.link, source = EXCLUDED.source, title = EXCLUDED.title, blocks = EXCLUDED.blocks, sha256 = EXCLUDED.sha256, taken_at = EXCLUDED.taken_at
   WHERE (k.link, k.sha256) <> (EXCLUDED.link, EXCLUDED.sha256)
  RETURNING k.resource_id`;

interface CopyRow {
  readonly source: string;
  readonly title: string;
  readonly blocks: CopyBlock[];
  readonly takenAt: Date;
}

/** The last good text of the pages that resources lead to: kept while a link answers, read once it is dead, by whoever may read the resource. */
@Injectable()
export class LinkCopies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps what a page says now; answers whether that changed anything. A page without text leaves the last good copy. */
  async keep(tx: Tx, { id, link, licence }: Pick<ResourceEntity, 'id' | 'link' | 'licence'>, found: FoundPage | null): Promise<boolean> {
    if (!mayKeepCopy(licence)) return this.drop(tx, id);
    const page = found && pageText(found.html);
    if (!page || !link) return false;
    const sha256 = createHash('sha256').update(JSON.stringify(page)).digest('hex');
    const written = await tx.query<unknown[]>(write, [id, link, found.source, page.title, JSON.stringify(page.blocks), sha256, this.clock.now()]);
    return written.length > 0;
  }

  read(actor: Actor | Visitor, ref: string): Promise<LinkCopy> {
    return this.database.transaction(actor, async (tx) => {
      const row = await tx.getRepository(ResourceEntity).findOneBy(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(ref) ? { id: ref } : { slug: ref });
      if (!row || !canResource(asReader(actor), 'read', row)) throw new AppError('not-found', 'library.not-found');
      const [copy] = await tx.query<CopyRow[]>(
        `SELECT k.source, k.title, k.blocks, k.taken_at AS "takenAt" FROM library_resource r JOIN library_link_copy k ON ${copyOfToday}
           JOIN library_link_check c ON c.resource_id = r.id AND c.link = r.link AND c.state = 'dead' WHERE r.id = $1 AND r.state = 'published'`, [row.id]);
      if (!copy) throw new AppError('not-found', 'library.no-copy');
      const { slug, title: resourceTitle, publisher, licence, language } = row;
      return { slug, resourceTitle, publisher, licence, language, ...copy, takenAt: copy.takenAt.toISOString() };
    });
  }

  private async drop(tx: Tx, resourceId: string): Promise<boolean> {
    const [gone] = await tx.query<[unknown[], number]>('DELETE FROM library_link_copy WHERE resource_id = $1 RETURNING resource_id', [resourceId]);
    return gone.length > 0;
  }
}

/** The words of the copy of a resource’s page, which the search finds it by. */
export function copiedWords(tx: Tx, resourceId: string): Promise<string> {
  return asSystem(tx, 'library', async () => {
    const [copy] = await tx.query<Pick<CopyRow, 'title' | 'blocks'>[]>(`SELECT k.title, k.blocks FROM library_resource r JOIN library_link_copy k ON ${copyOfToday} WHERE r.id = $1`, [resourceId]);
    return copy ? wordsOfCopy(copy.title, copy.blocks).slice(0, searchedChars) : '';
  });
}
