import type { DocumentNode } from '../../contract';
import { lineOf } from './draft-text-line';

export interface DocumentHeading {
  readonly id: string | null;
  readonly level: number;
  readonly title: string;
}

/** The headings of the document, in order: the outline, the table of contents, and where internal links may lead. */
export function headingsOf(document: DocumentNode): DocumentHeading[] {
  return (document.content ?? []).flatMap((node) => {
    if (node.type !== 'heading') return [];
    const { id, level } = node.attrs ?? {};
    return [{ id: typeof id === 'string' ? id : null, level: typeof level === 'number' ? level : 1, title: lineOf(node).replace(/\s+/g, ' ').trim() }];
  });
}

/** Those a table of contents shows: named, and three levels from the highest one used. */
export function contentsOf(headings: readonly DocumentHeading[]): (DocumentHeading & { readonly depth: number })[] {
  const named = headings.filter(({ title }) => title !== '');
  const top = Math.min(...named.map(({ level }) => level));
  return named.map((heading) => ({ ...heading, depth: heading.level - top })).filter(({ depth }) => depth < 3);
}
