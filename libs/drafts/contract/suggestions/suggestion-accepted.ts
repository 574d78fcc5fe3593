import type { DocumentMark, DocumentNode } from '../outline-template';
import { isSuggestionMark, readBlockProposal } from './suggestion';
import { rejectedView } from './suggestion-views';

/** A line of text cut where paragraphs are proposed to end, and whether its own end is proposed to go. */
interface CutLine {
  readonly parts: DocumentNode[][];
  readonly joinsNext: boolean;
}

const itemTypes = new Set(['listItem', 'taskItem']);
const inlineTypes = new Set(['text', 'hardBreak', 'footnote', 'mention']);
const lineTypes = new Set(['paragraph', 'heading']);
const cellTypes = new Set(['tableCell', 'tableHeader']);

const roleOf = (node: DocumentNode): unknown => node.marks?.find((mark) => mark.type === 'insertion')?.attrs?.['role'];
const holdsLine = (node: DocumentNode): boolean => (node.content ?? []).some((child) => inlineTypes.has(child.type));

function acceptedMarks(marks: readonly DocumentMark[]): DocumentMark[] {
  let kept = marks.filter((mark) => !isSuggestionMark(mark.type));
  for (const { attrs } of marks.filter((mark) => mark.type === 'modification')) {
    const type = String(attrs?.['mark']);
    kept = kept.filter((mark) => mark.type !== type);
    if (attrs?.['change'] === 'add') kept.push(type === 'link' ? { type, attrs: { href: attrs['href'] } } : { type });
  }
  return kept;
}

function acceptedText(node: DocumentNode): DocumentNode[] {
  const marks = node.marks ?? [];
  if (marks.some((mark) => mark.type === 'deletion')) return [];
  const { marks: _former, ...rest } = node;
  const kept = acceptedMarks(marks);
  return [kept.length > 0 ? { ...rest, marks: kept } : rest];
}

/** What one run of a line does: ends a paragraph, ends a line, joins the next paragraph, or stays as it reads. */
function cutRun(node: DocumentNode, line: { parts: DocumentNode[][]; joinsNext: boolean }): void {
  const stays = acceptedText(node);
  const ends = stays.length > 0 ? Array.from(node.text ?? '') : [];
  switch (roleOf(node)) {
    case 'join':
      line.joinsNext ||= ends.length > 0;
      break;
    case 'split':
      line.parts.push(...ends.map(() => []));
      break;
    case 'line':
      line.parts.at(-1)?.push(...ends.map(() => ({ type: 'hardBreak' })));
      break;
    default:
      line.parts.at(-1)?.push(...stays);
  }
}

function cut(nodes: readonly DocumentNode[]): CutLine {
  const line = { parts: [[]] as DocumentNode[][], joinsNext: false };
  for (const node of nodes) {
    if (node.type === 'text') cutRun(node, line);
    else {
      const kept = restyled(node);
      if (kept) line.parts.at(-1)?.push(kept);
    }
  }
  return line;
}

/** What the block becomes; its id stays with its first part. */
function restyled(node: DocumentNode): Omit<DocumentNode, 'content'> | null {
  const { proposal: written, ...attrs } = node.attrs ?? {};
  const target = readBlockProposal(written)?.target;
  if (target === 'removed') return null;
  const level = target?.startsWith('heading') ? Number(target.at(-1)) : null;
  if (level !== null) return { type: 'heading', attrs: { ...attrs, level } };
  if (target === 'paragraph') return { type: 'paragraph' };
  return { type: node.type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}) };
}

const withContent = (node: Omit<DocumentNode, 'content'>, content: readonly DocumentNode[]): DocumentNode => (content.length > 0 ? { ...node, content } : node);

function acceptedLine(node: DocumentNode): { blocks: DocumentNode[]; joinsNext: boolean } {
  const shape = restyled(node);
  if (!shape) return { blocks: [], joinsNext: false };
  const { parts, joinsNext } = cut(node.content ?? []);
  const { id: _id, ...later } = shape.attrs ?? {};
  const following = Object.keys(later).length > 0 ? { type: shape.type, attrs: later } : { type: shape.type };
  return { blocks: parts.map((part, index) => withContent(index === 0 ? shape : following, part)), joinsNext };
}

/** One item of a list becomes as many as its first line is cut into. */
function acceptedItem(node: DocumentNode): { blocks: DocumentNode[]; joinsNext: boolean } {
  const shape = restyled(node);
  const { blocks, joinsNext } = acceptedBlocks(node.content ?? []);
  if (!shape || blocks.length === 0) return { blocks: [], joinsNext: false };
  const first = node.content?.[0];
  const extra = first && holdsLine(first) ? Math.max(0, acceptedLine(first).blocks.length - 1) : 0;
  const items = blocks.slice(0, extra).map((block) => [block]);
  return { blocks: [...items, blocks.slice(extra)].map((content) => withContent(shape, content)), joinsNext };
}

function accepted(node: DocumentNode): { blocks: DocumentNode[]; joinsNext: boolean } {
  if (itemTypes.has(node.type)) return acceptedItem(node);
  if (holdsLine(node) || !node.content) return acceptedLine(node);
  const [shape, { blocks }] = [restyled(node), acceptedBlocks(node.content)];
  // What is left of a list without items is nothing; of a cell, its place.
  const stays = shape !== null && (blocks.length > 0 || cellTypes.has(node.type));
  return { blocks: stays ? [withContent(shape, blocks.length > 0 ? blocks : [{ type: 'paragraph' }])] : [], joinsNext: false };
}

function joinedItems(one: DocumentNode, other: DocumentNode): DocumentNode[] {
  const [kept, rest] = [one.content ?? [], other.content ?? []];
  const [last, first] = [kept.at(-1), rest[0]];
  return last && first ? [{ ...one, content: [...kept.slice(0, -1), ...joinedBlocks(last, first), ...rest.slice(1)] }] : [one, other];
}

function joinedBlocks(one: DocumentNode, other: DocumentNode): DocumentNode[] {
  if (itemTypes.has(one.type) && one.type === other.type) return joinedItems(one, other);
  if (!lineTypes.has(one.type) || !lineTypes.has(other.type)) return [one, other];
  return [withContent(one, [...(one.content ?? []), ...(other.content ?? [])])];
}

function acceptedBlocks(nodes: readonly DocumentNode[]): { blocks: DocumentNode[]; joinsNext: boolean } {
  const blocks: DocumentNode[] = [];
  let joinsNext = false;
  for (const node of nodes) {
    const next = accepted(node);
    const before = joinsNext ? blocks.pop() : undefined;
    const [first, ...rest] = next.blocks;
    if (before && first) blocks.push(...joinedBlocks(before, first), ...rest);
    else blocks.push(...(before ? [before] : []), ...next.blocks);
    joinsNext = next.blocks.length > 0 ? next.joinsNext : joinsNext;
  }
  return { blocks, joinsNext };
}

/** The document as it would read if every proposal were accepted. */
export function acceptedView(document: DocumentNode): DocumentNode {
  const { content: _former, ...shape } = document;
  // Nothing is left to reject: the second reading only makes one text of neighbours that now look alike.
  return rejectedView(withContent(shape, acceptedBlocks(document.content ?? []).blocks));
}
