import { AppError } from '@cohorte/platform/contract';
import * as Y from 'yjs';
import { contentField } from '../../contract';
import { ClockRanges } from './version-ranges';

/** One row of the journal, with who and when. */
export interface HistoryRow {
  readonly seq: number;
  readonly personId: string | null;
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Where an item came from: the row that brought it, and the row and the writer of its words when they only came back or moved. */
export interface Birth {
  readonly seq: number;
  readonly how: 'written' | 'moved' | 'restored';
  readonly writtenAt: number;
  readonly client: number;
}

/** The row that took an item away; `moved` when the same words stand elsewhere by that same row. */
export interface Death {
  readonly seq: number;
  readonly moved: boolean;
}

/** Clocks of one item with one fate. */
export interface Piece {
  readonly client: number;
  readonly from: number;
  readonly to: number;
  readonly birth: Birth;
  readonly death: Death | null;
}

export interface ClockRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** What a row did, before it is settled who first wrote the words. */
export interface RowEffect {
  readonly seq: number;
  readonly born: readonly ClockRange[];
  readonly died: readonly ClockRange[];
}

/**
 * The whole journal in one document that forgets nothing, with the birth and the death of every item. Yjs never changes the order
 * of what it holds, so the text at any position is what was born by then and not dead yet: nothing is replayed twice.
 */
export class VersionReplay {
  readonly doc = new Y.Doc({ gc: false });
  readonly content = this.doc.getXmlFragment(contentField);
  private readonly births = new Map<number, ClockRanges<Birth>>();
  private readonly deaths = new Map<number, ClockRanges<Death>>();
  private readonly persons: (string | null)[] = [null];
  private readonly times: number[] = [0];
  private effect: RowEffect | null = null;
  private writers: ReadonlyMap<number, string | null> = new Map();
  /** Journal bytes read, a measure of what it weighs. */
  weight = 0;

  constructor() {
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => this.note(transaction));
  }

  get seq(): number {
    return this.times.length - 1;
  }

  know(writers: ReadonlyMap<number, string | null>): void {
    this.writers = writers;
  }

  /** Rows come in order, without a hole: a broken journal is an error, never a shorter past. */
  apply(row: HistoryRow): RowEffect {
    if (row.seq !== this.seq + 1) throw new AppError('unavailable', 'drafts.cannot-load', { seq: row.seq });
    this.persons.push(row.personId);
    this.times.push(row.at);
    this.weight += row.bytes.byteLength;
    this.effect = { seq: row.seq, born: [], died: [] };
    Y.applyUpdate(this.doc, row.bytes);
    if (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null) throw new AppError('unavailable', 'drafts.cannot-load', { seq: row.seq });
    return this.effect;
  }

  /** An item cut wherever its fate changes. */
  piecesOf(item: Y.Item): Piece[] {
    const { client, clock } = item.id;
    const deaths = this.deaths.get(client);
    return (this.births.get(client)?.within(clock, item.length) ?? []).flatMap(({ from, to, value: birth }) => {
      const pieces: Piece[] = [];
      let at = from;
      for (const died of deaths?.within(from, to - from) ?? []) {
        if (died.from > at) pieces.push({ client, from: at, to: died.from, birth, death: null });
        pieces.push({ client, from: died.from, to: died.to, birth, death: died.value });
        at = died.to;
      }
      if (at < to) pieces.push({ client, from: at, to, birth, death: null });
      return pieces;
    });
  }

  /** Who wrote the words of a piece, and when; null is the application's own first text. */
  authorOf({ birth }: Piece): { personId: string | null; at: number } {
    return { personId: this.writers.get(birth.client) ?? null, at: this.timeOf(birth.writtenAt) };
  }

  personOf(seq: number): string | null {
    return this.persons[seq] ?? null;
  }

  timeOf(seq: number): number {
    return this.times[seq] ?? 0;
  }

  /** These words stood before: whoever moved them or brought them back did not write them. */
  inherit(to: ClockRange, from: Piece, how: 'moved' | 'restored'): void {
    this.births.get(to.client)?.replace(to.clock, to.length, (birth) => ({ ...birth, how, writtenAt: from.birth.writtenAt, client: from.birth.client }));
    if (how === 'moved') this.deaths.get(from.client)?.replace(from.from, from.to - from.from, (death) => ({ ...death, moved: true }));
  }

  destroy(): void {
    this.doc.destroy();
  }

  private note(transaction: Y.Transaction): void {
    if (!this.effect) return;
    const { seq } = this.effect;
    const born = [...transaction.afterState].flatMap(([client, end]) => {
      const clock = transaction.beforeState.get(client) ?? 0;
      return end > clock ? [{ client, clock, length: end - clock }] : [];
    });
    const died = [...transaction.deleteSet.clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, length: len })));
    for (const { client, clock, length } of born) rangesOf(this.births, client).add(clock, length, { seq, how: 'written', writtenAt: seq, client });
    for (const { client, clock, length } of died) rangesOf(this.deaths, client).add(clock, length, { seq, moved: false });
    this.effect = { seq, born: [...this.effect.born, ...born], died: [...this.effect.died, ...died] };
  }
}

function rangesOf<T>(all: Map<number, ClockRanges<T>>, client: number): ClockRanges<T> {
  const known = all.get(client) ?? new ClockRanges<T>();
  all.set(client, known);
  return known;
}

export const standsAt = ({ birth, death }: Pick<Piece, 'birth' | 'death'>, seq: number): boolean => birth.seq <= seq && (death === null || death.seq > seq);
