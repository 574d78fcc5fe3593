import * as Y from 'yjs';
import { documentLimits, isAllowedAttribute, isNodeName } from '../contract';
import type { ItemId, RefusalReason } from '../contract';

/**
 * What the gate cannot know before an update is applied: where an item stands when it only says «after that one».
 * Answers the reason to refuse, or null. Text stands in a text, texts in blocks, blocks in blocks; values only as attributes.
 */
export function misplaced(doc: Y.Doc, root: Y.XmlFragment, ids: readonly ItemId[]): RefusalReason | null {
  for (const { client, clock } of ids) {
    const item = Y.getItem(doc.store, Y.createID(client, clock));
    const reason = item instanceof Y.Item && !item.deleted ? reasonAgainst(item, root) : null;
    if (reason) return reason;
  }
  return null;
}

function reasonAgainst(item: Y.Item, root: Y.XmlFragment): RefusalReason | null {
  const { content, parent } = item;
  if (content instanceof Y.ContentAny) return attributeReason(item, content);
  if (item.parentSub !== null) return 'attribute-not-allowed';
  if (!(content instanceof Y.ContentType)) return parent instanceof Y.XmlText ? null : 'text-outside-block';
  if (content.type instanceof Y.XmlText) return isBlock(parent) ? null : 'misplaced';
  if (parent !== root && !isBlock(parent)) return 'misplaced';
  return depthOf(item) > documentLimits.depth ? 'too-deep' : null;
}

const isBlock = (parent: Y.Item['parent']): parent is Y.XmlElement => parent instanceof Y.XmlElement;

function attributeReason(item: Y.Item, content: Y.ContentAny): RefusalReason | null {
  const { parent, parentSub: key } = item;
  if (key === null || !isBlock(parent) || !isNodeName(parent.nodeName)) return 'misplaced';
  const name = parent.nodeName;
  return content.arr.every((value: unknown) => isAllowedAttribute(name, key, value)) ? null : 'attribute-not-allowed';
}

function depthOf(item: Y.Item): number {
  let depth = 0;
  for (let above: Y.Item | null = item; above && depth <= documentLimits.depth; depth += 1) {
    above = above.parent instanceof Y.AbstractType ? above.parent._item : null;
  }
  return depth;
}
