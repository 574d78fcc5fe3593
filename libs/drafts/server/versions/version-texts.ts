import * as Y from 'yjs';
import type { Piece, VersionReplay } from './version-replay';

/** Part of one text, standing or not. */
export interface Passage {
  readonly piece: Piece;
  readonly text: string;
}

/** All that was ever written in one text, in its order. */
export function passagesOf(replay: VersionReplay, text: Y.XmlText): Passage[] {
  return Y.getTypeChildren(text).flatMap((item) => {
    const { content } = item;
    if (!(content instanceof Y.ContentString)) return [];
    const { clock } = item.id;
    return replay.piecesOf(item).map((piece) => ({ piece, text: content.str.slice(piece.from - clock, piece.to - clock) }));
  });
}

/** A block or a text among the children of another, standing or not. */
export interface Child {
  readonly type: Y.XmlElement | Y.XmlText;
  readonly piece: Piece;
}

/** All that ever stood below a parent, in its order. */
export function childrenOf(replay: VersionReplay, parent: Y.XmlFragment): Child[] {
  return Y.getTypeChildren(parent).flatMap((item) => {
    const type: unknown = item.content instanceof Y.ContentType ? item.content.type : null;
    const [piece] = replay.piecesOf(item);
    return piece && (type instanceof Y.XmlElement || type instanceof Y.XmlText) ? [{ type, piece }] : [];
  });
}

/** Every text of the document, those of deleted blocks too. */
export function* textsIn(parent: Y.XmlFragment): Generator<Y.XmlText> {
  for (const { content } of Y.getTypeChildren(parent)) {
    if (!(content instanceof Y.ContentType)) continue;
    if (content.type instanceof Y.XmlText) yield content.type;
    else if (content.type instanceof Y.XmlElement) yield* textsIn(content.type);
  }
}

/** A paragraph is never cut into this many pieces by honest hands; what is done for each of its rows must not depend on its past. */
const piecesLookedAt = 3_000;

/** A text that is quick to read along, however often it was written in. */
export function isShort(text: Y.XmlText): boolean {
  let pieces = 0;
  for (let item = text._start; item && pieces <= piecesLookedAt; item = item.right) pieces += 1;
  return pieces <= piecesLookedAt;
}

/** The texts that hold these clocks. */
export function textsHolding(doc: Y.Doc, ranges: readonly { client: number; clock: number; length: number }[]): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>();
  for (const { client, clock, length } of ranges) {
    const structs = doc.store.clients.get(client) ?? [];
    for (let at = Y.findIndexSS(structs, clock); at < structs.length && (structs[at] as Y.Item).id.clock < clock + length; at += 1) {
      const item = structs[at];
      if (item instanceof Y.Item && item.content instanceof Y.ContentString && item.parent instanceof Y.XmlText) texts.add(item.parent);
    }
  }
  return texts;
}
