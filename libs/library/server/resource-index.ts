import { parisDay } from '@cohorte/platform/contract';
import { asSystem, Clock, type SearchAccess, type SearchEntry, SearchIndex, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { formsByKind, isDueForReview, kindTerms, phaseTerms, sectorTerms, segmentTerms, stageTerms, type Term, termLabel, themeTerms } from '../contract';
import { fileOfText, filesOf } from './files/file-row';
import type { ResourceEntity } from './resource.entity';
import { changedSince } from './upkeep/legal-change';
import { copiedWords } from './upkeep/link-copies';

/** Whom the index tells of a resource: the same as its policy. */
function accessOf({ access, networkId, spaceId }: ResourceEntity): SearchAccess[] {
  if (access === 'public') return ['public'];
  if (access === 'network') return [`network:${networkId}`];
  return access === 'cohort' ? [`space:${spaceId}`, `space:${networkId}:animator`] : [`space:${spaceId}`];
}

const labels = (list: readonly Term[], keys: readonly string[]): string[] => keys.flatMap((key) => [termLabel(list, key, 'fr'), termLabel(list, key, 'en')]);

/** What people say for a sector whose official name they do not use. */
const alsoSaid: Record<string, string> = { hospital_ght: 'hôpital, hospitalier, CHU, centre hospitalier', medico_social: 'EHPAD', social_housing: 'bailleur social, HLM', epci: 'agglomération, métropole, communauté', municipality: 'ville, mairie' };

/** Recent years weigh more; what should be read again less. */
function qualityOf({ year, reviewOn }: ResourceEntity, isDoubtful: boolean, now: Date): number {
  const fresh = year !== null && year >= now.getUTCFullYear() - 2 ? 0.2 : 0;
  return 0.6 + fresh - (isDoubtful || isDueForReview(reviewOn, parisDay(now.toISOString())) ? 0.4 : 0);
}

/** Its link is dead, or a text it cites changed since it was last checked. */
const doubts = `
  SELECT FROM library_resource r WHERE r.id = $1 AND (
    EXISTS (SELECT FROM library_link_check c WHERE c.resource_id = r.id AND c.link = r.link AND c.state = 'dead')
    OR EXISTS (SELECT FROM library_legal_change lc WHERE ${changedSince}))`;

/** What the index asks of a resource beyond its row. */
interface Beside {
  readonly pages: readonly string[];
  readonly isDoubtful: boolean;
  /** What the page it leads to says. */
  readonly copied: string;
}

function entryOf(row: ResourceEntity, { pages, isDoubtful, copied }: Beside, now: Date): SearchEntry {
  const { id, kind, form, title, summary, content, clause, slug, publisher, legal, themes, segments, stages, sectors, audiences, territories, licence, tags, cpv } = row;
  const text = [summary, clause?.text, clause?.interest, clause?.watchPoints.join(' '), content, copied].filter(Boolean).join('\n');
  return {
    id, domain: 'library', kind, title, summary: text, pages, path: `/ressources/${slug}`, access: accessOf(row), quality: qualityOf(row, isDoubtful, now),
    keywords: [
      publisher, ...tags, ...cpv, ...legal, ...labels(kindTerms, [kind]), ...labels(formsByKind[kind], [form]), ...labels(themeTerms, themes), ...labels(segmentTerms, segments), ...labels(stageTerms, stages),
      ...labels(sectorTerms, sectors), ...sectors.flatMap((sector) => alsoSaid[sector] ?? []), ...(clause ? [clause.contributor, ...labels(phaseTerms, [clause.phase])] : []),
    ].filter(Boolean),
    facets: { theme: themes, tag: tags, segment: segments, stage: stages, sector: sectors, audience: audiences, territory: territories, licence: [licence] },
  };
}

/** Keeps the platform's search true to what readers may find: published resources, in the transaction that changes them. */
@Injectable()
export class ResourceIndex {
  constructor(
    private readonly index: SearchIndex,
    private readonly clock: Clock,
  ) {}

  async follow(tx: Tx, row: ResourceEntity): Promise<void> {
    if (row.state !== 'published') return this.index.remove(tx, [row.id]);
    const isDoubtful = (await tx.query<unknown[]>(doubts, [row.id])).length > 0;
    await this.index.put(tx, entryOf(row, { pages: await pagesOf(tx, row), isDoubtful, copied: await copiedWords(tx, row.id) }, this.clock.now()));
  }
}

/** The text of its file, or what is said in it, page by page; those without any hold their place. */
function pagesOf(tx: Tx, { id, edition }: ResourceEntity): Promise<string[]> {
  return asSystem(tx, 'library', async () => {
    const file = fileOfText(await filesOf(tx, id), edition);
    const rows = file?.state === 'ready' ? await tx.query<{ number: number; text: string }[]>('SELECT number, text FROM library_page WHERE file_id = $1 ORDER BY number', [file.id]) : [];
    const texts = new Map(rows.map(({ number, text }) => [number, text]));
    return Array.from({ length: rows.at(-1)?.number ?? 0 }, (_, at) => texts.get(at + 1) ?? '');
  });
}
