import type { KindRules } from '../../contract';
import type { DraftHistory, JournalRow, StoredBytes } from './draft-history';
import type { DraftJournal } from './draft-journal';

export interface Push {
  readonly personId: string;
  readonly clientId: number;
  readonly pushId: string;
  readonly update: Uint8Array;
  /** The connection it came by, which does not need to hear it again; null for other nodes' rows. */
  readonly from: string | null;
}

export interface Relayed extends JournalRow {
  readonly from: string | null;
}

/** What is kept of a draft's bytes for newcomers. */
export interface RoomStock {
  of(draftId: string): Promise<StoredBytes & { readonly updates: readonly Uint8Array[]; above(seq: number): readonly Uint8Array[] | null }>;
  keep(draftId: string, stored: StoredBytes): void;
  append(draftId: string, rows: readonly JournalRow[]): void;
  forget(draftId: string): void;
}

export interface RoomPorts {
  readonly journal: Pick<DraftJournal, 'append'>;
  readonly history: Pick<DraftHistory, 'load' | 'since' | 'seqOfPush'>;
  readonly stock: RoomStock;
  /** What a document of this kind may hold; without it, any text and no plan. */
  readonly rulesOf?: (kind: string) => KindRules;
  /** Called once updates are durable, in the order of their positions and before their senders are told. */
  readonly relay: (rows: readonly Relayed[]) => void;
}

/** A room between two rounds, when all it knows is durable. */
export interface RoomAtRest {
  readonly seq: number;
  stateVector(): Uint8Array;
}

/** What brings somebody who holds the rows up to a position to where the draft is. */
export interface RoomBytes {
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
  readonly stateVector: Uint8Array;
}
