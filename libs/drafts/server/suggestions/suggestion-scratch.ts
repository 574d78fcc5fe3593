import * as Y from 'yjs';
import { contentField, differsOnlyInProposalsOf, isInserted, proposedBy } from '../../contract';
import type { DocumentNode } from '../../contract';
import { treeOfBlock } from '../projections/draft-tree';
import { tearsBlocks } from './suggestion-tears';

export type SuggestionVerdict = 'fits' | 'waits' | 'changes-text';

/** What one update touched: blocks of the first level, their order, or something a proposal never touches. */
interface Touched {
  readonly blocks: Set<Y.XmlElement>;
  order: boolean;
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
    const { blocks, outside, order } = this.apply(updates, null);
    if (outside || order || this.read.size === 0) this.readAll();
    else blocks.forEach((block) => this.read.set(block, treeOfBlock(block)));
  }

  /** Would the official text, and what others propose, be the same after this update of this person? */
  try(update: Uint8Array, personId: string): SuggestionVerdict {
    const { blocks, outside, order, torn } = this.apply([update], personId);
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) return 'waits';
    if (outside || torn) return 'changes-text';
    const stays = order ? this.orderStays(blocks, personId) : [...blocks].every((block) => this.staysTrue(block, personId));
    return stays ? 'fits' : 'changes-text';
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

  /** Blocks came or went: without this person's own, the same ones stand in the same order. */
  private orderStays(touched: ReadonlySet<Y.XmlElement>, personId: string): boolean {
    const before = [...this.read].filter(([, tree]) => !tree || !isInserted(tree, proposedBy(personId)));
    const after = this.blocks().map((block): [Y.XmlElement, DocumentNode | null] => [block, touched.has(block) || !this.read.has(block) ? treeOfBlock(block) : (this.read.get(block) ?? null)]);
    if (after.some(([block, tree]) => tree === null && !this.read.has(block))) return false;
    const official = after.filter(([, tree]) => !tree || !isInserted(tree, proposedBy(personId)));
    const stays = official.length === before.length && official.every(([block], index) => block === before[index]?.[0]);
    if (!stays || !official.every(([block]) => !touched.has(block) || this.staysTrue(block, personId))) return false;
    this.read.clear();
    after.forEach(([block, tree]) => this.read.set(block, tree));
    return true;
  }

  private readAll(): void {
    this.read.clear();
    for (const block of this.blocks()) this.read.set(block, treeOfBlock(block));
  }

  private blocks(): Y.XmlElement[] {
    return (this.root.toArray() as unknown[]).filter((block): block is Y.XmlElement => block instanceof Y.XmlElement);
  }

  private apply(updates: readonly Uint8Array[], personId: string | null): Touched {
    const touched: Touched = { blocks: new Set(), order: false, outside: false, torn: false };
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
    if (type === this.root) touched.order = true;
    else if (block instanceof Y.XmlElement && block._item) touched.blocks.add(block);
    else touched.outside = true;
  }
}
