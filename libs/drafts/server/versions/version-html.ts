import { htmlOf } from '../projections/draft-html';
import type { DocumentNode } from '../../contract';
import type { Change, VersionNode } from './version-walk';

const tags: Record<Change['kind'], string> = { inserted: 'ins', restored: 'ins', 'moved-here': 'ins', deleted: 'del', 'moved-away': 'del', formatted: 'span', changed: 'span' };

const said = ({ kind, personId, at, number }: Change): string =>
  ` data-change="${kind}" data-author="${personId ?? ''}" data-at="${new Date(at).toISOString()}"${number > 0 ? ` data-number="${number}"` : ''}`;

/** What a block is written with says what became of it; words are held by `ins` and `del`. */
function dress(node: DocumentNode, html: string): string {
  const { change, line } = node as VersionNode;
  if (node.type === 'text') {
    if (!change) return html;
    const tag = tags[change.kind];
    return `<${tag}${said(change)}>${html}</${tag}>`;
  }
  const facts = `${change ? said(change) : ''}${line === undefined ? '' : ` data-line="${line}"`}`;
  return facts === '' ? html : html.replace(/^<[a-z0-9]+/, (tag) => `${tag}${facts}`);
}

/** One block of a version, or of a comparison; the same escaping as every draft's HTML. */
export const versionHtml = (node: VersionNode): string => htmlOf(node, dress);
