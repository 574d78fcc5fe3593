import { readPlanOf, rejectedView, wordCount } from '../../contract';
import type { DocumentNode, OutlineHeading, PlanEntry } from '../../contract';
import type { DraftCopy } from '../rooms/draft-copy';
import { headingsOf } from './draft-headings';
import { htmlOf } from './draft-html';
import { textOf } from './draft-text';
import { treeOf } from './draft-tree';

/** What a draft looks like at one position of its journal; never a source, always made again from the text. */
export interface DraftProjection {
  readonly seq: number;
  readonly document: DocumentNode;
  readonly html: string;
  readonly text: string;
  readonly outline: readonly Omit<OutlineHeading, 'guidance'>[];
  readonly words: number;
  /** The structured plan beside the text; empty when the kind has none. */
  readonly plan: readonly PlanEntry[];
}

export const projectionOf = (copy: DraftCopy): DraftProjection => project(treeOf(copy.content), copy.seq, readPlanOf(copy.doc));

/** The page shows what is proposed; the text, its words and its headings are the official ones, as if nothing were. */
export function project(document: DocumentNode, seq: number, plan: readonly PlanEntry[] = []): DraftProjection {
  const official = rejectedView(document);
  const text = textOf(official);
  return { seq, document, html: htmlOf(document), text, outline: headingsOf(official), words: wordCount(text), plan };
}
