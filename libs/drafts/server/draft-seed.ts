import { newId } from '@cohorte/platform/server';
import * as Y from 'yjs';
import { contentField, isAllowedAttribute, isAllowedMark, isNodeName, PlanEdits } from '../contract';
import type { DocumentNode, DraftKind, PlanSeed } from '../contract';

/** The document does not fit what a draft may hold. */
export class UnfitDocument extends Error {}

/** The first update of a draft, from the editor's JSON and its kind's plan. `clientId` is then the application's own writer in that draft. */
export function seedUpdate(document: DocumentNode, kind: Pick<DraftKind, 'nodes' | 'plan' | 'planSeed'> = {}): { update: Uint8Array; clientId: number } {
  const stranger = kind.nodes && strangerIn(document, new Set<string>(kind.nodes));
  if (stranger) throw new UnfitDocument(`A document of this kind holds no «${stranger}»`);
  const doc = new Y.Doc();
  doc.transact(() => {
    insertNodes(doc.getXmlFragment(contentField), 0, document.content ?? []);
    if (kind.plan) seedPlan(new PlanEdits(doc, kind.plan), kind.planSeed ?? [], '');
  });
  const seed = { update: Y.encodeStateAsUpdate(doc), clientId: doc.clientID };
  doc.destroy();
  return seed;
}

function seedPlan(edits: PlanEdits, entries: readonly PlanSeed[], parent: string): void {
  for (const { type, fields = {}, children = [] } of entries) {
    const id = newId();
    edits.add({ id, type, fields }, { parent });
    seedPlan(edits, children, id);
  }
}

/** The first block a kind does not have. */
const strangerIn = (document: DocumentNode, nodes: ReadonlySet<string>): string | undefined =>
  (document.content ?? []).flatMap((node) => (node.type === 'text' ? [] : [nodes.has(node.type) ? strangerIn(node, nodes) : node.type])).find((type) => type !== undefined);

/** Writes nodes of the editor's JSON into a shared tree. */
export function insertNodes(parent: Y.XmlFragment, at: number, nodes: readonly DocumentNode[]): void {
  const made: (Y.XmlElement | Y.XmlText)[] = [];
  const later: (() => void)[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as DocumentNode;
    if (node.type !== 'text') {
      const element = elementOf(node);
      made.push(element);
      later.push(() => insertNodes(element, 0, node.content ?? []));
      continue;
    }
    const run = nodes.slice(index, endOfText(nodes, index));
    const text = new Y.XmlText();
    made.push(text);
    later.push(() => text.applyDelta(run.map(({ text: insert = '', marks }) => ({ insert, attributes: marksOf(marks) })), { sanitize: false }));
    index += run.length - 1;
  }
  parent.insert(at, made);
  later.forEach((step) => step());
}

/** Runs of text that follow each other live in one Y.XmlText, as the editor does. */
function endOfText(nodes: readonly DocumentNode[], from: number): number {
  const end = nodes.findIndex((node, index) => index > from && node.type !== 'text');
  return end === -1 ? nodes.length : end;
}

function elementOf({ type, attrs }: DocumentNode): Y.XmlElement {
  if (!isNodeName(type)) throw new UnfitDocument(`A draft holds no «${type}»`);
  const element = new Y.XmlElement<Record<string, never>>(type);
  for (const [key, value] of Object.entries(attrs ?? {})) {
    if (value === null || value === undefined) continue;
    if (!isAllowedAttribute(type, key, value)) throw new UnfitDocument(`«${type}» may not have «${key}»: ${JSON.stringify(value)}`);
    element.setAttribute(key, value as never);
  }
  return element as unknown as Y.XmlElement;
}

function marksOf(marks: DocumentNode['marks']): Record<string, unknown> {
  return Object.fromEntries((marks ?? []).map(({ type, attrs }) => {
    if (!isAllowedMark(type, attrs ?? {})) throw new UnfitDocument(`A draft holds no mark «${type}» with ${JSON.stringify(attrs)}`);
    return [type, attrs ?? {}];
  }));
}
