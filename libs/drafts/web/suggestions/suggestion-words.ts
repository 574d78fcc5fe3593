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

/** «Remplacer « dix » par « vingt »»: what a proposal asks for, in one sentence. */
export function wordsOf(group: SuggestionGroup, transloco: TranslocoService): string {
  const { kind, removed, added, format, target, blocksGone, blocksCome } = group;
  const mark = format ? transloco.translate(`drafts.acts.${format.mark}`).toLocaleLowerCase() : '';
  const style = target && target !== 'removed' ? transloco.translate(`drafts.acts.${target}`) : '';
  const key = kind === 'format' && format ? `format-${format.change}` : kind;
  const isEmpty = kind.endsWith('block') && (kind === 'remove-block' ? removed : added).trim() === '';
  return transloco.translate(`drafts.suggestions.what.${key}${isEmpty ? '-empty' : ''}`, {
    removed: quoted(removed, transloco), added: quoted(added, transloco), mark, style, gone: blockWords(blocksGone, transloco), come: blockWords(blocksCome, transloco),
  });
}
