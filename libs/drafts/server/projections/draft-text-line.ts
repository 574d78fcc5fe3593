import type { DocumentNode } from '../../contract';

const textAttribute = (node: DocumentNode, name: string): string => {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
};

const leaves: Record<string, (node: DocumentNode) => string> = {
  text: (node) => node.text ?? '',
  hardBreak: () => '\n',
  image: (node) => (textAttribute(node, 'alt') === '' ? '' : `[${textAttribute(node, 'alt')}]`),
  mention: (node) => `@${textAttribute(node, 'label')}`,
  footnote: () => '',
};

/** Writes what stands in the place of a node, or null to leave it to the line's own rules. */
export type LeafText = (node: DocumentNode) => string | null;

/** The words of one line, marks and calls of notes aside. */
export function lineOf(node: DocumentNode, instead: LeafText = () => null): string {
  const replaced = instead(node);
  if (replaced !== null) return replaced;
  const leaf = Object.prototype.hasOwnProperty.call(leaves, node.type) ? leaves[node.type] : undefined;
  return leaf ? leaf(node) : (node.content ?? []).map((child) => lineOf(child, instead)).join('');
}

/** The text of a note, on one line. */
export const noteText = (node: DocumentNode): string => textAttribute(node, 'text').replace(/\s+/g, ' ').trim();
