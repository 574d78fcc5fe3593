import * as Y from 'yjs';
import { contentField, differsOnlyInProposalsOf, markNameOf } from '../../contract';
import type { DocumentNode } from '../../contract';
import { treeOfBlock } from '../projections/draft-tree';

export type SuggestionVerdict = 'fits' | 'waits' | 'changes-text';

/** What one update touched: blocks of the first level, or something a proposal never touches. */
interface Touched {
  readonly blocks: Set<Y.XmlElement>;
  outside: boolean;
  torn: boolean;
}

/**
 * A copy of a draft made to try proposals on. It keeps each block as it reads, so that a proposal costs the blocks it touches;
 * after a verdict other than `fits` it no longer equals the draft and must be thrown away.
 */
export class SuggestionScratch {
  /** Deleted text stays readable: whose it was decides. */
  private readonly doc = new Y.Doc({ gc: false });
  private readonly root = this.doc.getXmlFragment(contentField);
  private readonly read = new Map<Y.XmlElement, DocumentNode | null>();

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** What the draft has that the copy lacks. */
  follow(updates: readonly Uint8Array[]): void {
    const { blocks, outside } = this.apply(updates, null);
    if (outside || this.read.size === 0) this.readAll();
    else blocks.forEach((block) => this.read.set(block, treeOfBlock(block)));
  }

  /** Would the official text, and what others propose, be the same after this update of this person? */
  try(update: Uint8Array, personId: string): SuggestionVerdict {
    const { blocks, outside, torn } = this.apply([update], personId);
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) return 'waits';
    if (outside || torn) return 'changes-text';
    return [...blocks].every((block) => this.staysTrue(block, personId)) ? 'fits' : 'changes-text';
  }

  destroy(): void {
    this.doc.destroy();
  }

  private staysTrue(block: Y.XmlElement, personId: string): boolean {
    const before = this.read.get(block);
    const after = treeOfBlock(block);
    if (!before || !after || !differsOnlyInProposalsOf(personId, before, after)) return false;
    this.read.set(block, after);
    return true;
  }

  private readAll(): void {
    this.read.clear();
    for (const block of this.root.toArray()) if (block instanceof Y.XmlElement) this.read.set(block, treeOfBlock(block));
  }

  private apply(updates: readonly Uint8Array[], personId: string | null): Touched {
    const touched: Touched = { blocks: new Set(), outside: false, torn: false };
    const look = (transaction: Y.Transaction): void => {
      for (const type of transaction.changed.keys()) this.note(type, touched);
      if (personId !== null) touched.torn ||= tearsBlocks(transaction, personId);
    };
    this.doc.on('afterTransaction', look);
    try {
      this.doc.transact(() => updates.forEach((update) => Y.applyUpdate(this.doc, update)));
    } catch {
      touched.outside = true;
    } finally {
      this.doc.off('afterTransaction', look);
    }
    return touched;
  }

  private note(type: unknown, touched: Touched): void {
    let block = type;
    while (block instanceof Y.AbstractType && block._item && block._item.parent !== this.root) block = block._item.parent;
    if (block instanceof Y.XmlElement && block._item) touched.blocks.add(block);
    else touched.outside = true;
  }
}

/** A block taken away and written again reads the same, and yet what others are typing in it would be lost. */
function tearsBlocks(transaction: Y.Transaction, personId: string): boolean {
  let torn = false;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return;
    if (struct.id.clock >= (transaction.beforeState.get(struct.id.client) ?? 0)) return;
    const { type } = struct.content;
    torn ||= !(type instanceof Y.XmlText) || heldOfficialText(type, transaction, personId);
  });
  return torn;
}

/** Whether a text that went had held anything but this person's own proposals. */
function heldOfficialText(text: Y.XmlText, transaction: Y.Transaction, personId: string): boolean {
  const proposed = new Set<string>();
  for (let item = text._start; item; item = item.right) {
    if (!Y.isDeleted(transaction.deleteSet, item.id) || item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)) continue;
    if (item.content instanceof Y.ContentFormat) noteProposal(item.content, personId, proposed);
    else if (item.countable && proposed.size === 0) return true;
  }
  return false;
}

function noteProposal({ key, value }: Y.ContentFormat, personId: string, proposed: Set<string>): void {
  if (markNameOf(key) !== 'insertion') return;
  if ((value as { person?: unknown } | null)?.person === personId) proposed.add(key);
  else proposed.delete(key);
}
