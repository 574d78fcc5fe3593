import { Fragment } from '@tiptap/pm/model';
import { Node } from '@tiptap/pm/model';
import type { Mark, Schema, Slice } from '@tiptap/pm/model';
import { isSuggestionMark, roleCharacters, writeBlockProposal } from '../../contract/suggestions/suggestion';
import type { SuggestionStamp } from '../../contract/suggestions/suggestion';

/** Why a change cannot be proposed; the words are `drafts.suggestions.refused.<reason>`. */
export type NotProposable = 'structure' | 'taken';

export class CannotPropose extends Error {
  constructor(readonly reason: NotProposable) {
    super(reason);
  }
}

/** A run of one line: words with their own marks, a note or a mention, or the end of a line. */
type LinePart = { readonly text: string; readonly marks: readonly Mark[] } | Node | 'line-end';
export type Line = readonly LinePart[];

/** What no line of text says. */
const pictures = new Set(['image', 'horizontalRule', 'table', 'tableOfContents']);
const inTheLine = new Set(['footnote', 'mention']);
const dropped = /[\u2028\u2029]/g;

/** What is pasted may lose its blocks; what is done to the blocks themselves may not lose its sense. */
export interface LineReading {
  readonly flatten: boolean;
}

/** The lines of what is put in: each paragraph is one, however deep it stands. */
export function linesOf(slice: Slice, { flatten }: LineReading): Line[] {
  const lines: LinePart[][] = [];
  let open = false;
  slice.content.descendants((node) => {
    if (pictures.has(node.type.name)) throw new CannotPropose('structure');
    if (node.isInline) {
      if (!open) lines.push([]);
      open = true;
      lines.at(-1)?.push(...partsOf(node, flatten));
      return false;
    }
    open = node.isTextblock;
    if (node.isTextblock) lines.push([]);
    return !node.isAtom;
  });
  return lines;
}

function partsOf(node: Node, flatten: boolean): LinePart[] {
  if (node.type.name === 'hardBreak') return ['line-end'];
  if (inTheLine.has(node.type.name)) return [node.mark([])];
  if (!node.isText && !flatten) throw new CannotPropose('structure');
  const text = (node.text ?? '').replace(dropped, ' ');
  return text === '' ? [] : [{ text, marks: node.marks.filter((mark) => !isSuggestionMark(mark.type.name)) }];
}

/** The lines as one run of text, every character of it proposed. */
export function proposedContent(schema: Schema, lines: readonly Line[], stamp: SuggestionStamp): Fragment {
  const insertion = (role: 'split' | 'line' | null): Mark => schema.mark('insertion', { ...stamp, role });
  const end = (role: 'split' | 'line'): Node => schema.text(roleCharacters[role], [insertion(role)]);
  const nodes = lines.flatMap((line, index) => [
    ...(index > 0 ? [end('split')] : []),
    ...line.map((part) => {
      if (part === 'line-end') return end('line');
      if (part instanceof Node) return part.type.create({ ...part.attrs, proposal: writeBlockProposal({ target: 'inserted', ...stamp }) });
      return schema.text(part.text, insertion(null).addToSet(part.marks));
    }),
  ]);
  return Fragment.from(nodes);
}
