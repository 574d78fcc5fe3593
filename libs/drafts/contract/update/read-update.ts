import type { RefusalReason } from './update-bytes';

export interface ItemId {
  readonly client: number;
  readonly clock: number;
}

/** Where an item says it stands: beside others, or in a parent; a root when all are null, the plan's or the text's. */
export interface ItemPlace {
  readonly left: ItemId | null;
  readonly right: ItemId | null;
  readonly parent: ItemId | null;
  readonly inPlan?: boolean;
  readonly key: string | null;
  /** What it holds: characters and their marks, a text, a block by its name, a value, or nothing any more. */
  readonly holds: 'characters' | 'text' | 'value' | 'nothing' | { readonly block: string };
  readonly value?: unknown;
}

export interface StructRange extends ItemId {
  readonly length: number;
  readonly kind: 'item' | 'gc' | 'skip';
  /** Items of other writers that must be there first. */
  readonly needs: readonly ItemId[];
  /** Of an item: what must be checked where it stands. */
  readonly place: ItemPlace | null;
}

export interface DeleteRange extends ItemId {
  readonly length: number;
}

export interface ReadUpdate {
  readonly ok: true;
  /** By writer, in the order of their clocks. */
  readonly structs: ReadonlyMap<number, readonly StructRange[]>;
  readonly deletes: readonly DeleteRange[];
}

export type GateAnswer = ReadUpdate | { readonly ok: false; readonly reason: RefusalReason };
