/** Which rows of the journal this side holds: all up to a position, and some beyond it while one in between is on its way. */
export class HeldRows {
  private beyond: (readonly [first: number, last: number])[] = [];

  /** Every row up to here is held. */
  upto = 0;

  /** A join brought all up to here; rows that came before its answer are held beside. */
  startAt(seq: number): void {
    this.upto = seq;
    this.absorb();
  }

  clear(): void {
    this.upto = 0;
    this.beyond = [];
  }

  take(first: number, last: number): void {
    this.beyond.push([first, last]);
    this.absorb();
  }

  private absorb(): void {
    this.beyond.sort(([one], [other]) => one - other);
    for (let next = this.beyond[0]; next && next[0] <= this.upto + 1; next = this.beyond[0]) {
      this.upto = Math.max(this.upto, next[1]);
      this.beyond.shift();
    }
  }

  /** A row was passed over. */
  get hasHole(): boolean {
    return this.beyond.length > 0;
  }
}
