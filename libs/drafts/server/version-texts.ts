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
