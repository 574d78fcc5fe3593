import type { ItemId, ReadUpdate, StructRange } from './read-update';

/** How many items of each writer the draft holds: Yjs's state vector. */
export type HeldClocks = (client: number) => number;

/** Applies clocks only: follows, as Yjs does, which structs find their predecessors. */
class Advance {
  private readonly held = new Map<number, number>();
  private readonly next = new Map<number, number>();
  private readonly waiting = new Map<number, Set<number>>();

  constructor(
    private readonly update: ReadUpdate,
    private readonly clocks: HeldClocks,
    private readonly taken: (struct: StructRange) => void,
  ) {}

  /** The first item that is missing, or null when the whole update can be applied. */
  run(): ItemId | null {
    const queue = [...this.update.structs.keys()];
    for (let client = queue.pop(); client !== undefined; client = queue.pop()) {
      // Only a step forward wakes those who wait: two writers who wait for each other stay where they are.
      if (!this.walk(client)) continue;
      queue.push(...(this.waiting.get(client) ?? []));
      this.waiting.delete(client);
    }
    return this.stuckStruct() ?? this.missingDelete();
  }

  private walk(client: number): boolean {
    const structs = this.update.structs.get(client) ?? [];
    const from = this.next.get(client) ?? 0;
    let index = from;
    for (let struct = structs[index]; struct !== undefined; struct = structs[index]) {
      if (!this.canTake(struct)) break;
      const end = struct.clock + struct.length;
      this.taken(struct);
      if (struct.kind !== 'skip' && end > this.reached(client)) this.held.set(client, end);
      index += 1;
    }
    this.next.set(client, index);
    return index > from;
  }

  private canTake(struct: StructRange): boolean {
    if (struct.kind === 'skip') return true;
    if (struct.clock > this.reached(struct.client)) return false;
    const lacking = struct.needs.find((need) => need.clock >= this.reached(need.client));
    if (!lacking) return true;
    const waiters = this.waiting.get(lacking.client) ?? new Set<number>();
    this.waiting.set(lacking.client, waiters.add(struct.client));
    return false;
  }

  private reached(client: number): number {
    return this.held.get(client) ?? this.clocks(client);
  }

  private stuckStruct(): ItemId | null {
    for (const [client, structs] of this.update.structs) {
      const stuck = structs[this.next.get(client) ?? 0];
      if (stuck) return stuck.needs.find((need) => need.clock >= this.reached(need.client)) ?? { client, clock: this.reached(client) };
    }
    return null;
  }

  private missingDelete(): ItemId | null {
    const early = this.update.deletes.find((range) => range.clock + range.length > this.reached(range.client));
    return early ? { client: early.client, clock: this.reached(early.client) } : null;
  }
}

/**
 * Names the first predecessor the draft lacks: such an update would wait inside Yjs, and is asked to resync instead.
 * `taken` hears of each struct that finds its predecessors, in an order in which Yjs could take them.
 */
export const firstMissing = (update: ReadUpdate, clocks: HeldClocks, taken: (struct: StructRange) => void = () => undefined): ItemId | null =>
  new Advance(update, clocks, taken).run();
