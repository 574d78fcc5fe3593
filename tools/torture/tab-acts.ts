import { contentField } from '@cohorte/drafts/contract';
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Tab } from './tab';

/** Waits for something true; what it waited for is named when it never came. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Never came: ${what}`);
    await wait(10);
  }
}

export const rootOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(contentField);

/** A paragraph of its own at the end of the text. */
export function writeLine(tab: Tab, text: string): void {
  const doc = tab.replica.doc();
  const paragraph = new Y.XmlElement('paragraph');
  const written = new Y.XmlText();
  doc.transact(() => {
    rootOf(doc).insert(rootOf(doc).length, [paragraph]);
    paragraph.insert(0, [written]);
    written.insert(0, text);
  });
}

export const isSaved = (tab: Tab): boolean => tab.sync.phase() === 'live' && tab.sync.unsent() === 0;

/** Writes and waits for «Enregistré». */
export async function writeAndSave(tab: Tab, text: string): Promise<void> {
  writeLine(tab, text);
  await until(`«Enregistré» after «${text}» (${tab.flag})`, () => isSaved(tab));
  if (tab.sync.refused().length > 0) throw new Error(`«${text}» was refused: ${JSON.stringify(tab.sync.refused())}`);
}

export async function opened(tab: Tab): Promise<Tab> {
  await tab.open();
  await until(`the draft in a tab (${tab.flag})`, () => tab.sync.phase() === 'live');
  return tab;
}

export const textOf = (doc: Y.Doc): string => rootOf(doc).toString();

/**
 * The same items and the same text. Yjs takes away marks that change nothing when it hears of them one row after the other and not when it hears of all
 * at once, so that two readings of one journal may differ in what is gone; never in what stands.
 */
export const sameText = (one: Y.Doc, other: Y.Doc): boolean => {
  const [held, alsoHeld] = [one, other].map((doc) => Y.decodeStateVector(Y.encodeStateVector(doc)));
  return held?.size === alsoHeld?.size && [...(held ?? [])].every(([client, clock]) => alsoHeld?.get(client) === clock) && textOf(one) === textOf(other);
};

/** The same in what is gone, too. */
export const sameDocument = (one: Y.Doc, other: Y.Doc): boolean => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other)) && textOf(one) === textOf(other);
