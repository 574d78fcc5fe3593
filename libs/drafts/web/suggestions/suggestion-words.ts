import type { TranslocoService } from '@jsverse/transloco';
import type { SuggestionGroup } from '../../contract/suggestions/suggestion-groups';

/** Long enough to recognise a passage, short enough for a line. */
const longest = 80;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
};

/** A space alone, or an end of paragraph alone, is named. */
function quoted(text: string, transloco: TranslocoService): string {
  const line = shortened(text);
  if (line === '') return transloco.translate('drafts.suggestions.space');
  if (/^¶+$/.test(line)) return transloco.translate('drafts.suggestions.paragraphEnd');
  return transloco.translate('drafts.suggestions.quoted', { text: line });
}

/** «un tableau», «une liste»; several sorts together are a passage. */
const blockWords = (blocks: readonly string[], transloco: TranslocoService): string =>
  transloco.translate(`drafts.suggestions.block.${blocks.length === 1 ? blocks[0] : 'several'}`);

/** Which sentence says it: a block changed for one of its own sort is changed, and blocks without words are named alone. */
function sentenceOf({ kind, removed, added, format, blocksGone, blocksCome }: SuggestionGroup): string {
  if (kind === 'format' && format) return `format-${format.change}`;
  if (!kind.endsWith('-block')) return kind;
  const name = kind === 'replace-block' && blocksGone.join() === blocksCome.join() ? 'change-block' : kind;
  return (kind === 'remove-block' ? removed : added).trim() === '' ? `${name}-empty` : name;
}

/** «Remplacer « dix » par « vingt »»: what a proposal asks for, in one sentence. */
export function wordsOf(group: SuggestionGroup, transloco: TranslocoService): string {
  const { removed, added, format, target, blocksGone, blocksCome } = group;
  const mark = format ? transloco.translate(`drafts.acts.${format.mark}`).toLocaleLowerCase() : '';
  const style = target && target !== 'removed' && target !== 'inserted' ? transloco.translate(`drafts.acts.${target}`) : '';
  return transloco.translate(`drafts.suggestions.what.${sentenceOf(group)}`, {
    removed: quoted(removed, transloco), added: quoted(added, transloco), mark, style, gone: blockWords(blocksGone, transloco), come: blockWords(blocksCome, transloco),
  });
}
