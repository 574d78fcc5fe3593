import type { TextMarks } from '@cohorte/ui/web/marked-text';
import { blocksOf } from '../../contract/page-text';
import { marksOf } from './asked-words';

export interface MarkedPiece {
  readonly text: string;
  readonly marks: TextMarks;
}

/** A paragraph, or a table, whose cells are lit like any text. */
export interface MarkedBlock {
  readonly paragraph: MarkedPiece | null;
  readonly head: readonly MarkedPiece[];
  readonly rows: readonly (readonly MarkedPiece[])[];
}

/** The blocks of a page, and where the words of the question stand in them. */
export function markedBlocks(text: string, isPaper: boolean, question: string): MarkedBlock[] {
  const marked = (one: string): MarkedPiece => ({ text: one, marks: marksOf(one, question) });
  return blocksOf(text, isPaper).map((block) => {
    if (!block.rows) return { paragraph: marked(block.text), head: [], rows: [] };
    const rows = block.rows.map((row) => row.map(marked));
    return block.hasHead ? { paragraph: null, head: rows[0] ?? [], rows: rows.slice(1) } : { paragraph: null, head: [], rows };
  });
}

/** How many words are lit. */
export const litIn = (blocks: readonly MarkedBlock[]): number =>
  blocks.flatMap(({ paragraph, head, rows }) => [...(paragraph ? [paragraph] : []), ...head, ...rows.flat()]).reduce((sum, { marks }) => sum + marks.length, 0);
