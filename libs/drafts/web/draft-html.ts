import { Directive, effect, ElementRef, inject, input } from '@angular/core';
import { isAllowedImage, isAllowedLink } from '../contract/document-schema';

/** The elements a draft's HTML is made of, each with the attributes it may carry. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  P: [], H1: ['id'], H2: ['id'], H3: ['id'], H4: ['id'], UL: ['data-type', 'class', 'role'], OL: ['start', 'type'], LI: ['data-type', 'data-checked', 'class', 'id'],
  BLOCKQUOTE: [], HR: [], BR: [], DIV: ['class', 'role', 'aria-label'], LABEL: [], INPUT: ['type', 'checked', 'disabled', 'aria-label'], SPAN: ['class', 'title'], INS: ['class', 'title'], DEL: ['class', 'title'], SUP: ['class'], NAV: ['class', 'aria-label'], SECTION: ['class', 'aria-label'],
  TABLE: [], THEAD: [], TBODY: [], TR: [], TH: ['colspan', 'rowspan', 'class', 'scope'], TD: ['colspan', 'rowspan', 'class'],
  STRONG: [], EM: [], U: [], S: [], A: ['href', 'title', 'rel', 'target', 'id', 'aria-label'], IMG: ['src', 'alt', 'title', 'width', 'height', 'loading'], FIGURE: [], FIGCAPTION: [],
};

/** What is said of an element: what became of it in a version, what it is proposed to become, and by whom. */
const facts = ['data-change', 'data-author', 'data-at', 'data-number', 'data-line', 'data-becomes', 'title'];

const isAllowedAttributeOf = (name: string, value: string): boolean => {
  if (name === 'href') return isAllowedLink(value);
  if (name === 'src') return isAllowedImage(value);
  if (name === 'type') return /^(checkbox|[1aAiI])$/.test(value);
  return true;
};

function elementLike(source: Element, document: Document): Node {
  const names = allowed[source.tagName];
  if (!names) return document.createDocumentFragment();
  const copy = document.createElement(source.tagName);
  for (const { name, value } of source.attributes) if ((names.includes(name) || facts.includes(name)) && isAllowedAttributeOf(name, value)) copy.setAttribute(name, value);
  if (copy instanceof HTMLInputElement) copy.disabled = true;
  return copy;
}

function copyOf(source: Node, document: Document): Node | null {
  if (source.nodeType === Node.TEXT_NODE) return document.createTextNode(source.textContent ?? '');
  if (!(source instanceof Element)) return null;
  const copy = elementLike(source, document);
  for (const child of source.childNodes) {
    const inner = copyOf(child, document);
    if (inner) copy.appendChild(inner);
  }
  return copy;
}

/** The document's own blocks out of a string of HTML, each made when it is asked for; anything else loses its tag and keeps its text. */
export function* draftNodes(html: string, document: Document): Generator<Node, void> {
  for (const block of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const copy = copyOf(block, document);
    if (copy) yield copy;
  }
}

/** As many blocks as the tallest screen shows, then as many as a frame bears. */
const firstBlocks = 40;
const blocksAFrame = 400;

function taken(nodes: Generator<Node, void>, most: number): Node[] {
  const batch: Node[] = [];
  while (batch.length < most) {
    const { value, done } = nodes.next();
    if (done) break;
    batch.push(value);
  }
  return batch;
}

/**
 * Shows a draft's HTML, what the screen can hold first: a long text is read before all of it is laid out. Angular's own sanitizer would take the ids
 * of the headings away, which links and the outline need.
 */
@Directive({ selector: '[coDraftHtml]' })
export class DraftHtml {
  readonly coDraftHtml = input.required<string>();

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect((onCleanup) => {
      const nodes = draftNodes(this.coDraftHtml(), element.ownerDocument);
      element.replaceChildren(...taken(nodes, firstBlocks));
      let frame = requestAnimationFrame(function more() {
        const batch = taken(nodes, blocksAFrame);
        element.append(...batch);
        if (batch.length > 0) frame = requestAnimationFrame(more);
      });
      onCleanup(() => cancelAnimationFrame(frame));
    });
  }
}
