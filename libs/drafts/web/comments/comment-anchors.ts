import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { commentLimits } from '../../contract/comments/comment';
import type { ThreadAnchor } from '../../contract/comments/comment';
import { dense, DenseText } from './comment-text';
import type { TextRange } from './comment-text';

/** The editor's text and the shared one behind it. */
export interface SharedText {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: Parameters<typeof absolutePositionToRelativePosition>[2] };
}

export const sharedTextOf = (state: EditorState): SharedText | null => (ySyncPluginKey.getState(state) as SharedText | undefined) ?? null;

/** Enough of the document on each side of a passage to find its halves again. */
const neighbourhood = 1_000;

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
/** No control character but line ends and tabs: none is typed, and none is accepted. */
const plain = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, ' ');
const wordsBetween = (doc: Node, from: number, to: number): string => plain(doc.textBetween(Math.max(0, from), Math.min(to, doc.content.size), '\n', ' '));

/** The range without what holds no letter at its ends: whole blocks, empty lines, pictures. */
export function textWithin(doc: Node, { from, to }: TextRange): TextRange | null {
  let [first, last] = [-1, -1];
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return;
    const [start, end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)];
    if (first < 0) first = start;
    last = end;
  });
  return first >= 0 && first < last && dense(doc.textBetween(first, last)) ? { from: first, to: last } : null;
}

/** The start holds on to its right, the end to its left: what is typed around a passage stays out of it. */
function positionAt(position: number, { doc, type, binding }: SharedText, hold: 0 | -1): Uint8Array {
  const found = absolutePositionToRelativePosition(position, type, binding.mapping) as Y.RelativePosition;
  const place = Y.createAbsolutePositionFromRelativePosition(found, doc);
  return Y.encodeRelativePosition(place?.type instanceof Y.XmlText ? Y.createRelativePositionFromTypeIndex(place.type, place.index, hold) : found);
}

/** What is kept of a passage: its two ends in the shared text, its words and their neighbours. Null where there is nothing to comment. */
export function anchorOf(doc: Node, shared: SharedText, range: TextRange): ThreadAnchor | null {
  const within = textWithin(doc, range);
  if (!within) return null;
  const { from, to } = within;
  return {
    anchorStart: toBase64(positionAt(from, shared, 0)),
    anchorEnd: toBase64(positionAt(to, shared, -1)),
    quote: wordsBetween(doc, from, to).slice(0, commentLimits.quote),
    prefix: wordsBetween(doc, from - neighbourhood, from).slice(-commentLimits.context),
    suffix: wordsBetween(doc, to, to + neighbourhood).slice(0, commentLimits.context),
  };
}

function standing(doc: Node, from: number | null, to: number | null): TextRange | null {
  return from !== null && to !== null && from < to && to <= doc.content.size ? textWithin(doc, { from, to }) : null;
}

/** Finds passages in the text as it stands. Made anew for each look: what is common to all threads is counted once. */
export class PassageFinder {
  private readonly starts = new Map<unknown, number>();
  private text: DenseText | null = null;

  constructor(
    private readonly doc: Node,
    private readonly shared: SharedText,
  ) {
    let start = 0;
    for (const block of shared.type.toArray()) {
      this.starts.set(block, start);
      start += this.sizeOf(block);
    }
  }

  /**
   * Where a passage is now. Its ends say so as long as letters of it remain; its words are looked for when they do not (cut and pasted,
   * deleted and brought back), or beside them when part of it went into another paragraph. Null: the passage is gone.
   */
  find(anchor: ThreadAnchor): TextRange | null {
    const [start, end] = [this.placeOf(anchor.anchorStart), this.placeOf(anchor.anchorEnd)];
    const here = standing(this.doc, start, end);
    if (!here) return (this.text ??= new DenseText(this.doc)).find(anchor, start ?? end ?? 0);
    if (dense(this.doc.textBetween(here.from, here.to, '\n', ' ')).startsWith(dense(anchor.quote))) return here;
    const beside = new DenseText(this.doc, here.from - neighbourhood, here.to + neighbourhood).find(anchor, here.from);
    return beside && beside.from <= here.to && beside.to >= here.from ? beside : here;
  }

  /** Where a kept position is now; null when the paragraph it was in is gone. */
  private placeOf(kept: string): number | null {
    try {
      const place = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(kept)), this.shared.doc);
      return place?.type instanceof Y.XmlText ? this.positionIn(place.type, place.index) : null;
    } catch {
      return null;
    }
  }

  /** From the letters up to the block they are in: the library's own way back walks the whole text for each position. */
  private positionIn(text: Y.XmlText, index: number): number | null {
    let [within, at]: [number, Y.XmlText | Y.XmlElement] = [index, text];
    while (!this.starts.has(at)) {
      const parent: unknown = at.parent;
      if (at._item?.deleted || !(parent instanceof Y.XmlElement)) return null;
      for (const sibling of parent.toArray()) {
        if (sibling === at) break;
        within += this.sizeOf(sibling);
      }
      within += 1;
      at = parent;
    }
    return (this.starts.get(at) ?? 0) + within;
  }

  private sizeOf(part: unknown): number {
    if (part instanceof Y.XmlText) return part.length;
    const drawn = this.shared.binding.mapping.get(part as Y.AbstractType<unknown>);
    return (Array.isArray(drawn) ? drawn.reduce((sum, node) => sum + node.nodeSize, 0) : drawn?.nodeSize) ?? 0;
  }
}
