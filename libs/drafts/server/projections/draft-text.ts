import { isCalloutKind } from '../../contract';
import type { DocumentNode } from '../../contract';
import { contentsOf, headingsOf } from './draft-headings';
import { lineOf, noteText } from './draft-text-line';
import { projectionWords } from './draft-words';

const inline = new Set(['text', 'hardBreak', 'image', 'footnote', 'mention']);

const holdsLine = (node: DocumentNode): boolean => (node.content ?? []).some((child) => inline.has(child.type));

function bullet(parent: string | null, node: DocumentNode, index: number): string {
  if (parent === 'orderedList') return `${index + 1}. `;
  if (node.type === 'taskItem') return node.attrs?.['checked'] === true ? '[x] ' : '[ ] ';
  return node.type === 'listItem' ? '- ' : '';
}

/** The first line after its mark, the others under it. */
const marked = (lines: readonly string[], mark: string, under: string): string[] => lines.map((line, at) => `${at === 0 ? mark : under}${line}`);

/** Writes a document line by line, gathering its notes on the way. */
class TextWriter {
  private readonly notes: string[] = [];

  /** A file numbers its notes, names its callouts and lists its contents; the words that are searched and counted have none of it. */
  constructor(
    private readonly document: DocumentNode,
    private readonly isFile: boolean,
  ) {}

  write(): string {
    const blocks = (this.document.content ?? []).map((node, index) => {
      const text = this.linesOf(node, null, index).join('\n');
      return node.type === 'heading' && index > 0 ? `\n${text}` : text;
    });
    const shown = this.isFile ? blocks : blocks.filter((_, index) => this.document.content?.[index]?.type !== 'tableOfContents');
    return `${[...shown, ...this.noteLines()].join('\n')}\n`;
  }

  private noteLines(): string[] {
    if (this.notes.length === 0 || !this.isFile) return this.notes;
    return [`\n${projectionWords.notes}`, ...this.notes.map((text, index) => `[${index + 1}] ${text}`)];
  }

  private linesOf(node: DocumentNode, parent: string | null, index: number): string[] {
    if (node.type === 'horizontalRule') return ['---'];
    if (node.type === 'tableOfContents') return this.isFile ? this.contents() : [];
    if (node.type === 'tableRow') return [(node.content ?? []).map((cell) => this.blocksOf(cell).join(' ')).join('\t')];
    const lines = inline.has(node.type) || holdsLine(node) ? [this.line(node)] : this.blocksOf(node);
    if (node.type === 'callout') return this.isFile ? marked(lines, callout(node), '') : lines;
    const mark = bullet(parent, node, index);
    return marked(lines, mark, ' '.repeat(mark.length));
  }

  private readonly blocksOf = (node: DocumentNode): string[] => (node.content ?? []).flatMap((child, index) => this.linesOf(child, node.type, index));

  private line(node: DocumentNode): string {
    return lineOf(node, (leaf) => {
      if (leaf.type !== 'footnote') return null;
      this.notes.push(noteText(leaf));
      return this.isFile ? ` [${this.notes.length}]` : '';
    });
  }

  private contents(): string[] {
    return [projectionWords.contents, ...contentsOf(headingsOf(this.document)).map(({ depth, title }) => `${'  '.repeat(depth)}${title}`)];
  }
}

const callout = ({ attrs }: DocumentNode): string => `[${projectionWords.callouts[isCalloutKind(attrs?.['kind']) ? attrs['kind'] : 'info']}] `;

/** The words of the document, one line a block, to be searched and counted; headings stand apart with an empty line before them. */
export const textOf = (document: DocumentNode): string => new TextWriter(document, false).write();

/** The document as a text file: notes numbered and listed at its end, callouts named, contents written out. */
export const textFileOf = (document: DocumentNode): string => new TextWriter(document, true).write();
