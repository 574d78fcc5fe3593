import { encoding } from 'lib0';
import * as Y from 'yjs';
import { anyKind, documentLimits, firstMissing, readUpdate } from '../../contract';
import type { KindRules, ReadUpdate, RefusalReason } from '../../contract';
import type { DraftContent } from './draft-history';
import type { Siblings } from './draft-order';
import { DraftPlaces } from './draft-places';
import { storedUpdate } from './stored-update';

/** `new`: brings something; `known`: all of it is here; `gap`: something must come first; `unsure`: the tree must be asked; else why it is refused. */
export type Verdict = 'new' | 'known' | 'gap' | 'unsure' | { readonly refused: RefusalReason };

/** What the tree says of two items written after the same neighbour. */
export type Standing = (siblings: Siblings) => boolean;

/** The journal has something no draft can be made of. */
export class BrokenJournal extends Error {}

/**
 * What a room knows of its draft without holding it: how many items of each writer are there, whose they are, and where they stand.
 * Updates are taken in their order; when the journal would not have one in the end, the whole is made anew from the journal.
 */
export class DraftState {
  private readonly clocks: Map<number, number>;
  private readonly owners: Map<number, string | null>;
  private places: DraftPlaces | null = null;

  private constructor(content: DraftContent, private readonly rules: KindRules) {
    this.clocks = content.snapshot ? Y.decodeStateVector(content.snapshot.stateVector) : new Map<number, number>();
    this.owners = new Map(content.writers);
  }

  static from(content: DraftContent, rules: KindRules = anyKind): DraftState {
    const state = new DraftState(content, rules);
    content.rows.forEach((row) => state.learn(row.bytes));
    return state;
  }

  /** Where things stand is only needed once somebody writes. */
  get knowsPlaces(): boolean {
    return this.places !== null;
  }

  /** From the same content, or a later one of the same draft. */
  learnPlaces(updates: readonly Uint8Array[]): void {
    const places = new DraftPlaces(this.rules);
    const held = new Map<number, number>();
    for (const update of updates) advance(storedUpdate(update), held, (struct) => places.learn(struct));
    this.places = places;
  }

  belongsToSomeoneElse(client: number, personId: string): boolean {
    const owner = this.owners.get(client);
    return owner !== undefined && owner !== personId;
  }

  newWriters(clients: Iterable<number>): number[] {
    return [...new Set(clients)].filter((client) => !this.owners.has(client));
  }

  claim(clients: readonly number[], personId: string): void {
    for (const client of clients) this.owners.set(client, personId);
  }

  lacksPredecessors(update: ReadUpdate): boolean {
    return firstMissing(update, (client) => this.clocks.get(client) ?? 0) !== null;
  }

  /** Takes an update read by the gate; one that is not `new` leaves no trace. Without the tree's word it may be `unsure`. */
  take(update: ReadUpdate, stands?: Standing): Verdict {
    if (this.lacksPredecessors(update)) return 'gap';
    const refused = this.placed(update, stands);
    if (refused) return refused === 'unsure' ? refused : { refused };
    const brings = [...update.structs].some(([client, structs]) => structs.some((struct) => struct.clock + struct.length > (this.clocks.get(client) ?? 0)));
    if (!brings && update.deletes.length === 0) return 'known';
    advance(update, this.clocks);
    return 'new';
  }

  /** A row of the journal. */
  learn(bytes: Uint8Array): void {
    const update = readUpdate(bytes);
    const { places } = this;
    places?.begin();
    const missing = advance(update.ok ? update : storedUpdate(bytes), this.clocks, (struct) => places?.learn(struct));
    if (missing) throw new BrokenJournal();
  }

  stateVector(): Uint8Array {
    const out = encoding.createEncoder();
    encoding.writeVarUint(out, this.clocks.size);
    for (const [client, clock] of this.clocks) {
      encoding.writeVarUint(out, client);
      encoding.writeVarUint(out, clock);
    }
    return encoding.toUint8Array(out);
  }

  private placed(update: ReadUpdate, stands?: Standing): RefusalReason | 'unsure' | null {
    const { places } = this;
    if (!places) throw new BrokenJournal();
    let reason: RefusalReason | 'unsure' | null = null;
    places.begin();
    firstMissing(update, (client) => this.clocks.get(client) ?? 0, (struct) => {
      reason ??= places.take(struct);
    });
    if (!reason && places.doubts.length > 0) reason = stands ? (places.doubts.every(stands) ? null : 'misplaced') : 'unsure';
    if (reason) places.forget();
    return reason;
  }
}

export const tooManyNewWriters = (state: DraftState, update: ReadUpdate): boolean => state.newWriters(update.structs.keys()).length > documentLimits.newClientIdsPerUpdate;

type Taken = Parameters<typeof firstMissing>[2];

function advance(update: ReadUpdate, clocks: Map<number, number>, taken?: Taken): boolean {
  const missing = firstMissing(update, (client) => clocks.get(client) ?? 0, taken);
  if (missing) return true;
  for (const [client, structs] of update.structs) {
    const end = structs.reduce((reached, struct) => (struct.kind === 'skip' ? reached : struct.clock + struct.length), 0);
    if (end > (clocks.get(client) ?? 0)) clocks.set(client, end);
  }
  return false;
}
