import { look } from './paste-looks';

const run = /[ \u00a0\t]*\u00a0[ \u00a0\t]*/g;

/**
 * What a run of spaces with a no-break one among them stands for: the one French wants before a sign, the one somebody put between two words,
 * or mere filling, which Word writes by the dozen.
 */
function spaceFor(found: string, before: string, after: string): string {
  if (/[;!?]/.test(after)) return '\u202f';
  if (/[:»%€]/.test(after) || before === '«') return '\u00a0';
  return found === '\u00a0' && /\S/.test(before) && /\S/.test(after) ? '\u00a0' : ' ';
}

export const smartSpaces = (text: string): string => text.replace(run, (found, offset: number, whole: string) => spaceFor(found, whole[offset - 1] ?? '', whole[offset + found.length] ?? ''));

/** The spaces Word counts for itself, and those it fills with, become the ones the text means. */
export function meantSpaces(root: HTMLElement): void {
  for (const filling of root.querySelectorAll(`span[${look}*="mso-spacerun"], span[${look}*="mso-tab-count"]`)) filling.replaceWith('\u00a0\u00a0');
  root.normalize();
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent ?? '';
    if (text.includes('\u00a0')) walker.currentNode.textContent = smartSpaces(text);
  }
}
