import * as Y from 'yjs';
import { contentField } from '../../contract';
import type { DocumentNode } from '../../contract';
import { settleAuthorship } from './authorship-inheritance';
import { seedUpdate } from '../draft-seed';
import { htmlOf } from '../projections/draft-html';
import { treeOf } from '../projections/draft-tree';
import { Turns } from './draft-turns';
import { restoration } from './version-restoration';
import { VersionPlan } from './version-plan';
import { VersionReplay } from './version-replay';
import { VersionWalk } from './version-walk';
import type { VersionNode } from './version-walk';

export const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) });

const minute = 60_000;

/** A draft's journal as several people make it, one row a minute, each with a document of their own. */
export class Past {
  readonly replay = new VersionReplay();
  private readonly docs = new Map<string, Y.Doc>();
  private readonly writers = new Map<number, string | null>();
  private readonly updates: Uint8Array[] = [];

  constructor(document: DocumentNode = { type: 'doc', content: [paragraph('Bonjour à tous')] }) {
    const { update, clientId } = seedUpdate(document);
    this.writers.set(clientId, null);
    this.keep(update, null, null);
  }

  get seq(): number {
    return this.replay.seq;
  }

  /** One row: whatever the person does in one go, on top of all that was written before. */
  write(person: string, edit: (root: Y.XmlFragment, doc: Y.Doc) => void): number {
    const doc = this.docOf(person);
    return this.push(person, this.made(doc, () => edit(doc.getXmlFragment(contentField), doc)));
  }

  /** Two people at once: neither has seen the other's edit. */
  together(one: [string, (root: Y.XmlFragment) => void], other: [string, (root: Y.XmlFragment) => void]): void {
    const made = [one, other].map(([person, edit]) => {
      const doc = this.docOf(person);
      return [person, this.made(doc, () => edit(doc.getXmlFragment(contentField)))] as const;
    });
    made.forEach(([person, update]) => this.push(person, update));
  }

  async restore(person: string, seq: number): Promise<number> {
    const { updates, clientId } = await restoration(this.replay, seq, new Turns());
    this.writers.set(clientId, person);
    updates.forEach((update) => this.keep(update, person, seq));
    return this.seq;
  }

  compare(from: number, to: number): { blocks: VersionNode[]; walk: VersionWalk } {
    const walk = new VersionWalk(this.replay, from, to);
    return { blocks: [...walk.blocks(this.replay.content)], walk };
  }

  /** The HTML at a position, through what versions are read with. */
  at(seq: number): string {
    return htmlOf({ type: 'doc', content: this.compare(seq, seq).blocks });
  }

  /** The plan between two positions, as versions show it. */
  plan(from: number, to: number): VersionNode[] {
    return new VersionPlan(this.replay, new VersionWalk(this.replay, from, to), from, to).blocks();
  }

  /** The HTML at a position, from a document that has heard the journal up to there only. */
  heard(seq: number): string {
    const doc = new Y.Doc();
    this.updates.slice(0, seq).forEach((update) => Y.applyUpdate(doc, update));
    return htmlOf(inOrder(treeOf(doc.getXmlFragment(contentField))));
  }

  /** The document everyone has now. */
  now(): Y.Doc {
    const doc = new Y.Doc();
    this.updates.forEach((update) => Y.applyUpdate(doc, update));
    return doc;
  }

  private made(doc: Y.Doc, edit: () => void): Uint8Array {
    const before = Y.encodeStateVector(doc);
    let update: Uint8Array | null = null;
    const note = (made: Uint8Array): void => void (update = update ? Y.mergeUpdates([update, made]) : made);
    doc.on('update', note);
    doc.transact(edit);
    doc.off('update', note);
    return update ?? Y.encodeStateAsUpdate(doc, before);
  }

  private docOf(person: string): Y.Doc {
    const doc = this.docs.get(person) ?? new Y.Doc();
    this.docs.set(person, doc);
    this.writers.set(doc.clientID, person);
    this.updates.forEach((update) => Y.applyUpdate(doc, update));
    return doc;
  }

  private push(person: string, update: Uint8Array): number {
    this.keep(update, person, null);
    return this.seq;
  }

  private keep(update: Uint8Array, personId: string | null, restores: number | null): void {
    this.updates.push(update);
    this.replay.know(this.writers);
    const seq = this.updates.length;
    settleAuthorship(this.replay, this.replay.apply({ seq, personId, at: seq * minute, bytes: update }), restores);
  }
}

/** Marks have no order of their own. */
const inOrder = (node: DocumentNode): DocumentNode => ({
  ...node,
  ...(node.marks ? { marks: [...node.marks].sort((one, other) => (one.type < other.type ? -1 : 1)) } : {}),
  ...(node.content ? { content: node.content.map(inOrder) } : {}),
});

export const blockAt = (root: Y.XmlFragment, index: number): Y.XmlElement => root.get(index) as Y.XmlElement;
export const textAt = (root: Y.XmlFragment, index: number): Y.XmlText => blockAt(root, index).get(0) as Y.XmlText;

/** A new block as the editor makes one: element, then text. */
export function addBlock(root: Y.XmlFragment, index: number, text: string, name = 'paragraph'): Y.XmlElement {
  const element = new Y.XmlElement(name);
  const written = new Y.XmlText();
  root.insert(index, [element]);
  element.insert(0, [written]);
  written.insert(0, text);
  return element;
}

/** What the editor does to split a paragraph: the end leaves and is written again below. */
export function split(root: Y.XmlFragment, index: number, at: number): void {
  const text = textAt(root, index);
  const end = text.toString().slice(at);
  text.delete(at, end.length);
  addBlock(root, index + 1, end);
}
