import type { Reading, SearchQuery, Wanted } from './search-query';
import { quoted } from './search-vector';

/** Rights and chosen facets: of each group at least one lexeme must be there. */
export type Marks = readonly (readonly string[])[];

const all = (parts: readonly string[]): string => parts.join(' & ');
const any = (parts: readonly string[]): string => (parts.length === 1 ? (parts[0] as string) : `(${parts.join(' | ')})`);

function reading({ stems, isTogether }: Reading, sideBySide: boolean): string {
  const lexemes = stems.map(quoted);
  return lexemes.length === 1 ? (lexemes[0] as string) : `(${lexemes.join(sideBySide || isTogether ? ' <-> ' : ' & ')})`;
}

const want = ({ readings, isPhrase }: Wanted): string => any(readings.map((one) => reading(one, isPhrase)));

/** For `$1::tsquery`: everything wanted, nothing refused, within the marks. Empty when nothing is asked. */
export function toExpression(query: Pick<SearchQuery, 'wanted' | 'refused'>, marks: Marks = []): string {
  return all([
    ...query.wanted.map(want),
    ...query.refused.map((stems) => `!${reading({ stems, from: 'written' }, true)}`),
    ...marks.filter((group) => group.length > 0).map((group) => any(group.map(quoted))),
  ]);
}
