import { documentLimits } from '../../contract/document-schema';
import { look } from './paste-looks';

const nameOf = (anchor: Element): string | null => anchor.getAttribute('name') || anchor.id || null;
const targetOf = (anchor: Element): string | null => {
  const href = anchor.getAttribute('href') ?? '';
  const at = href.indexOf('#');
  return at === -1 ? null : decodeURIComponent(href.slice(at + 1));
};

/** What holds the whole text of a note: its own box when there is one for it alone, its paragraph otherwise. */
function boxOf(back: Element, call: Element): Element | null {
  const division = back.closest('div, li, aside, section');
  const isOwn = division && !division.contains(call) && division.querySelectorAll('a[href^="#"], a[href*="#_ftnref"], a[href*="#_ednref"]').length === 1;
  return isOwn ? division : back.closest('p');
}

function noteFor(call: Element, text: string): HTMLElement {
  const note = call.ownerDocument.createElement('sup');
  note.className = 'co-note';
  note.dataset['text'] = text.slice(0, documentLimits.attributeTextLength);
  return note;
}

const wrapsOnly = (parent: Element, child: Element): boolean => parent.tagName === 'SUP' && parent.textContent === child.textContent;

interface Pair {
  readonly call: Element;
  readonly back: Element;
}

/** Two links that lead to each other, the call first. */
function pairsOf(anchors: readonly Element[]): Pair[] {
  const byName = new Map<string, Element>();
  for (const anchor of anchors.toReversed()) byName.set(nameOf(anchor) ?? '', anchor);
  byName.delete('');
  const seen = new Set<Element>();
  return anchors.flatMap((call) => {
    const back = byName.get(targetOf(call) ?? '');
    if (!back || back === call || seen.has(call) || targetOf(back) !== nameOf(call)) return [];
    seen.add(back);
    return [{ call, back }];
  });
}

function moveNote({ call, back }: Pair): void {
  const box = boxOf(back, call);
  if (!box || box.contains(call)) return;
  back.remove();
  const text = (box.textContent ?? '').replace(/\s+/g, ' ').trim();
  const { parentElement: parent } = call;
  (parent && wrapsOnly(parent, call) ? parent : call).replaceWith(noteFor(call, text));
  box.remove();
}

/**
 * Word, LibreOffice and Google Docs all write a note as two links that lead to each other: the call in the text, and a number before the note.
 * Each pair becomes a note of ours, and the list at the end goes.
 */
export function notesFromAnchors(root: HTMLElement): void {
  for (const pair of pairsOf([...root.querySelectorAll('a[href*="#"]')])) moveNote(pair);
  for (const list of root.querySelectorAll(`[${look}*="mso-element:footnote-list"], [${look}*="mso-element:endnote-list"]`)) list.remove();
}
