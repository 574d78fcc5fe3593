import * as Y from 'yjs';
import { contentField } from './document-schema';

/** Steps a writer takes; numbers choose the place and the manner, so that a property test can shrink them. */
export interface WritingStep {
  readonly what: 'block' | 'text' | 'mark' | 'attribute' | 'delete' | 'break';
  readonly where: number;
  readonly how: number;
}

const blocks = ['paragraph', 'heading', 'bulletList', 'listItem', 'table', 'tableCell', 'blockquote', 'taskItem', 'callout', 'footnote', 'mention', 'tableOfContents'] as const;
const attributes: Record<string, [string, unknown]> = {
  heading: ['level', 2],
  tableCell: ['colspan', 2],
  taskItem: ['checked', true],
  callout: ['kind', 'key'],
  footnote: ['text', 'Voir l’article « 3 » <b>'],
  mention: ['label', 'Ève "O\'Neil" <i>'],
};
const marks: Record<string, unknown>[] = [{ bold: {} }, { italic: null }, { link: { href: 'https://example.org/é', target: '_blank', rel: 'noopener', class: null, title: null } }];

const at = <T>(list: readonly T[], index: number): T | undefined => (list.length === 0 ? undefined : list[index % list.length]);

function elements(fragment: Y.XmlFragment): Y.XmlElement[] {
  return fragment.toArray().flatMap((child) => (child instanceof Y.XmlElement ? [child, ...elements(child)] : []));
}

const texts = (fragment: Y.XmlFragment): Y.XmlText[] =>
  elements(fragment).flatMap((element) => element.toArray().filter((child) => child instanceof Y.XmlText));

function addBlock(root: Y.XmlFragment, { where, how }: WritingStep): void {
  const name = at(blocks, how) ?? 'paragraph';
  const element = new Y.XmlElement<Record<string, unknown> & { [key: string]: never }>(name);
  const parents = [root, ...elements(root).filter((parent) => parent.nodeName !== 'hardBreak')];
  const parent = at(parents, where) ?? root;
  parent.insert(how % (parent.length + 1), [element as unknown as Y.XmlElement]);
  const text = new Y.XmlText();
  element.insert(0, [text]);
  text.insert(0, `début ${how} 🌱`);
}

/** Makes one honest edit of the kind an editor makes. */
export function write(doc: Y.Doc, step: WritingStep): void {
  const root = doc.getXmlFragment(contentField);
  const text = at(texts(root), step.where);
  const element = at(elements(root), step.where);
  doc.transact(() => {
    if (step.what === 'block' || !text || !element) return addBlock(root, step);
    if (step.what === 'break') return element.insert(element.length, [new Y.XmlElement('hardBreak')]);
    if (step.what === 'attribute') return setAttribute(element, step.how);
    return text.length > 0 || step.what === 'text' ? changeText(text, step) : root.delete(0, 1);
  });
}

function changeText(text: Y.XmlText, { what, how }: WritingStep): void {
  if (what === 'text') return text.insert(how % (text.length + 1), at(['a', 'mot', 'à la ligne ', '🌍é', '\u00a0'], how) ?? 'a');
  if (what === 'mark') return text.format(0, 1 + (how % text.length), at(marks, how) ?? {});
  text.delete(how % text.length, 1);
}

function setAttribute(element: Y.XmlElement, how: number): void {
  const attribute = attributes[element.nodeName];
  if (!attribute) return;
  if (how % 3 === 0) return element.removeAttribute(attribute[0]);
  (element as unknown as Y.XmlElement<Record<string, unknown> & { [key: string]: never }>).setAttribute(attribute[0], attribute[1] as never);
}

/** A draft with one paragraph of this text, as its writer's editor would make it. */
export function aDocument(text = 'Bonjour', clientId?: number): Y.Doc {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  const paragraph = new Y.XmlElement('paragraph');
  const written = new Y.XmlText();
  doc.transact(() => {
    doc.getXmlFragment(contentField).insert(0, [paragraph]);
    paragraph.insert(0, [written]);
    written.insert(0, text);
  });
  return doc;
}

/** What the editor hands to the connection: one update per transaction. */
export function updatesOf(doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array[] {
  const made: Uint8Array[] = [];
  const keep = (update: Uint8Array): void => void made.push(update);
  doc.on('update', keep);
  edit(doc);
  doc.off('update', keep);
  return made;
}
