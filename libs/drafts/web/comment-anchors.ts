import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { commentLimits } from '../contract/comment';
import type { ThreadAnchor } from '../contract/comment';
import { dense, DenseText } from './comment-text';
import type { TextRange } from './comment-text';

/** The editor's text and the shared one behind it. */
export interface SharedText {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: Parameters<typeof relativePositionToAbsolutePosition>[3] };
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

/** Where a kept position is now. The library's own way back refuses an item at the very start of the text: its place is taken first. */
function placeOf(kept: string, { doc, type, binding }: SharedText): number | null {
  try {
    const place = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(kept)), doc);
    return place && relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromTypeIndex(place.type, place.index, -1), binding.mapping);
  } catch {
    return null;
  }
}

function standing(doc: Node, from: number | null, to: number | null): TextRange | null {
  return from !== null && to !== null && from < to && to <= doc.content.size ? textWithin(doc, { from, to }) : null;
}

/**
 * Where a passage is now. Its ends say so as long as letters of it remain; its words are looked for when they do not (cut and pasted,
 * deleted and brought back), or beside them when part of it went into another paragraph. Null: the passage is gone.
 */
export function placeOfThread(anchor: ThreadAnchor, doc: Node, shared: SharedText, whole: () => DenseText): TextRange | null {
  const [start, end] = [placeOf(anchor.anchorStart, shared), placeOf(anchor.anchorEnd, shared)];
  const here = standing(doc, start, end);
  if (!here) return whole().find(anchor, start ?? end ?? 0);
  if (dense(doc.textBetween(here.from, here.to, '\n', ' ')).startsWith(dense(anchor.quote))) return here;
  const beside = new DenseText(doc, here.from - neighbourhood, here.to + neighbourhood).find(anchor, here.from);
  return beside && beside.from <= here.to && beside.to >= here.from ? beside : here;
}
