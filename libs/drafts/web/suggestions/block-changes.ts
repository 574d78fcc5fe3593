import type { Node } from '@tiptap/pm/model';

/** Blocks of one holder that go, and those that stand in their place. */
export interface BlockChange {
  /** The blocks it happens in, from the outermost. */
  readonly holders: readonly Node[];
  /** Where what goes begins in the former text. */
  readonly at: number;
  readonly gone: readonly Node[];
  /** Where what comes begins in the new text. */
  readonly comesAt: number;
  readonly come: readonly Node[];
}

interface Pair {
  readonly before: Node;
  readonly after: Node;
  readonly at: number;
  readonly comesAt: number;
  readonly holders: readonly Node[];
}

const holding = new Set(['bulletList', 'orderedList', 'taskList', 'listItem', 'taskItem', 'table', 'tableRow', 'tableCell', 'tableHeader', 'blockquote', 'callout']);
const items = new Set(['listItem', 'taskItem']);

const childrenOf = (node: Node): Node[] => Array.from({ length: node.childCount }, (_, index) => node.child(index));
export const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + node.nodeSize, 0);

const cellsIn = (row: Node, name: 'colspan' | 'rowspan'): number[] => childrenOf(row).map((cell) => Number(cell.attrs[name] ?? 1));
const widthOf = (row: Node): number => cellsIn(row, 'colspan').reduce((sum, span) => sum + span, 0);

/** Rows may come and go one by one while all are as wide and no cell reaches down into another. */
function areLooseRows(table: Node, rows: readonly Node[]): boolean {
  const all = [...childrenOf(table), ...rows];
  return all.every((row) => widthOf(row) === widthOf(table.child(0)) && cellsIn(row, 'rowspan').every((span) => span === 1));
}

/** Whether the holder stays right with this change in it; if not, the holder itself is what changes. */
function fits(holder: Node, index: number, { gone, come }: Pick<BlockChange, 'gone' | 'come'>): boolean {
  const { name } = holder.type;
  if (name === 'tableRow') return false;
  if (name === 'table') return areLooseRows(holder, come);
  // An item begins with its line.
  if (items.has(name)) return index > 0;
  return gone.length < holder.childCount || come.length > 0;
}

const areEqual = (one: Node | null, other: Node | null): boolean => one !== null && other !== null && one.eq(other);

/** The same list before and after, rather than two that happen to be alike: some of it stayed, or there is no other. */
function isSame(one: Node, other: Node, isAlone: boolean): boolean {
  if (!holding.has(one.type.name) || !one.sameMarkup(other)) return false;
  return isAlone || areEqual(one.firstChild, other.firstChild) || areEqual(one.lastChild, other.lastChild);
}

function sameStart(one: readonly Node[], other: readonly Node[]): number {
  const most = Math.min(one.length, other.length);
  for (let count = 0; count < most; count += 1) if (one[count]?.eq(other[count] as Node) !== true) return count;
  return most;
}

/** Without what begins and ends alike. */
function narrowed({ before, after, at, comesAt, holders }: Pair): BlockChange & { readonly index: number } {
  const [old, now] = [childrenOf(before), childrenOf(after)];
  const index = sameStart(old, now);
  const skipped = sizeOf(old.slice(0, index));
  const [gone, come] = [old.slice(index), now.slice(index)];
  const end = sameStart([...gone].reverse(), [...come].reverse());
  return { holders, index, at: at + skipped, comesAt: comesAt + skipped, gone: gone.slice(0, gone.length - end), come: come.slice(0, come.length - end) };
}

/** What changed in the first block, if it is one that holds others and stays. */
function changesWithin({ holders, at, comesAt, gone, come }: BlockChange): BlockChange[] | null {
  const [before, after] = [gone[0], come[0]];
  if (!before || !after || !isSame(before, after, gone.length + come.length === 2)) return null;
  return changesIn({ before, after, at: at + 1, comesAt: comesAt + 1, holders: [...holders, before] });
}

/** Null when what happened can only be said of the holder as a whole. */
function changesIn(pair: Pair): BlockChange[] | null {
  const { index, ...change } = narrowed(pair);
  if (change.gone.length + change.come.length === 0) return [];
  const inner = changesWithin(change);
  if (!inner) return fits(pair.before, index, change) ? [change] : null;
  const rest = {
    holders: change.holders, gone: change.gone.slice(1), come: change.come.slice(1),
    at: change.at + sizeOf(change.gone.slice(0, 1)), comesAt: change.comesAt + sizeOf(change.come.slice(0, 1)),
  };
  if (rest.gone.length + rest.come.length === 0) return inner;
  return fits(pair.before, index + 1, rest) ? [...inner, rest] : null;
}

/** What became of the blocks, told as small as it can be: which went, which came, and in which holder. */
export function blockChanges(before: Node, after: Node): BlockChange[] {
  const pair = { before, after, at: 0, comesAt: 0, holders: [] };
  return changesIn(pair) ?? [{ holders: [], at: 0, gone: childrenOf(before), comesAt: 0, come: childrenOf(after) }];
}
