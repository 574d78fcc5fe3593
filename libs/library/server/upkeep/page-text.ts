import { Parser } from 'htmlparser2';
import type { CopyBlock } from '../../contract';

/** What a page says. */
export interface PageText {
  readonly title: string;
  readonly blocks: readonly CopyBlock[];
}

/** Less than this is a page that only a script fills, or one that asks to sign in. */
const leastChars = 200;
const mostChars = 200_000;
const mostBlocks = 2_000;

/** What runs, what is asked, what leads elsewhere: nothing of it is the text. */
const left = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'video', 'audio', 'form', 'nav', 'aside', 'footer', 'button', 'select', 'dialog']);
const headings: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };
/** Whatever ends a line. */
const breaks = new Set([...Object.keys(headings), 'p', 'div', 'section', 'article', 'main', 'header', 'ul', 'ol', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'figure', 'figcaption', 'table', 'tr', 'br', 'hr', 'li', 'body']);
const bodies = new Set(['main', 'article']);

const tidy = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
const lengthOf = (blocks: readonly CopyBlock[]): number => blocks.reduce((sum, block) => sum + (block.kind === 'list' ? block.items.join('').length : block.text.length), 0);

const wantsNoCopy = ({ name = '', content = '' }: Record<string, string>): boolean => /^robots$/i.test(name) && /\b(?:noarchive|none)\b/i.test(content);

/** Gathers the text of a page as its tags go by: no tree is built, so that no page is too deep. */
class PageReading {
  readonly all: CopyBlock[] = [];
  /** Those of its main part, where it names one. */
  readonly main: CopyBlock[] = [];
  title = '';
  /** Its publisher asks that no copy be kept. */
  isNotToKeep = false;
  private line = '';
  private chars = 0;
  private heading: 2 | 3 | 4 | null = null;
  private items = 0;
  private inBody = 0;
  private leftOut = 0;
  private inTitle = false;

  open(name: string, attributes: Record<string, string>): void {
    if (this.leftOut > 0 || this.isLeft(name, attributes)) {
      this.leftOut += 1;
      return;
    }
    if (name === 'meta') this.isNotToKeep ||= wantsNoCopy(attributes);
    if (name === 'title') this.inTitle = true;
    if (name === 'td' || name === 'th') this.line += ' ';
    this.heading = headings[name] ?? this.heading;
    this.step(name, 1);
  }

  close(name: string): void {
    if (this.leftOut > 0) {
      this.leftOut -= 1;
      return;
    }
    if (name === 'title') this.inTitle = false;
    this.step(name, -1);
    if (name in headings) this.heading = null;
  }

  text(said: string): void {
    if (this.leftOut > 0) return;
    if (this.inTitle) this.title = (this.title + said).slice(0, 1_000);
    else if (this.chars + this.line.length < mostChars) this.line += said;
  }

  /** What was said since the last break becomes a block. */
  end(): void {
    const text = tidy(this.line);
    this.line = '';
    if (!text || this.all.length >= mostBlocks || this.chars + text.length > mostChars) return;
    this.chars += text.length;
    for (const blocks of this.inBody > 0 ? [this.all, this.main] : [this.all]) this.put(blocks, text);
  }

  /** The head of a page is its site's; that of an article is its title. */
  private isLeft(name: string, attributes: Record<string, string>): boolean {
    return left.has(name) || (name === 'header' && this.inBody === 0) || 'hidden' in attributes;
  }

  private step(name: string, by: 1 | -1): void {
    if (breaks.has(name)) this.end();
    if (bodies.has(name)) this.inBody += by;
    if (name === 'li') this.items += by;
  }

  private put(blocks: CopyBlock[], text: string): void {
    const last = blocks.at(-1);
    if (this.heading) blocks.push({ kind: 'heading', level: this.heading, text });
    else if (this.items > 0 && last?.kind === 'list') last.items.push(text);
    else if (this.items > 0) blocks.push({ kind: 'list', items: [text] });
    else blocks.push({ kind: 'text', text });
  }
}

/** The readable text of a page: its title, headings, paragraphs and lists; null when it has next to none, or is not to be kept. */
export function pageText(html: string): PageText | null {
  const reading = new PageReading();
  const parser = new Parser({
    onopentag: (name, attributes) => reading.open(name, attributes),
    onclosetag: (name) => reading.close(name),
    ontext: (text) => reading.text(text),
  });
  parser.end(html);
  reading.end();
  const blocks = lengthOf(reading.main) >= leastChars ? reading.main : reading.all;
  return reading.isNotToKeep || lengthOf(blocks) < leastChars ? null : { title: tidy(reading.title).slice(0, 300), blocks };
}
