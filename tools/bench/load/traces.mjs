import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';

const contentField = 'content';
const own = join(import.meta.dirname, '../traces');

/** A real history when there is one (see traces/README.md), else one made up: words typed, some of them taken back. */
export function loadTrace(name, folder) {
  const file = [folder, own].filter(Boolean).map((place) => join(place, `${name}.json.gz`)).find((path) => existsSync(path));
  if (!file) return { name: 'generated', txns: generated(60_000) };
  const { txns } = JSON.parse(gunzipSync(readFileSync(file)).toString());
  return { name, txns };
}

function generated(count) {
  let length = 0;
  return Array.from({ length: count }, (_, index) => {
    if (index % 7 === 6 && length > 20) {
      length -= 1;
      return { patches: [[(index * 7919) % length, 1, '']] };
    }
    const at = index % 50 === 0 ? (index * 104_729) % (length + 1) : length;
    length += 1;
    return { patches: [[at, 0, 'abcdefghij klmno'[index % 16]]] };
  });
}

/** The history as one writer's updates, so many altogether; the text is one paragraph. */
export function updatesOf({ txns }, wanted) {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  const updates = [];
  doc.on('update', (update) => updates.push(update));
  doc.transact(() => {
    doc.getXmlFragment(contentField).insert(0, [paragraph]);
    paragraph.insert(0, [text]);
  });
  const each = Math.ceil(txns.length / wanted);
  for (let from = 0; from < txns.length; from += each) {
    const group = [];
    const gather = (update) => group.push(update);
    const listeners = updates.length;
    doc.on('update', gather);
    for (const { patches } of txns.slice(from, from + each)) doc.transact(() => patches.forEach((patch) => apply(text, patch)));
    doc.off('update', gather);
    updates.splice(listeners, updates.length - listeners, Y.mergeUpdates(group));
  }
  return { updates, clientId: doc.clientID, keys: txns.length, stateBytes: Y.encodeStateAsUpdate(doc).byteLength, characters: text.length };
}

function apply(text, [at, removed, inserted]) {
  if (removed > 0) text.delete(at, removed);
  if (inserted) text.insert(at, inserted);
}
