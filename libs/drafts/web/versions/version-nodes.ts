import type { ChangeKind, LineAuthor } from '../../contract/versions/draft-version';
import { draftNodes } from '../draft-html';
import type { VersionTint } from './version-tints';

/** How changes and authors are said; names are empty for the application's own text. */
export interface VersionSayings {
  /** «Ada Lovelace», or what stands for nobody. */
  readonly nameOf: (personId: string | null) => string;
  readonly tintOf: (personId: string | null) => VersionTint;
  /** «ajouté par Ada Lovelace», with the moment when there is one to say. */
  readonly change: (kind: ChangeKind, name: string, at: string) => string;
  /** «Ada Lovelace 80 %, Grace Hopper 20 %». */
  readonly authors: (line: readonly LineAuthor[]) => string;
}

const element = (document: Document, name: string, className: string, text: string): HTMLElement => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const holdsNoWords = 'hr, img, br, input, ul, ol, div, table, tbody, tr';

/** A comparison as it is shown: each change in its author's colour, said once to those who listen. */
export function comparedNodes(html: string, document: Document, sayings: VersionSayings): Node[] {
  const root = document.createElement('div');
  root.append(...draftNodes(html, document));
  let former = '';
  for (const changed of root.querySelectorAll<HTMLElement>('[data-change]')) {
    const { author = '', at = '', number = '', change } = changed.dataset;
    const name = sayings.nameOf(author || null);
    const said = sayings.change(change as ChangeKind, name, at);
    changed.classList.add(`co-tint-${sayings.tintOf(author || null)}`);
    if (number === '') continue;
    changed.title = said;
    if (number !== former) {
      changed.tabIndex = -1;
      const words = element(document, 'span', 'co-hidden', `[${said}] `);
      // A change may begin with what holds no words: a rule, a picture, a list.
      if (changed.matches(holdsNoWords)) changed.before(words);
      else changed.prepend(words);
    }
    former = number;
  }
  return [...root.childNodes];
}

/** A text with its authors: a coloured edge on each line, names where they change. */
export function authoredNodes(html: string, document: Document, { lines, sayings }: { lines: readonly (readonly LineAuthor[])[]; sayings: VersionSayings }): Node[] {
  const root = document.createElement('div');
  root.append(...draftNodes(html, document));
  let former = '';
  for (const line of root.querySelectorAll<HTMLElement>('[data-line]')) {
    const authors = lines[Number(line.dataset['line'])] ?? [];
    const [first] = authors;
    if (!first) continue;
    const said = sayings.authors(authors);
    line.classList.add('co-authored', `co-tint-${sayings.tintOf(first.personId)}`);
    if (said !== former) line.prepend(element(document, 'span', 'co-author', said));
    former = said;
  }
  return [...root.childNodes];
}

/** The first place of each change, in the order of the text. */
export function changePlaces(root: ParentNode): HTMLElement[] {
  const places = new Map<string, HTMLElement>();
  for (const changed of root.querySelectorAll<HTMLElement>('[data-number]')) {
    const number = changed.dataset['number'] ?? '';
    if (!places.has(number)) places.set(number, changed);
  }
  return [...places.values()];
}
