import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** What a pasted page may keep: the blocks and marks of a draft, by their HTML names. */
const keptTags = new Set([
  'P', 'H1', 'H2', 'H3', 'H4', 'UL', 'OL', 'LI', 'TABLE', 'TBODY', 'THEAD', 'TFOOT', 'TR', 'TD', 'TH', 'BLOCKQUOTE', 'HR', 'BR', 'IMG', 'A',
  'B', 'STRONG', 'I', 'EM', 'U', 'S', 'DEL', 'STRIKE', 'DIV', 'SPAN', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'FONT', 'LABEL', 'INPUT', 'CAPTION', 'COLGROUP', 'COL', 'BODY', 'SMALL', 'SUP', 'SUB', 'CODE', 'PRE', 'H5', 'H6', 'FIGURE', 'FIGCAPTION', 'MARK', 'DL', 'DT', 'DD',
]);
const silentlyDropped = new Set(['STYLE', 'META', 'LINK', 'TITLE', 'XML', 'HEAD', 'SCRIPT', 'NOSCRIPT', 'TEMPLATE', 'O:P']);

export interface CleanedPaste {
  readonly html: string;
  /** Something people would look for did not come along: a drawing, a form, a picture kept elsewhere. */
  readonly dropped: boolean;
}

/** Where a pasted `style` waits to be read: as `style` the page's policy would report every one of them. */
const look = 'data-pasted-look';
const withoutStyles = (html: string): string => html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${look}=`));

/** Word writes lists as paragraphs «MsoListParagraph» with their bullet as text. */
const wordList = /mso-list\s*:\s*l\d+\s+level(\d)/i;
const orderedMarker = /^[\s\u00a0]*(?:\d+|[a-zA-Z]|[ivxIVX]+)[.)]/;

const isWordItem = (element: Element | null): boolean => wordList.test(element?.getAttribute(look) ?? '');

function listItemOf(paragraph: HTMLElement): HTMLElement {
  const { ownerDocument } = paragraph;
  const item = ownerDocument.createElement('li');
  const text = ownerDocument.createElement('p');
  text.append(...paragraph.childNodes);
  item.append(text);
  return item;
}

function wordListsToLists(root: HTMLElement): void {
  let list: HTMLElement | null = null;
  for (const paragraph of [...root.querySelectorAll<HTMLElement>('p, h5, h6')].filter(isWordItem)) {
    const marker = paragraph.querySelector(`[${look}*="mso-list:Ignore"], [${look}*="mso-list: Ignore"]`);
    const kind = orderedMarker.test(marker?.textContent ?? '') ? 'ol' : 'ul';
    marker?.remove();
    if (!list || paragraph.previousElementSibling !== list) {
      list = root.ownerDocument.createElement(kind);
      paragraph.before(list);
    }
    list.append(listItemOf(paragraph));
    paragraph.remove();
  }
}

function removeComments(root: HTMLElement): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

function isLost(element: Element, isOurs: (src: string) => boolean): boolean {
  if (element.tagName === 'IMG') return !isOurs(element.getAttribute('src') ?? '');
  return !keptTags.has(element.tagName.toUpperCase());
}

/** Bold written as a style (Google Docs, Word) becomes bold; `<b style="font-weight:normal">` around a whole copy does not. */
function styledMarks(root: HTMLElement): void {
  for (const wrapper of root.querySelectorAll('b')) if (/font-weight:\s*(normal|400)/i.test(wrapper.getAttribute(look) ?? '')) wrapper.replaceWith(...wrapper.childNodes);
  for (const span of root.querySelectorAll(`span[${look}]`)) {
    const style = span.getAttribute(look) ?? '';
    if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) wrapInside(span, 'strong');
    if (/font-style:\s*italic/i.test(style)) wrapInside(span, 'em');
  }
}

function wrapInside(element: Element, tag: 'strong' | 'em'): void {
  const mark = element.ownerDocument.createElement(tag);
  mark.append(...element.childNodes);
  element.append(mark);
}

/** Looks and classes stay behind: the page's policy refuses them, and the draft has its own. */
function removeLooks(root: HTMLElement): void {
  for (const element of root.querySelectorAll(`[${look}], [style], [class]`)) {
    element.removeAttribute('style');
    element.removeAttribute(look);
    if (!/^co-align-(left|center|right)$/.test(element.className)) element.removeAttribute('class');
  }
}

/** Pasted HTML reduced to what a draft may hold. */
export function cleanPaste(html: string, isOurs: (src: string) => boolean): CleanedPaste {
  const root = new DOMParser().parseFromString(withoutStyles(html), 'text/html').body;
  removeComments(root);
  wordListsToLists(root);
  styledMarks(root);
  let dropped = false;
  for (const element of [...root.querySelectorAll('*')]) {
    const tag = element.tagName.toUpperCase();
    if (silentlyDropped.has(tag)) element.remove();
    else if (isLost(element, isOurs)) {
      dropped ||= element.isConnected;
      if (/^(IMG|SVG|CANVAS|IFRAME|OBJECT|EMBED|VIDEO|AUDIO|FORM|SELECT|TEXTAREA|BUTTON|MATH)$/.test(tag) || tag.includes(':')) element.remove();
      else element.replaceWith(...element.childNodes);
    }
  }
  for (const deep of root.querySelectorAll('h5, h6')) {
    const heading = root.ownerDocument.createElement('h4');
    heading.append(...deep.childNodes);
    deep.replaceWith(heading);
  }
  for (const element of root.querySelectorAll('h1[id], h2[id], h3[id], h4[id]')) if (!/^h-[0-9a-f]{12}$/.test(element.id)) element.removeAttribute('id');
  removeLooks(root);
  return { html: root.innerHTML, dropped };
}

export interface PasteCleaningOptions {
  isOurs: (src: string) => boolean;
  dropped: () => void;
}

/** Cleans what is pasted or dropped before the schema reads it, and says when something was left out. */
export const PasteCleaning = Extension.create<PasteCleaningOptions>({
  name: 'pasteCleaning',
  addOptions: () => ({ isOurs: () => false, dropped: () => undefined }),
  addProseMirrorPlugins() {
    const { isOurs, dropped } = this.options;
    return [
      new Plugin({
        key: new PluginKey('pasteCleaning'),
        props: {
          transformPastedHTML: (html) => {
            const cleaned = cleanPaste(html, isOurs);
            if (cleaned.dropped) setTimeout(dropped);
            return cleaned.html;
          },
        },
      }),
    ];
  },
});
