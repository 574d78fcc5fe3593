import { suggestionKey } from './suggestion';
import type { BlockTarget, ProposableMark, SuggestionStamp } from './suggestion';

interface PieceAt extends SuggestionStamp {
  /** Where it stands, in the order of the document. */
  readonly from: number;
  readonly to: number;
}

/** One run of the text that carries one proposal, or one block that does. */
export type SuggestionPiece = PieceAt &
  (
    | { readonly kind: 'insertion' | 'deletion'; readonly text: string }
    | { readonly kind: 'modification'; readonly text: string; readonly mark: ProposableMark; readonly change: 'add' | 'remove' }
    | { readonly kind: 'block'; readonly text: string; readonly target: BlockTarget; readonly block: string }
  );

export type SuggestionKind = 'replace' | 'insert' | 'delete' | 'format' | 'restyle' | 'insert-block' | 'remove-block' | 'replace-block';

/** One proposal as a person reads it: what goes, what comes, where. */
export interface SuggestionGroup extends SuggestionStamp {
  readonly key: string;
  readonly kind: SuggestionKind;
  readonly removed: string;
  readonly added: string;
  readonly format: { readonly mark: ProposableMark; readonly change: 'add' | 'remove' } | null;
  readonly target: BlockTarget | null;
  /** The sorts of blocks that go and come, by the names of the schema. */
  readonly blocksGone: readonly string[];
  readonly blocksCome: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** What a piece does to the text: it comes, it goes, or it only looks otherwise. */
const comes = (piece: SuggestionPiece): boolean => piece.kind === 'insertion' || (piece.kind === 'block' && piece.target === 'inserted');
const goes = (piece: SuggestionPiece): boolean => piece.kind === 'deletion' || (piece.kind === 'block' && piece.target === 'removed');

/** Words follow each other; blocks stand apart. */
function textOf(pieces: readonly SuggestionPiece[], which: (piece: SuggestionPiece) => boolean): string {
  return pieces.filter(which).reduce((text, piece) => `${text}${piece.kind === 'block' && text !== '' ? ' ' : ''}${piece.text}`, '');
}

const blocksOf = (pieces: readonly SuggestionPiece[], which: (piece: SuggestionPiece) => boolean): string[] => [
  ...new Set(pieces.flatMap((piece) => (piece.kind === 'block' && which(piece) ? [piece.block] : []))),
];

function kindOf(pieces: readonly SuggestionPiece[]): SuggestionKind {
  const [some, isBlocks] = [(which: (piece: SuggestionPiece) => boolean) => pieces.some(which), pieces.every((piece) => piece.kind === 'block')];
  if (some(comes) && some(goes)) return isBlocks ? 'replace-block' : 'replace';
  if (some(comes)) return isBlocks ? 'insert-block' : 'insert';
  if (some(goes)) return isBlocks ? 'remove-block' : 'delete';
  return some((piece) => piece.kind === 'modification') ? 'format' : 'restyle';
}

function groupOf(key: string, pieces: readonly SuggestionPiece[]): SuggestionGroup {
  const [first] = pieces as readonly [SuggestionPiece, ...SuggestionPiece[]];
  const kind = kindOf(pieces);
  const formatted = pieces.find((piece) => piece.kind === 'modification');
  const block = pieces.find((piece) => piece.kind === 'block');
  return {
    key, kind, id: first.id, person: first.person, at: first.at,
    removed: textOf(pieces, goes),
    added: textOf(pieces, comes) || textOf(pieces, (piece) => piece.kind === 'modification') || textOf(pieces, (piece) => piece.kind === 'block' && !goes(piece)),
    blocksGone: blocksOf(pieces, goes),
    blocksCome: blocksOf(pieces, comes),
    format: formatted?.kind === 'modification' ? { mark: formatted.mark, change: formatted.change } : null,
    target: block?.kind === 'block' ? block.target : null,
    from: Math.min(...pieces.map((piece) => piece.from)),
    to: Math.max(...pieces.map((piece) => piece.to)),
  };
}

/** Proposals in the order of the text; what one person did together is one of them. */
export function groupSuggestions(pieces: readonly SuggestionPiece[]): SuggestionGroup[] {
  const byKey = new Map<string, SuggestionPiece[]>();
  for (const piece of pieces) {
    const key = suggestionKey(piece);
    const held = byKey.get(key);
    if (held) held.push(piece);
    else byKey.set(key, [piece]);
  }
  return [...byKey].map(([key, held]) => groupOf(key, held)).sort((one, other) => one.from - other.from);
}
