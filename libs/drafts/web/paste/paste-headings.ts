import { renamed } from './paste-looks';
import type { PastedLooks } from './paste-looks';

/** «Titre1», «titre-1», «Heading2», «MsoHeading3»: names that styles of headings have in one program or another. */
const byStyle = /(?:^| )(?:Mso)?(?:Titre|Heading|Title|Überschrift)[ _-]?([1-9])(?: |$)/i;

function levelOf(paragraph: Element, looks: PastedLooks): number | null {
  if (/(^| )MsoTitle( |$)/.test(paragraph.className)) return 1;
  const level = byStyle.exec(paragraph.className)?.[1] ?? /mso-outline-level:\s*([1-9])/i.exec(looks.of(paragraph))?.[1];
  return level ? Math.min(Number(level), 4) : null;
}

/** A heading is what is styled as one, whatever its element; a draft has four levels. */
export function headingsFromStyles(root: HTMLElement, looks: PastedLooks): void {
  for (const paragraph of root.querySelectorAll('p')) {
    const level = paragraph.closest('table, li') || (paragraph.textContent ?? '').trim() === '' ? null : levelOf(paragraph, looks);
    if (level !== null) renamed(paragraph, `h${level}`);
  }
  for (const deep of root.querySelectorAll('h5, h6')) renamed(deep, 'h4');
}

/** Word’s own table of contents gives way to ours, which follows the headings. */
export function contentsFromLines(root: HTMLElement): void {
  let isFirst = true;
  for (const line of root.querySelectorAll('p[class*="MsoToc"], p[class*="MsoTOC"]')) {
    const contents = root.ownerDocument.createElement('nav');
    contents.className = 'co-toc';
    if (isFirst) line.replaceWith(contents);
    else line.remove();
    isFirst = false;
  }
  for (const title of root.querySelectorAll('.MsoTocHeading, .MsoTOCHeading')) title.remove();
}

const newId = (): string => `h-${crypto.randomUUID().replace(/-/g, '').slice(0, 12)}`;
const isOurs = (id: string): boolean => /^h-[0-9a-f]{12}$/.test(id);

/** Each heading by the names links call it: its own, and those of the anchors in it. */
function headingsByName(root: HTMLElement): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const heading of root.querySelectorAll('h1, h2, h3, h4')) {
    if (heading.id && !found.has(heading.id)) found.set(heading.id, heading);
    for (const anchor of heading.querySelectorAll('a[name], [id]')) found.set(anchor.getAttribute('name') ?? anchor.id, heading);
  }
  return found;
}

/** Links within the pasted text lead to its headings still; those that led elsewhere in it lose their link. */
export function linksToHeadings(root: HTMLElement): void {
  const byName = headingsByName(root);
  const given = new Map<Element, string>();
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    const name = (link.getAttribute('href') ?? '').slice(1);
    const heading = byName.get(name);
    if (heading) {
      const id = given.get(heading) ?? (isOurs(heading.id) ? heading.id : newId());
      given.set(heading, id);
      link.setAttribute('href', `#${id}`);
    } else if (!isOurs(name)) link.replaceWith(...link.childNodes);
  }
  for (const heading of root.querySelectorAll('h1, h2, h3, h4')) {
    const id = given.get(heading);
    if (id) heading.id = id;
    else if (!isOurs(heading.id)) heading.removeAttribute('id');
  }
}
