import type { Mark, Node, ResolvedPos } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { readBlockProposal, roleCharacters, writeBlockProposal } from '../../contract/suggestions/suggestion';
import type { SuggestionStamp } from '../../contract/suggestions/suggestion';
import { CannotPropose } from './suggestion-lines';

export const roleOf = (node: Node | null | undefined): string | null => {
  const role: unknown = node?.marks.find((mark) => mark.type.name === 'insertion')?.attrs['role'];
  return typeof role === 'string' ? role : null;
};

export const markOf = (node: Node | null | undefined, name: string, personId: string): Mark | null =>
  node?.marks.find((mark) => mark.type.name === name && mark.attrs['person'] === personId) ?? null;

/** A block this person proposes to add. */
export function isOwnBlock(node: Node, personId: string): boolean {
  const proposal = readBlockProposal(node.attrs['proposal']);
  return proposal?.target === 'inserted' && proposal.person === personId;
}

/** The number of the proposal a block of one's own belongs to. */
export function ownStampOf(node: Node, personId: string): SuggestionStamp | null {
  const proposal = isOwnBlock(node, personId) ? readBlockProposal(node.attrs['proposal']) : null;
  return proposal && { id: proposal.id, person: proposal.person, at: proposal.at };
}

const removable = new Set(['image', 'horizontalRule', 'hardBreak', 'mention', 'footnote', 'tableOfContents']);
/** Struck as one when all of them is. */
const units = new Set(['bulletList', 'orderedList', 'taskList', 'listItem', 'taskItem', 'table', 'tableRow', 'blockquote', 'callout']);
const itemTypes = new Set(['listItem', 'taskItem']);

/** The text that would follow if the paragraph ending here lost its end; null where two paragraphs cannot become one. */
export function nextJoinable($end: ResolvedPos): number | null {
  const after = $end.after();
  const above = $end.node(-1);
  const next = above.maybeChild($end.index(-1) + 1);
  if (next?.isTextblock) return after + 1;
  if (next || !itemTypes.has(above.type.name)) return null;
  const item = $end.node(-2).maybeChild($end.index(-2) + 1);
  return item?.type === above.type && item.firstChild?.isTextblock ? $end.after(-1) + 2 : null;
}

/** Strikes a stretch of the text: one's own additions go, everything else is marked; from the end, so that places stay true. */
export class Strike {
  private done = 0;

  constructor(private readonly tr: Transaction, private readonly stamp: SuggestionStamp) {}

  /** Answers where the stretch ends now. */
  run(from: number, to: number): number {
    const steps = this.tr.steps.length;
    const blocks: { node: Node; position: number }[] = [];
    this.tr.doc.nodesBetween(from, to, (node, position) => {
      const isWhole = from <= position && position + node.nodeSize <= to;
      const isUnit = isWhole && (units.has(node.type.name) || isOwnBlock(node, this.stamp.person));
      if (!isUnit && !node.isTextblock && !removable.has(node.type.name)) return true;
      blocks.push({ node, position });
      return false;
    });
    for (const { node, position } of blocks.reverse()) {
      const isOwnWhole = isOwnBlock(node, this.stamp.person) && from <= position && position + node.nodeSize <= to;
      if (node.isTextblock && !isOwnWhole) this.strikeLine(position, node, from, to);
      else this.removeBlock(position, node);
    }
    if (this.done === 0 && !this.onlyStruck(from, to)) throw new CannotPropose('structure');
    return this.tr.mapping.slice(steps).map(to, -1);
  }

  private strikeLine(position: number, line: Node, from: number, to: number): void {
    const start = position + 1;
    const end = start + line.content.size;
    if (this.standsInOwn(start)) return this.erase(Math.max(from, start), Math.min(to, end));
    if (from <= end && to > end) this.proposeJoin(end);
    const children: { node: Node; at: number }[] = [];
    line.forEach((node, offset) => void children.push({ node, at: start + offset }));
    for (const { node, at } of children.reverse()) this.strikeRun(node, Math.max(from, at), Math.min(to, at + node.nodeSize));
  }

  private standsInOwn(position: number): boolean {
    const $at = this.tr.doc.resolve(position);
    for (let { depth } = $at; depth > 0; depth -= 1) if (isOwnBlock($at.node(depth), this.stamp.person)) return true;
    return false;
  }

  private erase(from: number, to: number): void {
    if (from >= to) return;
    this.tr.delete(from, to);
    this.done += 1;
  }

  private strikeRun(node: Node, from: number, to: number): void {
    if (from >= to) return;
    if (!node.isText) {
      if (removable.has(node.type.name)) this.removeBlock(from, node);
      return;
    }
    const mine = markOf(node, 'insertion', this.stamp.person);
    if (mine && mine.attrs['role'] === 'join') return;
    if (mine) return this.erase(from, to);
    if (!markOf(node, 'deletion', this.stamp.person)) this.tr.addMark(from, to, this.tr.doc.type.schema.mark('deletion', { ...this.stamp }));
    else return;
    this.done += 1;
  }

  private removeBlock(position: number, node: Node): void {
    const held = readBlockProposal(node.attrs['proposal']);
    if (held && held.person !== this.stamp.person) throw new CannotPropose('taken');
    if (isOwnBlock(node, this.stamp.person)) return this.erase(position, position + node.nodeSize);
    if (held?.target === 'removed') return;
    this.tr.setNodeAttribute(position, 'proposal', writeBlockProposal({ target: 'removed', ...this.stamp }));
    this.done += 1;
  }

  private proposeJoin(end: number): void {
    const $end = this.tr.doc.resolve(end);
    if (roleOf($end.nodeBefore) === 'join' || nextJoinable($end) === null) return;
    this.tr.insert(end, this.tr.doc.type.schema.text(roleCharacters.join, [this.tr.doc.type.schema.mark('insertion', { ...this.stamp, role: 'join' })]));
    this.done += 1;
  }

  /** Everything there was struck before, or there is nothing to strike but an end that is gone already. */
  private onlyStruck(from: number, to: number): boolean {
    if (this.tr.doc.textBetween(from, to).length > 0) return true;
    return roleOf(this.tr.doc.resolve(from).nodeBefore) === 'join';
  }
}
