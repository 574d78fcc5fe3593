import type { ItemId } from '../../contract';

/** Items written after the same neighbour, of which the first must stand before the second: only the tree can tell. */
export interface Siblings {
  readonly first: ItemId;
  readonly second: ItemId;
}

type Neighbour = ItemId | null;
const same = (one: Neighbour | undefined, other: Neighbour | undefined): boolean =>
  one === other || (!!one && !!other && one.client === other.client && one.clock === other.clock);

const numbersOf = (side: Neighbour): [number, number] => (side ? [side.client, side.clock] : [-1, -1]);

/** How many steps may be walked for one update: an honest one needs a handful. */
const mostSteps = 20_000;

/** One writer's items, as runs typed on from their own end before the same right neighbour; each run keeps its two neighbours. */
class Runs {
  private readonly starts: number[] = [];
  /** Four numbers a run: left client and clock, right client and clock; -1 for none. */
  private readonly sides: number[] = [];
  end = 0;

  constructor(private readonly client: number) {}

  add(start: number, end: number, left: Neighbour, right: Neighbour): void {
    const last = this.starts.length - 1;
    const typedOn = last >= 0 && start === this.end && same(left, { client: this.client, clock: start - 1 }) && same(right, this.right(last));
    if (!typedOn) {
      this.starts.push(start);
      this.sides.push(...numbersOf(left), ...numbersOf(right));
    }
    this.end = end;
  }

  /** The run this item is in, by its place among the runs. */
  find(clock: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= clock) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  startOf(run: number): number {
    return this.starts[run] ?? 0;
  }

  left(run: number): Neighbour {
    return this.side(run * 4);
  }

  right(run: number): Neighbour {
    return this.side(run * 4 + 2);
  }

  mark(): { runs: number; end: number } {
    return { runs: this.starts.length, end: this.end };
  }

  backTo({ runs, end }: { runs: number; end: number }): void {
    this.starts.length = runs;
    this.sides.length = runs * 4;
    this.end = end;
  }

  private side(at: number): Neighbour {
    const client = this.sides[at] ?? -1;
    return client < 0 ? null : { client, clock: this.sides[at + 1] as number };
  }
}

/**
 * Between which neighbours every item was written: enough to know whether two of them can ever have stood side by side, which is what
 * Yjs assumes of the neighbours of an item. Two that never did would have its place depend on the order of arrival.
 */
export class DraftOrder {
  private readonly runs = new Map<number, Runs>();
  private touched = new Map<number, { runs: number; end: number }>();
  private steps = 0;

  /** Starts an update: `forget` goes back to here. */
  begin(): void {
    this.touched = new Map();
    this.steps = 0;
  }

  forget(): void {
    for (const [client, mark] of this.touched) this.runs.get(client)?.backTo(mark);
  }

  /** Items `clock` to `end` of a writer, whose first stands between these. */
  remember({ client, clock }: ItemId, end: number, left: Neighbour, right: Neighbour): void {
    const runs = this.runs.get(client) ?? new Runs(client);
    this.runs.set(client, runs);
    if (!this.touched.has(client)) this.touched.set(client, runs.mark());
    runs.add(clock, end, left, right);
  }

  /**
   * Whoever wrote the later of two that stand side by side had the other as neighbour. When neither knew of the other, the right one
   * was written after something that the left one goes back to, and the two branches stand in an order that Yjs chose.
   */
  between(left: Neighbour, right: Neighbour): 'beside' | 'apart' | Siblings {
    if ((!left && !right) || same(this.leftOf(right), left) || same(this.rightOf(left), right)) return 'beside';
    if (!left || !right) return 'apart';
    const first = this.branchOf(left, this.leftOf(right) ?? null);
    if (!first || same(first, right)) return 'apart';
    return this.inOrder(first, right);
  }

  private inOrder(first: ItemId, second: ItemId): 'beside' | 'apart' | Siblings {
    const [before, after] = [this.rightOf(first), this.rightOf(second)];
    if (same(before, second)) return 'beside';
    if (same(after, first)) return 'apart';
    if (!same(before, after)) return { first, second };
    return first.client < second.client || (first.client === second.client && first.clock > second.clock) ? 'beside' : 'apart';
  }

  /** Of what was written after `from`, the item that `item` goes back to. */
  private branchOf(item: ItemId, from: Neighbour): ItemId | null {
    for (let at: Neighbour = item; at; ) {
      const runs: Runs | undefined = this.runs.get(at.client);
      if (!runs || (this.steps += 1) > mostSteps) return null;
      const run = runs.find(at.clock);
      const start = runs.startOf(run);
      if (from && from.client === at.client && from.clock >= start && from.clock < at.clock) return { client: at.client, clock: from.clock + 1 };
      const left = runs.left(run);
      if (same(left, from)) return { client: at.client, clock: start };
      at = left;
    }
    return null;
  }

  /** What an item was written after; nothing, when it is the first or there is none. */
  private leftOf(item: Neighbour): Neighbour | undefined {
    const runs = item && this.runs.get(item.client);
    if (!item || !runs) return undefined;
    const run = runs.find(item.clock);
    return runs.startOf(run) < item.clock ? { client: item.client, clock: item.clock - 1 } : runs.left(run);
  }

  private rightOf(item: Neighbour): Neighbour | undefined {
    const runs = item && this.runs.get(item.client);
    return item && runs ? runs.right(runs.find(item.clock)) : undefined;
  }
}
