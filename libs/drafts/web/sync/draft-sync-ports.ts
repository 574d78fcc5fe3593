import type { PushOutcome } from '../../contract/drafts.contract';
import type { DraftRight } from '../../contract/draft';
import type { OutboxEdit, RefusedEdit } from './draft-outbox';

export interface Joined {
  readonly seq: number;
  readonly right: DraftRight;
  readonly updates: readonly Uint8Array[];
  readonly stateVector: Uint8Array;
}

/** The text on this side: a Y.Doc in the browser, anything in a spec. */
export interface Replica {
  stateVector(): Uint8Array;
  apply(updates: readonly Uint8Array[], from: 'server' | 'outbox' | 'kept'): void;
  /** Everything held here that `stateVector` lacks, or null when there is nothing. */
  missingFrom(stateVector: Uint8Array): Uint8Array | null;
  /** True while something arrived whose predecessor did not. */
  hasGap(): boolean;
  /** Starts again from an empty text: what the server refused may not stay in it. */
  reset(): void;
}

export interface SyncTransport {
  /** `seq`: every row up to here is held. */
  join(stateVector: Uint8Array, seq: number): Promise<Joined>;
  push(pushId: string, update: Uint8Array): Promise<PushOutcome>;
}

export interface SyncOutbox {
  identity(): { personId: string; draftId: string };
  nextOrder(): number;
  append(edits: readonly OutboxEdit[], online: boolean): Promise<void>;
  replace(from: readonly OutboxEdit[], to: readonly OutboxEdit[]): Promise<void>;
  acknowledged(pushId: string): Promise<void>;
  refuse(refused: readonly RefusedEdit[]): Promise<void>;
  waiting(): Promise<OutboxEdit[]>;
}

/** Calls back after roughly this many milliseconds; returns how to call it off. */
export type Later = (milliseconds: number, work: () => void) => () => void;

export interface SyncPorts {
  readonly replica: Replica;
  readonly transport: SyncTransport;
  readonly outbox: SyncOutbox;
  readonly later: Later;
}
