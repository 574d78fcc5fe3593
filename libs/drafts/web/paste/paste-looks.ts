/** Where a pasted `style` waits to be read: as `style` the page's policy would report every one of them. */
export const look = 'data-pasted-look';

/** Style sheets wait likewise, as scripts of a type that nothing runs. */
const sheet = 'text/pasted-style';

export const withoutStyles = (html: string): string =>
  html.replace(/<style\b[^>]*>/gi, `<script type="${sheet}">`).replace(/<\/style\s*>/gi, '</script>').replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${look}=`));

/** How pasted elements look: from their own style, and from the classes their page described (Excel and Word write both). */
export interface PastedLooks {
  readonly of: (element: Element) => string;
  /** Of Word's lists, «l0:level2» to its description. */
  readonly lists: ReadonlyMap<string, string>;
}

const comments = /\/\*[\s\S]*?\*\/|<!--|-->/g;
const rule = /([^{}]+)\{([^{}]*)\}/g;
const wordLevel = /@list\s+(l\d+:level\d)/i;
const byClass = /^[a-z\d]*\.([\w-]+)$/i;

export function looksOf(pasted: Document): PastedLooks {
  const classes = new Map<string, string>();
  const lists = new Map<string, string>();
  const css = [...pasted.querySelectorAll(`script[type="${sheet}"]`)].map((style) => style.textContent ?? '').join('\n').replace(comments, '');
  for (const [, selectors = '', declarations = ''] of css.matchAll(rule)) {
    const level = wordLevel.exec(selectors)?.[1];
    if (level) lists.set(level.toLowerCase(), declarations);
    for (const selector of selectors.split(',')) {
      const name = byClass.exec(selector.trim())?.[1];
      if (name) classes.set(name, `${classes.get(name) ?? ''};${declarations}`);
    }
  }
  return { lists, of: (element) => `${[...element.classList].map((name) => classes.get(name) ?? '').join(';')};${element.getAttribute(look) ?? ''}` };
}

export const isBold = (style: string): boolean => /font-weight:\s*(bold|[6-9]00)/i.test(style);

export function wrapInside(element: Element, tag: 'strong' | 'em' | 'u' | 's'): void {
  const mark = element.ownerDocument.createElement(tag);
  mark.append(...element.childNodes);
  element.append(mark);
}

/** The same element under another name, its children kept. */
export function renamed(element: Element, tag: string): HTMLElement {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}
