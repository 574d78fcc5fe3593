import * as Y from 'yjs';
import { documentLimits, isAllowedAttribute, isAllowedMark, isNodeName, markNameOf } from '../../contract';
import type { DocumentMark, DocumentNode } from '../../contract';

/** What is left to write before a projection stops: no tree, however made, costs more. */
interface Budget {
  nodes: number;
  characters: number;
}

/** The document's JSON as the editor knows it, from any tree: what is not allowed is left out, and depth and size have their caps. */
export function treeOf(root: Y.XmlFragment): DocumentNode {
  const budget = { nodes: documentLimits.projectedNodes, characters: documentLimits.projectedCharacters };
  return { type: 'doc', content: childrenOf(root, 0, budget) };
}

/** One block alone; null when it is more than a projection shows, for then part of it would go unread. */
export function treeOfBlock(block: Y.XmlElement): DocumentNode | null {
  const budget = { nodes: documentLimits.projectedNodes, characters: documentLimits.projectedCharacters };
  const [tree] = blockOf(block, 0, budget);
  return tree && budget.nodes > 0 && budget.characters > 0 ? tree : null;
}

function childrenOf(parent: Y.XmlFragment, depth: number, budget: Budget): DocumentNode[] {
  if (depth > documentLimits.depth) return [];
  const nodes: DocumentNode[] = [];
  for (const child of parent.toArray() as unknown[]) {
    if (budget.nodes <= 0 || budget.characters <= 0) break;
    if (child instanceof Y.XmlText) nodes.push(...textsOf(child, budget));
    else if (child instanceof Y.XmlElement) nodes.push(...blockOf(child, depth, budget));
  }
  return nodes;
}

function blockOf(element: Y.XmlElement, depth: number, budget: Budget): DocumentNode[] {
  const type = element.nodeName;
  if (!isNodeName(type)) return [];
  budget.nodes -= 1;
  const attrs = Object.fromEntries(Object.entries(element.getAttributes()).filter(([key, value]) => isAllowedAttribute(type, key, value)));
  const content = childrenOf(element, depth + 1, budget);
  return [{ type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), ...(content.length > 0 ? { content } : {}) }];
}

interface Run {
  insert?: unknown;
  attributes?: Record<string, unknown>;
}

function textsOf(text: Y.XmlText, budget: Budget): DocumentNode[] {
  return (text.toDelta() as Run[]).flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string' || insert === '' || budget.characters <= 0) return [];
    const kept = insert.slice(0, budget.characters);
    budget.characters -= kept.length;
    budget.nodes -= 1;
    const marks = marksOf(attributes ?? {});
    return [{ type: 'text', text: kept, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

function marksOf(attributes: Record<string, unknown>): DocumentMark[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    if (value === null || !isAllowedMark(key, value)) return [];
    const attrs = value as Record<string, unknown>;
    return [{ type: markNameOf(key), ...(Object.keys(attrs).length > 0 ? { attrs } : {}) }];
  });
}
