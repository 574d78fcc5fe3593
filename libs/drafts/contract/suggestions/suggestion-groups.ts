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
    | { readonly kind: 'block'; readonly text: string; readonly target: BlockTarget }
  );

export type SuggestionKind = 'replace' | 'insert' | 'delete' | 'format' | 'restyle' | 'remove-block';

/** One proposal as a person reads it: what goes, what comes, where. */
export interface SuggestionGroup extends SuggestionStamp {
  readonly key: string;
  readonly kind: SuggestionKind;
  readonly removed: string;
  readonly added: string;
  readonly format: { readonly mark: ProposableMark; readonly change: 'add' | 'remove' } | null;
  readonly target: BlockTarget | null;
  readonly from: number;
  readonly to: number;
}

const textOf = (pieces: readonly SuggestionPiece[], kind: SuggestionPiece['kind']): string =>
  pieces.filter((piece) => piece.kind === kind).map((piece) => piece.text).join('');

function kindOf(pieces: readonly SuggestionPiece[]): SuggestionKind {
  const has = (kind: SuggestionPiece['kind']): boolean => pieces.some((piece) => piece.kind === kind);
  if (has('insertion') && has('deletion')) return 'replace';
  if (has('insertion')) return 'insert';
  if (has('deletion')) return 'delete';
  if (has('modification')) return 'format';
  return pieces.some((piece) => piece.kind === 'block' && piece.target === 'removed') ? 'remove-block' : 'restyle';
}

function groupOf(key: string, pieces: readonly SuggestionPiece[]): SuggestionGroup {
  const [first] = pieces as readonly [SuggestionPiece, ...SuggestionPiece[]];
  const kind = kindOf(pieces);
  const formatted = pieces.find((piece) => piece.kind === 'modification');
  const block = pieces.find((piece) => piece.kind === 'block');
  return {
    key, kind, id: first.id, person: first.person, at: first.at,
    removed: textOf(pieces, 'deletion'),
    added: textOf(pieces, 'insertion') || textOf(pieces, 'modification') || textOf(pieces, 'block'),
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
