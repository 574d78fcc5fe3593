import type { ResolvedPos, Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { AddMarkStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform';
import type { Step } from '@tiptap/pm/transform';
import { newSuggestionId, stampOf } from '../../contract/suggestions/suggestion';
import type { SuggestionStamp } from '../../contract/suggestions/suggestion';
import { blockChanges } from './block-changes';
import type { BlockChange } from './block-changes';
import { BlockProposals } from './block-proposals';
import { proposeFormat, proposeStyle } from './suggestion-formats';
import { CannotPropose, linesOf, proposedContent } from './suggestion-lines';
import type { Line } from './suggestion-lines';
import { proposalMeta } from './suggestion-mode';
import { markOf, ownStampOf, roleOf, Strike } from './suggestion-strikes';

/** Whoever proposes, and the clock. */
export interface Proposer {
  readonly personId: string;
  readonly now: () => Date;
}

/** Rewrites a change of the text as a proposal of it: step by step, on a transaction of its own. */
class ProposalWriter {
  private readonly tr: Transaction;
  private fresh: SuggestionStamp | null = null;
  private caret: number | null = null;

  constructor(
    private readonly original: Transaction,
    private readonly state: EditorState,
    private readonly by: Proposer,
  ) {
    this.tr = state.tr;
  }

  write(): Transaction {
    this.original.steps.forEach((step, index) => this.propose(step, index));
    if (this.caret !== null) this.tr.setSelection(TextSelection.near(this.tr.doc.resolve(this.caret), -1));
    if (this.original.storedMarksSet) this.tr.setStoredMarks(this.original.storedMarks);
    if (this.original.scrolledIntoView) this.tr.scrollIntoView();
    return this.tr.setMeta(proposalMeta, true);
  }

  private propose(step: Step, index: number): void {
    if (step instanceof ReplaceStep) return this.replace(step, index);
    if (step instanceof ReplaceAroundStep) return proposeStyle(this.tr, this.placeOf(step.from, index), step, this.stampOf());
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
      const range = { from: this.placeOf(step.from, index), to: this.placeOf(step.to, index) };
      return proposeFormat(this.tr, range, { mark: step.mark, change: step instanceof AddMarkStep ? 'add' : 'remove' }, this.stampOf());
    }
    throw new CannotPropose('structure');
  }

  /** Where a place of the original change stands in what is written here. */
  private placeOf(position: number, index: number): number {
    const before = this.original.steps.slice(0, index).reduceRight((place, step) => step.getMap().invert().map(place), position);
    return this.tr.mapping.map(before);
  }

  private replace(step: ReplaceStep, index: number): void {
    const [from, to] = [this.placeOf(step.from, index), this.placeOf(step.to, index)];
    const lines = this.linesIn(step);
    const isEmpty = lines.length < 2 && lines.every((line) => line.length === 0);
    if (from === to && isEmpty) return;
    const stamp = this.stampNear(from, to);
    const end = from < to ? new Strike(this.tr, stamp).run(from, to) : to;
    if (isEmpty) this.caret = this.caretAfterStrike(from, end, step);
    else this.insert(end, lines, stamp);
  }

  /** Blocks that are pasted lose their walls; blocks made by a command are not for who proposes. */
  private linesIn({ slice, from, to }: ReplaceStep): Line[] {
    const pasted = isPasted(this.original);
    if (pasted && holdsBlocks(slice)) throw new CannotPropose('structure');
    const isWhole = slice.openStart + slice.openEnd === 0 && slice.content.firstChild?.isBlock === true;
    if (isWhole && !pasted && from === to) throw new CannotPropose('structure');
    return linesOf(slice, { flatten: pasted });
  }

  /** Backwards stays before what it struck; forwards, and a selection, go on behind it. */
  private caretAfterStrike(from: number, end: number, step: ReplaceStep): number {
    const { empty, from: caret } = this.state.selection;
    return empty && caret > step.from ? from : end;
  }

  private insert(position: number, lines: readonly Line[], stamp: SuggestionStamp): void {
    let $at = this.textNear(position);
    // What is proposed to go last on a line stays last.
    if (roleOf($at.nodeBefore) === 'join') $at = this.tr.doc.resolve($at.pos - 1);
    const content = proposedContent(this.tr.doc.type.schema, lines, stamp);
    this.tr.insert($at.pos, content);
    this.caret = $at.pos + content.size;
  }

  private textNear(position: number): ResolvedPos {
    const $at = this.tr.doc.resolve(position);
    if ($at.parent.isTextblock) return $at;
    const found = TextSelection.findFrom($at, -1, true) ?? TextSelection.findFrom($at, 1, true);
    if (!found) throw new CannotPropose('structure');
    return found.$head;
  }

  /** What touches one's own proposal belongs to it. */
  private stampNear(from: number, to: number): SuggestionStamp {
    const $from = this.tr.doc.resolve(from);
    for (let { depth } = $from; depth > 0; depth -= 1) {
      const own = ownStampOf($from.node(depth), this.by.personId);
      if (own) return own;
    }
    const near = [this.tr.doc.resolve(from).nodeBefore, this.tr.doc.resolve(to).nodeAfter];
    for (const node of near) {
      const mark = markOf(node, 'insertion', this.by.personId) ?? markOf(node, 'deletion', this.by.personId);
      const stamp = mark && stampOf(mark.attrs);
      if (stamp) return stamp;
    }
    return this.stampOf();
  }

  private stampOf(): SuggestionStamp {
    this.fresh ??= { id: newSuggestionId(), person: this.by.personId, at: Math.floor(this.by.now().getTime() / 1_000) };
    return this.fresh;
  }
}

const lineHolders = new Set(['paragraph', 'heading']);

/** More than lines: lists, tables, boxes. One line alone is words, wherever it was copied. */
function holdsBlocks({ content }: Slice): boolean {
  let [lines, holders] = [0, 0];
  content.descendants((node) => {
    if (lineHolders.has(node.type.name)) lines += 1;
    else if (node.isBlock) holders += 1;
    return !node.isTextblock;
  });
  return holders > 0 && lines !== 1;
}

const isPasted = (original: Transaction): boolean => original.getMeta('paste') === true || original.getMeta('uiEvent') !== undefined;

/** Whole lists, tables, rows, items, pictures: they are struck as such, not letter by letter. */
const onlyBlocksGo = (changes: readonly BlockChange[]): boolean =>
  changes.length > 0 && changes.every(({ gone, come }) => come.length === 0 && gone.length > 0 && gone.every((node) => !node.isTextblock));

/** What was typed, when a rule would have made a block of it. */
function typedText(original: Transaction, state: EditorState): Transaction | null {
  const rules = state.plugins.filter((plugin) => (plugin.spec as { isInputRules?: boolean }).isInputRules);
  const typed = rules.map((plugin) => original.getMeta(plugin) as { from: number; to: number; text: string } | undefined).find((meta) => meta !== undefined);
  return typed ? state.tr.insertText(typed.text, typed.from, typed.to) : null;
}

/** Letter by letter where the change is one of words, by whole blocks where it is not. */
function proposed(original: Transaction, state: EditorState, by: Proposer): Transaction {
  const changes = blockChanges(original.before, original.doc);
  const stamp = { id: newSuggestionId(), person: by.personId, at: Math.floor(by.now().getTime() / 1_000) };
  const blocks = (): BlockProposals => new BlockProposals(original, state, { personId: by.personId, fresh: stamp });
  if (blocks().isOwn(changes)) return blocks().asDone(changes);
  if (onlyBlocksGo(changes)) return blocks().asReplacement(changes);
  try {
    return new ProposalWriter(original, state, by).write();
  } catch (error) {
    if (!(error instanceof CannotPropose) || error.reason !== 'structure') throw error;
    return blocks().asReplacement(changes);
  }
}

/** The change as a proposal; throws `CannotPropose` when it can only be made by someone who writes. */
export function asProposal(original: Transaction, state: EditorState, by: Proposer): Transaction {
  try {
    return proposed(original, state, by);
  } catch (error) {
    const typed = error instanceof CannotPropose ? typedText(original, state) : null;
    if (!typed) throw error;
    return new ProposalWriter(typed, state, by).write();
  }
}
