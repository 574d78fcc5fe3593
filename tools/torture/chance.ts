/** Dice with a seed (mulberry32): the same seed throws the same numbers, on every machine. */
export class Chance {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  of<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('Nothing to draw from');
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** Draws a key; the numbers are how many lots each has. */
  lot<K extends string>(lots: Readonly<Record<K, number>>): K {
    const names = Object.keys(lots) as K[];
    let rest = this.next() * names.reduce((sum, name) => sum + lots[name], 0);
    return names.find((name) => (rest -= lots[name]) < 0) ?? (names[0] as K);
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length }, () => this.between(0, 255));
  }
}
