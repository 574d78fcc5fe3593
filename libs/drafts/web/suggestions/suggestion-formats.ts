import type { Mark, Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { ReplaceAroundStep } from '@tiptap/pm/transform';
import { proposableMarks, readBlockProposal, writeBlockProposal } from '../../contract/suggestions/suggestion';
import type { BlockTarget, SuggestionStamp } from '../../contract/suggestions/suggestion';
import { CannotPropose } from './suggestion-lines';
import { markOf } from './suggestion-strikes';

interface Run {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
}

interface Change {
  readonly mark: Mark;
  readonly change: 'add' | 'remove';
}

const isProposable = (name: string): boolean => (proposableMarks as readonly string[]).includes(name);

const modificationOf = (node: Node, name: string, personId: string): Mark | null =>
  node.marks.find((mark) => mark.type.name === 'modification' && mark.attrs['person'] === personId && mark.attrs['mark'] === name) ?? null;

function runsIn(tr: Transaction, from: number, to: number): Run[] {
  const runs: Run[] = [];
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (node.isText) runs.push({ node, from: Math.max(from, position), to: Math.min(to, position + node.nodeSize) });
  });
  return runs;
}

/** A format proposed for a stretch: the text keeps the one it has, and proposing again what was proposed takes it back. */
export function proposeFormat(tr: Transaction, range: { from: number; to: number }, { mark, change }: Change, stamp: SuggestionStamp): void {
  const name = mark.type.name;
  if (!isProposable(name)) throw new CannotPropose('structure');
  const runs = runsIn(tr, range.from, range.to);
  const others = runs.filter(({ node }) => !markOf(node, 'insertion', stamp.person));
  const isAgain = others.length > 0 && others.every(({ node }) => modificationOf(node, name, stamp.person)?.attrs['change'] === change);
  for (const run of runs) formatRun(tr, run, { mark, change }, { stamp, isAgain });
}

function formatRun(tr: Transaction, { node, from, to }: Run, { mark, change }: Change, { stamp, isAgain }: { stamp: SuggestionStamp; isAgain: boolean }): void {
  if (markOf(node, 'insertion', stamp.person)) {
    if (change === 'add') tr.addMark(from, to, mark);
    else tr.removeMark(from, to, mark.type);
    return;
  }
  const held = modificationOf(node, mark.type.name, stamp.person);
  if (held) tr.removeMark(from, to, held);
  const has = node.marks.some((own) => own.eq(mark));
  if (isAgain || has === (change === 'add')) return;
  const href = mark.type.name === 'link' ? (mark.attrs['href'] as unknown) : null;
  tr.addMark(from, to, tr.doc.type.schema.mark('modification', { ...stamp, mark: mark.type.name, change, href }));
}

/** The block a step puts in place of another, round the same content. */
function wrapperIn({ insert, slice, from, to, gapFrom, gapTo }: ReplaceAroundStep): Node | null {
  const isOneForOne = insert === 1 && slice.size === 2 && gapFrom === from + 1 && gapTo === to - 1;
  return isOneForOne ? slice.content.firstChild : null;
}

const targetOf = (node: Node | null): BlockTarget | null => {
  if (!node) return null;
  if (node.type.name === 'paragraph') return 'paragraph';
  return node.type.name === 'heading' ? (`heading${String(node.attrs['level'])}` as BlockTarget) : null;
};

/** Another style for a paragraph, written beside it; one's own paragraph simply changes, any other change of blocks is told by whole blocks. */
export function proposeStyle(tr: Transaction, position: number, step: ReplaceAroundStep, stamp: SuggestionStamp): void {
  const [made, block] = [wrapperIn(step), tr.doc.nodeAt(position)];
  if (!block || !made || !targetOf(made) || !targetOf(block)) throw new CannotPropose('structure');
  const held = readBlockProposal(block.attrs['proposal']);
  if (held && held.person !== stamp.person) throw new CannotPropose('taken');
  if (held?.target === 'inserted') tr.setNodeMarkup(position, made.type, { ...made.attrs, proposal: block.attrs['proposal'] as unknown });
  else tr.setNodeAttribute(position, 'proposal', restyling(block, made, stamp));
}

/** Null when it is what the block is already, or was proposed to be: asking again takes it back. */
function restyling(block: Node, made: Node, stamp: SuggestionStamp): string | null {
  const target = targetOf(made);
  const isWithdrawn = target === null || target === targetOf(block) || readBlockProposal(block.attrs['proposal'])?.target === target;
  return isWithdrawn ? null : writeBlockProposal({ target, ...stamp });
}
