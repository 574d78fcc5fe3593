import * as Y from 'yjs';
import { isAllowedAttribute, isAllowedMark, isNodeName, markNameOf } from '../../contract';
import type { DocumentMark } from '../../contract';
import { standsAt } from './version-replay';
import type { Piece, VersionReplay } from './version-replay';

export interface AttributesAt {
  readonly values: Readonly<Record<string, unknown>>;
  /** The youngest of the items that hold them. */
  readonly latest: Piece | null;
}

/** A block's attributes at a position; each value stands until the next one of its name. */
export function attributesAt(replay: VersionReplay, element: Y.XmlElement, seq: number): AttributesAt {
  const values: Record<string, unknown> = {};
  let latest: Piece | null = null;
  for (const [key, last] of element._map) {
    const held = standing(replay, last, seq);
    if (!held || !isNodeName(element.nodeName) || !isAllowedAttribute(element.nodeName, key, held.value)) continue;
    values[key] = held.value;
    if (latest === null || held.piece.birth.seq > latest.birth.seq) latest = held.piece;
  }
  return { values, latest };
}

/** The value that stood at a position, among all a register ever had. */
export function standing(replay: VersionReplay, last: Y.Item, seq: number): { value: unknown; piece: Piece } | null {
  for (let item: Y.Item | null = last; item; item = item.left) {
    // Yjs makes one item of neighbours that are gone, each of which had its time.
    const piece = replay.piecesOf(item).findLast((one) => standsAt(one, seq));
    if (piece) return { value: item.content.getContent()[piece.to - 1 - item.id.clock], piece };
  }
  return null;
}

/** Marks as they are while one reads along a text. */
export class RunningMarks {
  private readonly held = new Map<string, unknown>();

  take({ key, value }: Y.ContentFormat): void {
    if (value === null) this.held.delete(key);
    else this.held.set(key, value);
  }

  /** As Yjs holds them, under their own keys. */
  get attributes(): Record<string, unknown> {
    return Object.fromEntries([...this.held].filter(([key, value]) => isAllowedMark(key, value)).sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  get marks(): DocumentMark[] {
    return [...this.held].flatMap(([key, value]) => {
      if (!isAllowedMark(key, value)) return [];
      const attrs = value as Record<string, unknown>;
      return [{ type: markNameOf(key), ...(Object.keys(attrs).length > 0 ? { attrs } : {}) }];
    }).sort((one, other) => (one.type < other.type ? -1 : 1));
  }
}
