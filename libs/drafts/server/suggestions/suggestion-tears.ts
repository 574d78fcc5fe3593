import * as Y from 'yjs';
import { markNameOf, readBlockProposal } from '../../contract';

/** A block taken away and written again reads the same, and yet what others are typing in it would be lost. */
export function tearsBlocks(transaction: Y.Transaction, personId: string): boolean {
  const tears = new Tears(transaction, personId);
  let torn = false;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    torn ||= struct instanceof Y.Item && tears.by(struct);
  });
  return torn;
}

/** What one update takes away, as it stood before: one's own proposals may go, the text of others may not. */
class Tears {
  constructor(
    private readonly transaction: Y.Transaction,
    private readonly personId: string,
  ) {}

  by(item: Y.Item): boolean {
    if (!(item.content instanceof Y.ContentType) || this.isNew(item)) return false;
    const { type } = item.content;
    if (this.standsInMine(type)) return false;
    if (!(type instanceof Y.XmlText)) return true;
    return this.heldOfficialText(type) && !this.stoodBesideMine(item);
  }

  private isNew({ id }: Y.Item): boolean {
    return id.clock >= (this.transaction.beforeState.get(id.client) ?? 0);
  }

  private goes(item: Y.Item): boolean {
    return Y.isDeleted(this.transaction.deleteSet, item.id);
  }

  /** In a block, or a thing in the line, that this person proposed to add. */
  private standsInMine(type: Y.AbstractType<unknown>): boolean {
    for (let at: unknown = type; at instanceof Y.AbstractType; at = at._item?.parent) if (at instanceof Y.XmlElement && this.isMine(at)) return true;
    return false;
  }

  private isMine(element: Y.XmlElement): boolean {
    let held = element._map.get('proposal') ?? null;
    while (held && this.isNew(held)) held = held.left;
    if (!held || (held.deleted && !this.goes(held))) return false;
    const proposal = readBlockProposal(held.content.getContent().at(-1));
    return proposal?.target === 'inserted' && proposal.person === this.personId;
  }

  /** A note or a mention cuts the text of its line in two; when it goes, the editor makes one text of both again. */
  private stoodBesideMine({ parent }: Y.Item): boolean {
    if (!(parent instanceof Y.XmlElement)) return false;
    for (let item = parent._start; item; item = item.right) {
      const { content } = item;
      if (this.goes(item) && !this.isNew(item) && content instanceof Y.ContentType && content.type instanceof Y.XmlElement && this.isMine(content.type)) return true;
    }
    return false;
  }

  /** Whether a text that went had held anything but this person's own proposals. */
  private heldOfficialText(text: Y.XmlText): boolean {
    const proposed = new Set<string>();
    for (let item = text._start; item; item = item.right) {
      if (!this.goes(item) || this.isNew(item)) continue;
      if (item.content instanceof Y.ContentFormat) this.noteProposal(item.content, proposed);
      else if (item.countable && proposed.size === 0) return true;
    }
    return false;
  }

  private noteProposal({ key, value }: Y.ContentFormat, proposed: Set<string>): void {
    if (markNameOf(key) !== 'insertion') return;
    if ((value as { person?: unknown } | null)?.person === this.personId) proposed.add(key);
    else proposed.delete(key);
  }
}
