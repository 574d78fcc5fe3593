import { fitted } from './paste-fitting';
import { contentsFromLines, headingsFromStyles, linksToHeadings } from './paste-headings';
import { listsFromParagraphs, listsInItems } from './paste-lists';
import { isBold, look, looksOf, withoutStyles, wrapInside } from './paste-looks';
import type { PastedLooks } from './paste-looks';
import { notesFromAnchors } from './paste-notes';
import { meantSpaces } from './paste-spaces';
import { tablesFromLooks } from './paste-tables';

/** What a pasted page may keep: the blocks and marks of a draft, by their HTML names. */
const keptTags = new Set([
  'P', 'H1', 'H2', 'H3', 'H4', 'UL', 'OL', 'LI', 'TABLE', 'TBODY', 'THEAD', 'TFOOT', 'TR', 'TD', 'TH', 'BLOCKQUOTE', 'HR', 'BR', 'IMG', 'A',
  'B', 'STRONG', 'I', 'EM', 'U', 'S', 'DEL', 'STRIKE', 'DIV', 'SPAN', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'LABEL', 'INPUT', 'BODY', 'SMALL', 'SUP', 'SUB', 'CODE', 'PRE', 'FIGURE', 'FIGCAPTION', 'MARK', 'DL', 'DT', 'DD', 'NAV',
]);
const silentlyDropped = 'style, meta, link, title, xml, head, script, noscript, template, o\\:p, [hidden]';
/** What people would look for and a draft cannot hold. */
const missed = 'svg, canvas, iframe, object, embed, video, audio, form, select, textarea, button, math, v\\:shape, v\\:imagedata, v\\:shapetype';
/** Word’s remarks in the margin are not the text. */
const remarks = `.MsoCommentReference, .msocomanchor, .msocomoff, [${look}*="mso-element:comment"]`;
const ours = /^co-(align-(left|center|right)|callout( co-callout-(info|key|warning))?|note|mention|toc)$/;

export interface CleanedPaste {
  readonly html: string;
  /** Something people would look for did not come along: a drawing, a form, a picture kept elsewhere. */
  readonly dropped: boolean;
  /** What this document has no block for came in as lines of text. */
  readonly fitted: boolean;
}

/** The document that is pasted into. */
export interface PastedInto {
  readonly isOurs: (src: string) => boolean;
  readonly has?: (block: string) => boolean;
}

function removeComments(root: HTMLElement): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** Bold written as a style (Google Docs, Word) becomes bold; `<b style="font-weight:normal">` around a whole copy does not. */
function styledMarks(root: HTMLElement, looks: PastedLooks): void {
  for (const wrapper of root.querySelectorAll('b')) if (/font-weight:\s*(normal|400)/i.test(looks.of(wrapper))) wrapper.replaceWith(...wrapper.childNodes);
  for (const span of root.querySelectorAll('span')) {
    const style = looks.of(span);
    if (isBold(style)) wrapInside(span, 'strong');
    if (/font-style:\s*italic/i.test(style)) wrapInside(span, 'em');
    if (/text-decoration[^;]*line-through/i.test(style)) wrapInside(span, 's');
    if (/text-decoration[^;]*underline/i.test(style) && !span.closest('a')) wrapInside(span, 'u');
  }
}

/** Takes away what a draft cannot hold; true when somebody would look for some of it. */
function leaveBehind(root: HTMLElement, isOurs: (src: string) => boolean): boolean {
  for (const element of root.querySelectorAll(silentlyDropped)) element.remove();
  for (const element of root.querySelectorAll(remarks)) element.remove();
  const lost = [...root.querySelectorAll(missed), ...[...root.querySelectorAll('img')].filter((image) => !isOurs(image.getAttribute('src') ?? ''))];
  for (const element of lost) element.remove();
  for (const element of [...root.querySelectorAll('*')]) if (!keptTags.has(element.tagName)) element.replaceWith(...element.childNodes);
  return lost.length > 0;
}

/** Looks and classes stay behind: the page's policy refuses them, and the draft has its own. */
function removeLooks(root: HTMLElement): void {
  for (const element of root.querySelectorAll('*')) {
    element.removeAttribute('style');
    element.removeAttribute(look);
    if (!ours.test(element.className)) element.removeAttribute('class');
  }
}

/** Numbers as large as a draft takes them; beyond, the server would refuse the whole paste. */
function boundNumbers(root: HTMLElement): void {
  const bounds: readonly [string, number][] = [['colspan', 100], ['rowspan', 1_000], ['start', 100_000]];
  for (const [name, most] of bounds) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const value = Number(element.getAttribute(name));
      if (!Number.isInteger(value) || value < 0 || value > most) element.removeAttribute(name);
    }
  }
}

/** Pasted HTML reduced to what a draft may hold, with the lists, headings, notes and tables it had where it comes from. */
export function cleanPaste(html: string, { isOurs, has = () => true }: PastedInto): CleanedPaste {
  const pasted = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  const looks = looksOf(pasted);
  const root = pasted.body;
  removeComments(root);
  notesFromAnchors(root);
  contentsFromLines(root);
  listsFromParagraphs(root, looks);
  headingsFromStyles(root, looks);
  listsInItems(root);
  tablesFromLooks(root, looks);
  styledMarks(root, looks);
  meantSpaces(root);
  const dropped = leaveBehind(root, isOurs);
  linksToHeadings(root);
  removeLooks(root);
  boundNumbers(root);
  const fit = fitted(root.innerHTML, has);
  return { html: fit.html, dropped, fitted: fit.changed };
}
