import type { Node } from '@tiptap/pm/model';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { DocumentNode } from '../../contract/outline-template';
import { readBlockProposal, writeBlockProposal } from '../../contract/suggestions/suggestion';
import type { SuggestionStamp } from '../../contract/suggestions/suggestion';
import { acceptedView } from '../../contract/suggestions/suggestion-accepted';
import { sizeOf } from './block-changes';
import type { BlockChange } from './block-changes';
import { CannotPropose } from './suggestion-lines';
import { proposalMeta } from './suggestion-mode';
import { isOwnBlock, markOf, ownStampOf } from './suggestion-strikes';

/** Whose proposal it would be, and its number when it touches none of theirs. */
export interface BlockProposer {
  readonly personId: string;
  readonly fresh: SuggestionStamp;
}

/** A change of blocks as a proposal: what goes stays and is marked, what comes stands beside it and is marked too. */
export class BlockProposals {
  private readonly tr: Transaction;

  constructor(
    private readonly original: Transaction,
    state: EditorState,
    private readonly by: BlockProposer,
  ) {
    this.tr = state.tr;
  }

  /** Only blocks that this person proposes change, or new ones come: nothing of the text is touched. */
  isOwn(changes: readonly BlockChange[]): boolean {
    return changes.length > 0 && changes.every((change) => this.isWithinOwn(change) || change.gone.every((node) => isOwnBlock(node, this.by.personId)));
  }

  /** As it was done, with what is new said to be proposed. */
  asDone(changes: readonly BlockChange[]): Transaction {
    for (const step of this.original.steps) this.tr.step(step);
    for (const change of changes.filter((one) => !this.isWithinOwn(one))) {
      const stamp = this.stampFor(change);
      let position = change.comesAt;
      for (const node of change.come) {
        if (!isOwnBlock(node, this.by.personId)) this.tr.setNodeAttribute(position, 'proposal', writeBlockProposal({ target: 'inserted', ...stamp }));
        this.unmarkWithin(position, node);
        position += node.nodeSize;
      }
    }
    return this.finished(Selection.fromJSON(this.tr.doc, this.original.selection.toJSON() as Record<string, unknown>));
  }

  /** What stands in a block that is proposed needs no mark of its own. */
  private unmarkWithin(position: number, node: Node): void {
    node.descendants((child, offset) => {
      if (isOwnBlock(child, this.by.personId)) this.tr.setNodeAttribute(position + 1 + offset, 'proposal', null);
    });
  }

  /** What goes is marked where it stands, what comes is put behind it. */
  asReplacement(changes: readonly BlockChange[]): Transaction {
    let caret: { anchor: number; head: number } | null = null;
    for (const change of [...changes].reverse()) {
      const stamp = this.stampFor(change);
      const put = this.put(change, stamp);
      const moved = this.takeAway(change, stamp);
      caret = put && { anchor: put.anchor + moved, head: put.head + moved };
    }
    if (!this.tr.docChanged) throw new CannotPropose('taken');
    if (caret === null) return this.finished(null);
    const [$anchor, $head] = [this.tr.doc.resolve(caret.anchor), this.tr.doc.resolve(caret.head)];
    return this.finished(TextSelection.between($anchor, $head));
  }

  private finished(selection: Selection | null): Transaction {
    if (selection) this.tr.setSelection(selection);
    if (this.original.storedMarksSet) this.tr.setStoredMarks(this.original.storedMarks);
    if (this.original.scrolledIntoView) this.tr.scrollIntoView();
    return this.tr.setMeta(proposalMeta, true);
  }

  private isWithinOwn({ holders }: BlockChange): boolean {
    return holders.some((holder) => isOwnBlock(holder, this.by.personId));
  }

  /** Answers where the selection would be among what came. */
  private put({ at, gone, come, comesAt }: BlockChange, stamp: SuggestionStamp): { anchor: number; head: number } | null {
    const place = at + sizeOf(gone);
    if (come.length === 0) return null;
    const nodes = cleaned(come, stamp);
    this.tr.insert(place, nodes);
    const { anchor, head } = this.original.selection;
    const size = sizeOf(come);
    const isThere = [anchor, head].every((position) => position >= comesAt && position <= comesAt + size);
    if (isThere && sizeOf(nodes) === size) return { anchor: place + anchor - comesAt, head: place + head - comesAt };
    return { anchor: place + sizeOf(nodes) - 1, head: place + sizeOf(nodes) - 1 };
  }

  /** Answers by how much what follows moved. */
  private takeAway({ at, gone }: BlockChange, stamp: SuggestionStamp): number {
    const before = this.tr.doc.content.size;
    let position = at + sizeOf(gone);
    for (const node of [...gone].reverse()) {
      position -= node.nodeSize;
      if (isOwnBlock(node, this.by.personId)) this.tr.delete(position, position + node.nodeSize);
      else this.strike(position, node, stamp);
    }
    return this.tr.doc.content.size - before;
  }

  private strike(position: number, node: Node, stamp: SuggestionStamp): void {
    const held = readBlockProposal(node.attrs['proposal']);
    if (held && held.person !== stamp.person) throw new CannotPropose('taken');
    const own: { from: number; to: number }[] = [];
    node.descendants((child, offset) => {
      const isOwn = isOwnBlock(child, stamp.person) || (child.isText && markOf(child, 'insertion', stamp.person) !== null);
      if (isOwn) own.push({ from: position + 1 + offset, to: position + 1 + offset + child.nodeSize });
      return !isOwn;
    });
    for (const { from, to } of own.reverse()) this.tr.delete(from, to);
    this.tr.setNodeAttribute(position, 'proposal', writeBlockProposal({ target: 'removed', ...stamp }));
  }

  /** What comes beside one's own proposal belongs to it. */
  private stampFor({ at, gone, come }: BlockChange): SuggestionStamp {
    const { before } = this.original;
    const beside = come.length > 0 ? [before.resolve(at).nodeBefore, before.resolve(at + sizeOf(gone)).nodeAfter] : [];
    const near = [...gone, ...beside];
    for (const node of near) {
      const stamp = node && ownStampOf(node, this.by.personId);
      if (stamp) return stamp;
    }
    return this.by.fresh;
  }
}

/** The blocks as they would read if accepted, proposed as a whole; two headings never share a name. */
function cleaned(nodes: readonly Node[], stamp: SuggestionStamp): Node[] {
  const [first] = nodes;
  const tree = acceptedView({ type: 'doc', content: nodes.map((node) => node.toJSON() as DocumentNode) });
  try {
    return (tree.content ?? []).map((node) => {
      const { id: _taken, ...attrs } = node.attrs ?? {};
      const made = (first as Node).type.schema.nodeFromJSON({ ...node, attrs: { ...attrs, proposal: writeBlockProposal({ target: 'inserted', ...stamp }) } });
      made.check();
      return made;
    });
  } catch {
    throw new CannotPropose('structure');
  }
}
