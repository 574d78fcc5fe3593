import * as Y from 'yjs';
import type { Chance } from '../chance';
import { rootOf } from '../tab-acts';
import { wordsIn } from './word-ledger';

/** Texts that everybody writes in; all others belong to the tab that began them. */
const sharedId = /^partage-/;

export const sharedBlocks = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ type: 'heading' as const, attrs: { level: 2, id: `partage-${index}` }, content: [{ type: 'text' as const, text: 'Ensemble ' }] }));

export function sharedTexts(doc: Y.Doc): Y.XmlText[] {
  return rootOf(doc).toArray().flatMap((block) => (block instanceof Y.XmlElement && sharedId.test(String(block.getAttribute('id'))) ? firstText(block) : []));
}

export const firstText = (block: Y.XmlElement): Y.XmlText[] => block.toArray().filter((child) => child instanceof Y.XmlText).slice(0, 1);

export const plain = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('');

/** Before a word, never within one. */
export function boundary(text: Y.XmlText, chance: Chance): number {
  const places = [...plain(text).matchAll(/ /g)].map((match) => match.index + 1);
  return chance.of([...places, ...(places.length === 0 ? [0] : [])]);
}

export const wordsOf = (text: Y.XmlText): string[] => wordsIn(plain(text));

/** Every text of the draft, in reading order. */
const textsIn = (parent: Y.XmlFragment | Y.XmlElement): Y.XmlText[] =>
  parent.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));

export const readPage = (doc: Y.Doc): string[] => textsIn(rootOf(doc)).flatMap(wordsOf);

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
};
export const textWith = (text: string): Y.XmlText => new Y.XmlText(text);
export const paragraphWith = (text: string): Y.XmlElement => element('paragraph', textWith(text));

/** What somebody may paste: several blocks at once, all of them or none. */
export function pasted(words: readonly string[], chance: Chance): Y.XmlElement[] {
  const kind = chance.of(['paragraphs', 'list', 'table', 'quote'] as const);
  const paragraphs = words.map((word) => paragraphWith(`${word} `));
  if (kind === 'paragraphs') return paragraphs;
  if (kind === 'quote') return [element('blockquote', ...paragraphs)];
  if (kind === 'list') return [element('bulletList', ...paragraphs.map((paragraph) => element('listItem', paragraph)))];
  return [element('table', ...paragraphs.map((paragraph) => element('tableRow', element('tableCell', paragraph))))];
}
