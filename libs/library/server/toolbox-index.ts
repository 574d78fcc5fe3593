import { type SearchAccess, SearchIndex, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { ToolboxEntity } from './toolbox.entity';

/** Whom the index tells of a published toolbox: the same as its policy. */
function accessOf({ access, networkId, spaceId }: ToolboxEntity): SearchAccess[] {
  if (access === 'public') return ['public'];
  const part: SearchAccess[] = spaceId === networkId ? [`network:${networkId}`] : [`space:${spaceId}`, `space:${networkId}:animator`];
  return access === 'network' ? [`network:${networkId}`, ...part] : part;
}

/** Published toolboxes in the platform's search, by their own words only: the titles inside have readers of their own. */
@Injectable()
export class ToolboxIndex {
  constructor(private readonly index: SearchIndex) {}

  follow(tx: Tx, row: ToolboxEntity): Promise<void> {
    if (row.state !== 'published') return this.index.remove(tx, [row.id]);
    const { id, title, introduction, slug } = row;
    return this.index.put(tx, { id, domain: 'library', kind: 'toolbox', title, summary: introduction, path: `/boites-a-outils/${slug}`, keywords: ['boîte à outils', 'toolbox'], facets: {}, access: [...new Set(accessOf(row))], quality: 0.9 });
  }
}
