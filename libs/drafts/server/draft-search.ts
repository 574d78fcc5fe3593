import { systemActor } from '@cohorte/platform/contract';
import { Database, Every, type SearchAccess, type SearchEntry, type SearchSource, SearchSources, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { DraftProjections } from './projections/draft-projections';

interface FoundDraft {
  readonly kind: string;
  readonly title: string;
  readonly owner_space_id: string;
  readonly owner_kind: 'structure' | 'cohort' | 'network';
  readonly owner_name: string;
  readonly network_id: string | null;
  readonly person_ids: string[];
  readonly space_ids: string[];
}

/** Drafts being written are looked at this often, so many at a time. */
const lookEverySeconds = 15;
const lookedAtOnce = 50;
const summaryLength = 300;
/** Parts of a text extracts are taken from. */
const partLength = 4_000;

/** How drafts are found: by title and by the official text, as it stood a moment ago, by those who may read them. */
@Injectable()
export class DraftSearch implements SearchSource {
  readonly domain = 'drafts';

  constructor(
    private readonly sources: SearchSources,
    private readonly database: Database,
    private readonly projections: DraftProjections,
  ) {
    sources.register(this);
  }

  async entryOf(tx: Tx, id: string): Promise<SearchEntry | null> {
    const [draft] = await tx.query<FoundDraft[]>(
      `SELECT d.kind, d.title, d.owner_space_id, s.kind AS owner_kind, drafts_space_name(d.owner_space_id) AS owner_name, s.network_id,
         ARRAY(SELECT person_id FROM drafts_grant WHERE draft_id = d.id AND person_id IS NOT NULL) AS person_ids,
         ARRAY(SELECT space_id FROM drafts_grant WHERE draft_id = d.id AND space_id IS NOT NULL) AS space_ids
       FROM drafts_draft d JOIN networks_space s ON s.id = d.owner_space_id WHERE d.id = $1`, [id]);
    if (!draft) return null;
    const { seq, text } = await this.projections.of(id);
    await tx.query('INSERT INTO drafts_searched (draft_id, seq) VALUES ($1, $2) ON CONFLICT (draft_id) DO UPDATE SET seq = excluded.seq', [id, seq]);
    return {
      id, domain: this.domain, kind: draft.kind, title: draft.title, summary: text.slice(0, summaryLength).trim(), path: `/documents/${id}`, keywords: [draft.owner_name], facets: {}, quality: 0.6,
      access: readersOf(draft), pages: partsOf(text),
    };
  }

  /** Marks the drafts that were written in since they were indexed. */
  @Every(lookEverySeconds)
  async look(): Promise<void> {
    const found = await this.database.transaction(systemActor(this.domain), (tx) =>
      tx.query<unknown[]>(
        `INSERT INTO platform_search_due (domain, thing_id) SELECT 'drafts', d.id FROM drafts_draft d LEFT JOIN drafts_searched s ON s.draft_id = d.id
           WHERE d.seq > coalesce(s.seq, 0) AND NOT EXISTS (SELECT FROM platform_search_due w WHERE w.domain = 'drafts' AND w.thing_id = d.id)
           ORDER BY d.updated_at DESC LIMIT ${lookedAtOnce} RETURNING seq`));
    if (found.length > 0) await this.sources.drain();
  }
}

/** The readers of `draft.policy.ts`, as keys. */
function readersOf({ owner_space_id: ownerId, owner_kind: kind, network_id: networkId, person_ids: personIds, space_ids: spaceIds }: FoundDraft): SearchAccess[] {
  const roles = { structure: ['lead', 'member', 'expert'], cohort: ['animator', 'programme_team', 'lead', 'member', 'expert', 'sponsor'], network: ['animator', 'programme_team', 'lead', 'member', 'expert', 'sponsor'] };
  return [
    ...roles[kind].map((role) => `space:${ownerId}:${role}` as const),
    ...(networkId ? ([`space:${networkId}:animator`, `space:${networkId}:programme_team`] as const) : []),
    ...personIds.map((personId) => `person:${personId}` as const),
    ...spaceIds.map((spaceId) => `space:${spaceId}` as const),
  ];
}

/** Whole lines, a few thousand characters together. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of text.split('\n')) {
    if (part.length + line.length > partLength && part) {
      parts.push(part);
      part = '';
    }
    part += `${line}\n`;
  }
  return [...parts, part].map((one) => one.trim()).filter(Boolean);
}
