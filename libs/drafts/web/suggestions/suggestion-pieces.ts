import type { Mark, Node } from '@tiptap/pm/model';
import { isSuggestionMark, readBlockProposal, stampOf, suggestionKey } from '../../contract/suggestions/suggestion';
import type { BlockTarget, ProposableMark } from '../../contract/suggestions/suggestion';
import { groupSuggestions } from '../../contract/suggestions/suggestion-groups';
import type { SuggestionGroup, SuggestionPiece } from '../../contract/suggestions/suggestion-groups';
import { officialText } from '../official-text';

const signs: Readonly<Record<string, string>> = { split: '¶', line: '↵', join: '¶' };

function pieceOf(mark: Mark, node: Node, from: number): SuggestionPiece | null {
  const stamp = stampOf(mark.attrs);
  if (!stamp) return null;
  const [sign, written] = [signs[String(mark.attrs['role'])], node.text ?? ''];
  const place = { ...stamp, from, to: from + node.nodeSize };
  if (mark.type.name === 'modification') {
    return { ...place, kind: 'modification', text: written, mark: mark.attrs['mark'] as ProposableMark, change: mark.attrs['change'] === 'remove' ? 'remove' : 'add' };
  }
  const takesAway = mark.type.name === 'deletion' || mark.attrs['role'] === 'join';
  return { ...place, kind: takesAway ? 'deletion' : 'insertion', text: sign ? sign.repeat(written.length) : written };
}

/** What a block says, its lines apart; what comes is not official yet. */
function wordsIn(node: Node, target: BlockTarget): string {
  const shown = target === 'inserted' ? node : officialText(node);
  return shown.textBetween(0, shown.content.size, ' ') || String(node.attrs['alt'] ?? node.attrs['text'] ?? node.attrs['label'] ?? '');
}

function blockPiece(node: Node, from: number): SuggestionPiece | null {
  const proposal = readBlockProposal(node.attrs['proposal']);
  if (!proposal) return null;
  return { ...proposal, kind: 'block', target: proposal.target, block: node.type.name, text: wordsIn(node, proposal.target), from, to: from + node.nodeSize };
}

/** Every run and every block that carries a proposal, in the order of the text. */
export function piecesIn(doc: Node): SuggestionPiece[] {
  const pieces: SuggestionPiece[] = [];
  doc.descendants((node, position) => {
    const block = blockPiece(node, position);
    if (block) pieces.push(block);
    for (const mark of node.marks) {
      const piece = isSuggestionMark(mark.type.name) ? pieceOf(mark, node, position) : null;
      if (piece) pieces.push(piece);
    }
  });
  return pieces;
}

export const groupsIn = (doc: Node): SuggestionGroup[] => groupSuggestions(piecesIn(doc));

/** The proposal the caret touches: what goes before what comes. */
export function keyAt(doc: Node, position: number): string | null {
  const $at = doc.resolve(position);
  for (const node of [$at.nodeAfter, $at.nodeBefore]) {
    const mark = node?.marks.find((held) => isSuggestionMark(held.type.name));
    const stamp = (mark && stampOf(mark.attrs)) ?? readBlockProposal(node?.isInline ? node.attrs['proposal'] : null);
    if (stamp) return suggestionKey(stamp);
  }
  for (let { depth } = $at; depth > 0; depth -= 1) {
    const proposal = readBlockProposal($at.node(depth).attrs['proposal']);
    if (proposal) return suggestionKey(proposal);
  }
  return null;
}
