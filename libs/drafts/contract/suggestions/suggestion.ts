/**
 * How a proposal stands in the text. The text itself never changes before someone accepts: what is added carries `insertion`, what would go
 * carries `deletion`, what would look otherwise carries `modification`, and a block that would become another carries a `proposal`.
 */
export const suggestionMarkNames = ['insertion', 'deletion', 'modification'] as const;
export type SuggestionMarkName = (typeof suggestionMarkNames)[number];

/** Who proposes, since when (seconds since 1970), and what belongs together: a number drawn by that person. */
export interface SuggestionStamp {
  readonly id: number;
  readonly person: string;
  readonly at: number;
}

/** A paragraph end to add, a line end to add, or a paragraph end to take away; null is ordinary text. */
export const insertionRoles = ['split', 'line', 'join'] as const;
export type InsertionRole = (typeof insertionRoles)[number];

/** One character each, never shown as such. */
export const roleCharacters: Readonly<Record<InsertionRole, string>> = { split: '\u2029', line: '\u2028', join: '\u2029' };

/** Marks whose coming or going can be proposed. */
export const proposableMarks = ['bold', 'italic', 'underline', 'strike', 'link'] as const;
export type ProposableMark = (typeof proposableMarks)[number];

export const largestSuggestionId = 2 ** 31 - 1;

/** Drawn at random: two people proposing at once never need to agree, and `person` is part of the name anyway. */
export const newSuggestionId = (random: () => number = Math.random): number => 1 + Math.floor(random() * (largestSuggestionId - 1));

export const isSuggestionMark = (name: string): name is SuggestionMarkName => (suggestionMarkNames as readonly string[]).includes(name);

/** What names one proposal: two people may have drawn the same number. */
export const suggestionKey = ({ id, person }: Pick<SuggestionStamp, 'id' | 'person'>): string => `${person}:${id}`;

/** What a block would become: another style of line, nothing (`removed`), or part of the text at all (`inserted`). */
export const blockTargets = ['paragraph', 'heading1', 'heading2', 'heading3', 'heading4', 'removed', 'inserted'] as const;
export type BlockTarget = (typeof blockTargets)[number];

export interface BlockProposal extends SuggestionStamp {
  readonly target: BlockTarget;
}

const written = /^(paragraph|heading[1-4]|removed|inserted):([1-9]\d{0,9}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,11})$/;

/** A block's `proposal` attribute is one short text, since attributes are plain values. */
export const writeBlockProposal = ({ target, id, person, at }: BlockProposal): string => `${target}:${id}:${person}:${at}`;

export function readBlockProposal(value: unknown): BlockProposal | null {
  const found = typeof value === 'string' ? written.exec(value) : null;
  if (!found) return null;
  const [, target, id, person = '', at] = found;
  return Number(id) > largestSuggestionId ? null : { target: target as BlockTarget, id: Number(id), person, at: Number(at) };
}

/** The stamp of a mark's attributes; the gate has checked them. */
export function stampOf(attrs: Readonly<Record<string, unknown>> | undefined): SuggestionStamp | null {
  const { id, person, at } = attrs ?? {};
  return typeof id === 'number' && typeof person === 'string' && typeof at === 'number' ? { id, person, at } : null;
}
