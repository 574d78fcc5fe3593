import type { Editor } from '@tiptap/core';
import type { Attrs, Mark, Node, NodeType, ResolvedPos } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { canSplit } from '@tiptap/pm/transform';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { isSuggestionMark, readBlockProposal, stampOf } from '../../contract/suggestions/suggestion';
import type { SuggestionStamp } from '../../contract/suggestions/suggestion';
import { decideBlock } from './block-decisions';
import { proposalMeta } from './suggestion-mode';
import { nextJoinable } from './suggestion-strikes';

export type Decision = 'accept' | 'refuse';
export type Chosen = (stamp: SuggestionStamp) => boolean;

/** One place where the text changes when a proposal is decided. */
interface Spot {
  /** Changes of one line go one after the other: the shared text then moves only what changes, and nobody loses what they type beside it. */
  readonly line: number;
  readonly apply: (tr: Transaction) => void;
}

/** Far above what a text holds; a decision that never ends would be worse than one left half done. */
const mostRounds = 10_000;

function lookedOtherwise(tr: Transaction, mark: Mark, from: number, to: number): void {
  const { mark: name, change, href } = mark.attrs as { mark: string; change: string; href: string | null };
  const type = tr.doc.type.schema.marks[name];
  if (!type) return;
  if (change === 'remove') tr.removeMark(from, to, type);
  else tr.addMark(from, to, type.create(name === 'link' ? { href } : {}));
}

/** What follows a title is text, unless the title was cut in two; an id names one title only. */
function nextLine({ parent, parentOffset }: ResolvedPos): { type: NodeType; attrs?: Attrs } {
  const paragraph = parent.type.schema.nodes['paragraph'];
  if (parent.type.name !== 'heading' || !paragraph) return { type: parent.type };
  return parentOffset === parent.content.size ? { type: paragraph } : { type: parent.type, attrs: { ...parent.attrs, id: null } };
}

/** A new paragraph, or a new item where the line is the first of one. */
function splitAt(tr: Transaction, position: number): void {
  const $at = tr.doc.resolve(position);
  const isItem = ['listItem', 'taskItem'].includes($at.node(-1).type.name) && $at.index(-1) === 0;
  const depth = isItem ? 2 : 1;
  const types = depth === 1 ? [nextLine($at)] : undefined;
  if (canSplit(tr.doc, position, depth, types)) tr.split(position, depth, types);
}

function acceptInsertion(tr: Transaction, node: Node, from: number, mark: Mark): void {
  const to = from + node.nodeSize;
  const role: unknown = mark.attrs['role'];
  if (role === null) return void tr.removeMark(from, to, mark);
  const next = role === 'join' ? nextJoinable(tr.doc.resolve(to)) : null;
  if (next !== null) return void tr.delete(from, next);
  tr.delete(from, to);
  const lineBreak = tr.doc.type.schema.nodes['hardBreak'];
  for (let count = node.nodeSize; count > 0; count -= 1) {
    if (role === 'split') splitAt(tr, from);
    if (role === 'line' && lineBreak) tr.insert(from, lineBreak.create());
  }
}

function decideMark(tr: Transaction, { node, from, mark, decision }: { node: Node; from: number; mark: Mark; decision: Decision }): void {
  const to = from + node.nodeSize;
  const goes = (mark.type.name === 'insertion' && decision === 'refuse') || (mark.type.name === 'deletion' && decision === 'accept');
  if (goes) return void tr.delete(from, to);
  if (mark.type.name === 'insertion') return acceptInsertion(tr, node, from, mark);
  tr.removeMark(from, to, mark);
  if (mark.type.name === 'modification' && decision === 'accept') lookedOtherwise(tr, mark, from, to);
}

function spotAt(node: Node, position: number, line: number, { decision, chosen }: { decision: Decision; chosen: Chosen }): Spot | null {
  const proposal = readBlockProposal(node.attrs['proposal']);
  if (proposal && chosen(proposal)) {
    const written = String(node.attrs['proposal']);
    const apply = (tr: Transaction): void => decideBlock(tr, position, written, decision);
    return { line: node.isTextblock ? position : line, apply };
  }
  const mark = node.marks.find((held) => {
    const stamp = isSuggestionMark(held.type.name) ? stampOf(held.attrs) : null;
    return stamp !== null && chosen(stamp);
  });
  return mark ? { line, apply: (tr) => decideMark(tr, { node, from: position, mark, decision }) } : null;
}

/** Blocks that go as a whole: nothing in them is decided first. */
function goesWhole(node: Node, { decision, chosen }: { decision: Decision; chosen: Chosen }): boolean {
  const proposal = readBlockProposal(node.attrs['proposal']);
  return proposal !== null && chosen(proposal) && proposal.target === (decision === 'accept' ? 'removed' : 'inserted');
}

/** The last place to change of every line, from the end of the text to its beginning. */
function round(doc: Node, wanted: { decision: Decision; chosen: Chosen }): Spot[] {
  const last = new Map<number, Spot>();
  let line = -1;
  doc.descendants((node, position) => {
    if (node.isTextblock || node.isBlock) line = position;
    const spot = spotAt(node, position, line, wanted);
    if (spot) last.set(spot.line, spot);
    return !goesWhole(node, wanted);
  });
  return [...last.values()].reverse();
}

const undoManagerOf = (editor: Editor): Y.UndoManager | null =>
  (yUndoPluginKey.getState(editor.state) as { undoManager?: Y.UndoManager } | undefined)?.undoManager ?? null;

/** Accepts or refuses the chosen proposals, as one step to undo; answers how many places changed. */
export function decide(editor: Editor, decision: Decision, chosen: Chosen): number {
  const undo = undoManagerOf(editor);
  undo?.stopCapturing();
  let changed = 0;
  for (let count = 0; count < mostRounds; count += 1) {
    const spots = round(editor.state.doc, { decision, chosen });
    if (spots.length === 0) break;
    const { tr } = editor.state;
    for (const spot of spots) spot.apply(tr);
    if (!tr.docChanged) break;
    editor.view.dispatch(tr.setMeta(proposalMeta, true));
    changed += spots.length;
  }
  undo?.stopCapturing();
  return changed;
}
