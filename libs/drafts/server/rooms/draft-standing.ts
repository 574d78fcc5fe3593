import * as Y from 'yjs';
import type { ItemId } from '../../contract';
import type { Standing } from './draft-state';

/** Which of two items of one list comes first, in this tree; each list is walked once. */
export function standingIn(doc: Y.Doc): Standing {
  const lists = new Map<unknown, ReadonlyMap<Y.Item, number>>();
  const numbersOf = (item: Y.Item): ReadonlyMap<Y.Item, number> => {
    const known = lists.get(item.parent) ?? numbered(item);
    lists.set(item.parent, known);
    return known;
  };
  return ({ first, second }) => {
    const [one, other] = [itemAt(doc, first), itemAt(doc, second)];
    if (!one || !other) return false;
    if (one === other) return first.clock < second.clock;
    const numbers = numbersOf(one);
    return (numbers.get(one) ?? Infinity) < (numbers.get(other) ?? -Infinity);
  };
}

function itemAt(doc: Y.Doc, { client, clock }: ItemId): Y.Item | null {
  if (clock >= Y.getState(doc.store, client)) return null;
  const found = Y.getItem(doc.store, Y.createID(client, clock));
  return found instanceof Y.Item ? found : null;
}

function numbered(of: Y.Item): ReadonlyMap<Y.Item, number> {
  const numbers = new Map<Y.Item, number>();
  let start = of;
  while (start.left) start = start.left;
  for (let item: Y.Item | null = start; item; item = item.right) numbers.set(item, numbers.size);
  return numbers;
}
