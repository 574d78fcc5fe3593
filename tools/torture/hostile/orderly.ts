import * as Y from 'yjs';

/** Whether each item's right neighbour really stands to the right of its left one: Yjs itself never looks. */
export function isOrderly(doc: Y.Doc, update: Uint8Array): boolean {
  const trial = new Y.Doc();
  try {
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(trial, update);
    return Y.decodeUpdate(update).structs.every((struct) => !(struct instanceof Y.Item) || standsBetween(trial, struct));
  } catch {
    return true;
  } finally {
    trial.destroy();
  }
}

function standsBetween(doc: Y.Doc, { origin, rightOrigin }: Y.Item): boolean {
  if (!origin || !rightOrigin || [origin, rightOrigin].some(({ client, clock }) => clock >= Y.getState(doc.store, client))) return true;
  const [left, right] = [Y.getItem(doc.store, origin), Y.getItem(doc.store, rightOrigin)];
  for (let item: Y.Item | null = left instanceof Y.Item ? left : null; item; item = item.right) {
    if (item === right) return item !== left || origin.clock < rightOrigin.clock;
  }
  return false;
}
