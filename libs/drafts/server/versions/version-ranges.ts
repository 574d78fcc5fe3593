/** Ranges of one writer's clocks, each with what is known of it; a clock is in one range at most. */
export class ClockRanges<T> {
  private starts: number[] = [];
  private ends: number[] = [];
  private values: T[] = [];
  private isSorted = true;

  add(start: number, length: number, value: T): void {
    const last = this.ends.at(-1);
    if (last !== undefined && start < last) this.isSorted = false;
    this.starts.push(start);
    this.ends.push(start + length);
    this.values.push(value);
  }

  /** Says something else of part of what is known. */
  replace(start: number, length: number, change: (value: T) => T): void {
    const end = start + length;
    for (const { from, to, value } of this.within(start, length)) {
      const at = this.indexOf(from);
      const [rangeStart, rangeEnd] = [this.starts[at] as number, this.ends[at] as number];
      const [left, right] = [Math.max(rangeStart, start, from), Math.min(rangeEnd, end, to)];
      const parts = [{ first: rangeStart, after: left, held: value }, { first: left, after: right, held: change(value) }, { first: right, after: rangeEnd, held: value }];
      const kept = parts.filter(({ first, after }) => after > first);
      this.starts.splice(at, 1, ...kept.map(({ first }) => first));
      this.ends.splice(at, 1, ...kept.map(({ after }) => after));
      this.values.splice(at, 1, ...kept.map(({ held }) => held));
    }
  }

  /** The known ranges that meet these clocks, cut to them, in order. */
  within(start: number, length: number): { from: number; to: number; value: T }[] {
    const end = start + length;
    const found: { from: number; to: number; value: T }[] = [];
    for (let at = this.indexOf(start); at < this.starts.length && (this.starts[at] as number) < end; at += 1) {
      const [from, to] = [Math.max(start, this.starts[at] as number), Math.min(end, this.ends[at] as number)];
      if (to > from) found.push({ from, to, value: this.values[at] as T });
    }
    return found;
  }

  /** The first range that ends after this clock. */
  private indexOf(clock: number): number {
    this.sort();
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] as number) <= clock) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private sort(): void {
    if (this.isSorted) return;
    const order = this.starts.map((_, index) => index).sort((one, other) => (this.starts[one] as number) - (this.starts[other] as number));
    [this.starts, this.ends] = [order.map((index) => this.starts[index] as number), order.map((index) => this.ends[index] as number)];
    this.values = order.map((index) => this.values[index] as T);
    this.isSorted = true;
  }
}
