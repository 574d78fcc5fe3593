import type { DocumentMark, DocumentNode } from '../outline-template';
import { isSuggestionMark, readBlockProposal, stampOf } from './suggestion';
import type { SuggestionStamp } from './suggestion';

/** Which proposals a view is about: everybody's, or one person's. */
export type Chosen = (stamp: SuggestionStamp) => boolean;

const everybody: Chosen = () => true;
export const proposedBy = (personId: string): Chosen => ({ person }) => person === personId;

const isChosen = (mark: DocumentMark, chosen: Chosen): boolean => {
  const stamp = isSuggestionMark(mark.type) ? stampOf(mark.attrs) : null;
  return stamp !== null && chosen(stamp);
};

const marksOn = (node: DocumentNode, marks: readonly DocumentMark[]): DocumentNode => {
  const { marks: _former, ...rest } = node;
  return marks.length > 0 ? { ...rest, marks } : rest;
};

/** Neighbours that look alike are one: how a text was cut into runs says nothing. */
function joinedTexts(nodes: readonly DocumentNode[]): DocumentNode[] {
  const joined: DocumentNode[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.type === 'text' && before?.type === 'text' && marksKey(before) === marksKey(node)) joined[joined.length - 1] = { ...before, text: `${before.text ?? ''}${node.text ?? ''}` };
    else joined.push(node);
  }
  return joined;
}

const marksKey = (node: DocumentNode): string => (node.marks ?? []).map(written).sort().join();

/** A value written so that two equal ones read alike, whatever the order of their keys. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, held]) => held !== undefined && held !== null);
  return `{${entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, held]) => `${JSON.stringify(key)}:${written(held)}`).join()}}`;
}

function withoutProposal(node: DocumentNode, chosen: Chosen): DocumentNode {
  const proposal = readBlockProposal(node.attrs?.['proposal']);
  if (!proposal || !chosen(proposal)) return node;
  const { proposal: _taken, ...attrs } = node.attrs ?? {};
  const { attrs: _former, ...rest } = node;
  return Object.keys(attrs).length > 0 ? { ...rest, attrs } : rest;
}

/** A block or a thing in the line that is only there if its proposal is accepted. */
export const isInserted = (node: DocumentNode, chosen: Chosen = everybody): boolean => {
  const proposal = readBlockProposal(node.attrs?.['proposal']);
  return proposal?.target === 'inserted' && chosen(proposal);
};

function rejectedChild(child: DocumentNode, chosen: Chosen): DocumentNode[] {
  if (child.type === 'text') return rejectedText(child, chosen);
  return isInserted(child, chosen) ? [] : [rejectedView(child, chosen)];
}

function rejectedText(node: DocumentNode, chosen: Chosen): DocumentNode[] {
  const marks = node.marks ?? [];
  if (marks.some((mark) => mark.type === 'insertion' && isChosen(mark, chosen))) return [];
  return [marks.some((mark) => isChosen(mark, chosen)) ? marksOn(node, marks.filter((mark) => !isChosen(mark, chosen))) : node];
}

/** The document as if the chosen proposals had never been made; without a choice, its official text. */
export function rejectedView(node: DocumentNode, chosen: Chosen = everybody): DocumentNode {
  if (!node.content) return withoutProposal(node, chosen);
  const content = joinedTexts(node.content.flatMap((child) => rejectedChild(child, chosen)));
  const { content: _former, ...rest } = withoutProposal(node, chosen);
  return content.length > 0 ? { ...rest, content } : rest;
}

/** True when only proposals of this person differ between the two: nothing official moved, nobody else's proposal did. */
export function differsOnlyInProposalsOf(personId: string, before: DocumentNode, after: DocumentNode): boolean {
  const chosen = proposedBy(personId);
  if (isInserted(before, chosen) || isInserted(after, chosen)) return isInserted(before, chosen) && isInserted(after, chosen);
  return writtenNode(rejectedView(before, chosen)) === writtenNode(rejectedView(after, chosen));
}

const writtenNode = (node: DocumentNode): string =>
  `${node.type}${written(node.attrs ?? {})}${JSON.stringify(node.text ?? '')}${marksKey(node)}(${(node.content ?? []).map(writtenNode).join()})`;
