import { contentField } from '../../contract/document-schema';
import * as Y from 'yjs';

/** Without one of these, the others cannot stand. */
const together: readonly (readonly string[])[] = [['table', 'tableRow', 'tableCell', 'tableHeader'], ['taskList', 'taskItem'], ['bulletList', 'listItem'], ['orderedList', 'listItem']];

function blocksIn(parent: Y.XmlFragment, found: Set<string>): Set<string> {
  for (const child of parent.toArray() as unknown[]) {
    if (!(child instanceof Y.XmlElement)) continue;
    found.add(child.nodeName);
    blocksIn(child, found);
  }
  return found;
}

/** The blocks an editor of this kind knows; what the text holds already stays, for an editor takes out what it does not know. */
export function allowedBlocks(kind: readonly string[] | null, doc: Y.Doc): ReadonlySet<string> | null {
  if (kind === null) return null;
  const allowed = new Set(kind);
  for (const names of together) if (!names.every((name) => allowed.has(name))) allowed.delete(names[0] as string);
  const there = blocksIn(doc.getXmlFragment(contentField), new Set());
  for (const names of together) if (names.some((name) => there.has(name))) names.forEach((name) => there.add(name));
  return new Set([...allowed, ...there]);
}
