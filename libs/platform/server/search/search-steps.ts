import { type Reading, type SearchQuery, type SearchStepTold, stemOf, type Wanted } from '../../contract';
import type { Lexicon } from './lexicon';

export interface SteppedQuery {
  /** How far the question was bent to find something; told to the person in words. */
  readonly step: SearchStepTold;
  readonly query: SearchQuery;
}

/** Words that may end the one being typed; more would make the question as wide as its first letters. */
const endingsMost = 24;
const correctionsMost = 8;

const distinct = (readings: readonly Reading[]): Reading[] => {
  const seen = new Set<string>();
  return readings.filter(({ stems }) => !seen.has(stems.join(' ')) && seen.add(stems.join(' ')));
};

/** Other spellings that nobody wrote are not asked for. */
function withSpellingsInUse(query: SearchQuery, lexicon: Lexicon): SearchQuery {
  const isInUse = ({ stems }: Reading): boolean => stems.every((stem) => lexicon.heldBy(stem) > 0);
  return { ...query, wanted: query.wanted.map((one) => ({ ...one, readings: one.readings.filter((reading, at) => at === 0 || reading.from === 'synonym' || isInUse(reading)) })) };
}

/** The word being typed is also any word that begins so. */
export function withEndings(query: SearchQuery, lexicon: Lexicon): SearchQuery {
  const { unfinished } = query;
  if (unfinished === null || unfinished.length < 2) return query;
  const endings = lexicon.beginning(unfinished, endingsMost).map(({ word }): Reading => ({ stems: [stemOf(word)], from: 'beginning' }));
  return { ...query, wanted: query.wanted.map((wanted, at) => (at === query.wanted.length - 1 && isOneWord(wanted) ? { ...wanted, readings: distinct([...wanted.readings, ...endings]) } : wanted)) };
}

/** The question once for each word its last one may be, as it stands first: each of them alone is soon answered, all at once are not. */
export function onceForEachEnding(query: SearchQuery): SearchQuery[] {
  const last = query.wanted.at(-1);
  if (!last || last.isPhrase || query.refused.length > 0) return [];
  return last.readings.map((reading) => ({ ...query, wanted: [...query.wanted.slice(0, -1), { ...last, readings: [reading] }] }));
}

const isOneWord = ({ said, isPhrase }: Wanted): boolean => !isPhrase && !said.includes(' ');

/** Words that hardly anybody wrote are also read as their neighbours; undefined when there is nothing to correct. */
function corrected(query: SearchQuery, lexicon: Lexicon): { words: { said: string; nearest: string }[]; query: SearchQuery } | undefined {
  const words: { said: string; nearest: string }[] = [];
  const wanted = query.wanted.map((one) => {
    if (!isOneWord(one) || lexicon.entriesOf(one.said) > seldom) return one;
    const near = lexicon.near(one.said, correctionsMost);
    if (!near[0]) return one;
    words.push({ said: one.said, nearest: near[0].word });
    return { ...one, readings: distinct([...one.readings, ...near.map(({ word }): Reading => ({ stems: [stemOf(word)], from: 'corrected' }))]) };
  });
  return words.length > 0 ? { words, query: { ...query, wanted } } : undefined;
}

/** As it is asked it finds nothing, or nearly. */
export const hasUnknownWord = ({ wanted }: SearchQuery, lexicon: Lexicon): boolean => wanted.some((one) => isOneWord(one) && one.readings.length === 1 && !lexicon.mayStand(one.said));

/** A word in so few entries may be somebody’s slip of the finger in a text. */
const seldom = 3;

/** So many words are tried without one by one, the most frequent first. */
const oneByOneMost = 6;

/** What is left out, by its place: first all that nobody wrote, then one word (what is on everybody’s lips says least), then several. */
function leftOut(entries: readonly number[]): number[][] {
  const places = entries.map((_, at) => at).sort((a, b) => (entries[b] as number) - (entries[a] as number));
  const unknown = places.filter((at) => entries[at] === 0);
  const known = places.filter((at) => entries[at] !== 0);
  if (known.length === 0) return unknown.slice(1).map((_, more) => unknown.slice(0, more + 1));
  const alone = known.length > 1 ? known.slice(0, oneByOneMost).map((at) => [...unknown, at]) : [];
  const several = known.slice(2).map((_, more) => [...unknown, ...known.slice(0, more + 2)]);
  return [...(unknown.length > 0 ? [unknown] : []), ...alone, ...several];
}

function* relaxed(query: SearchQuery, lexicon: Lexicon): Generator<SteppedQuery> {
  for (const left of leftOut(query.wanted.map((one) => (isOneWord(one) ? lexicon.entriesOf(one.said) : 1)))) {
    const words = query.wanted.filter((_, place) => left.includes(place)).map(({ said }) => said);
    yield { step: { kind: 'without', words }, query: { ...query, wanted: query.wanted.filter((_, place) => !left.includes(place)) } };
  }
}

/** The ways a question is asked, one after the other, until something is found: as it is, its words corrected, then with fewer words. */
export function* stepsOf(asked: SearchQuery, lexicon: Lexicon): Generator<SteppedQuery> {
  const query = withEndings(withSpellingsInUse(asked, lexicon), lexicon);
  yield { step: { kind: 'as-asked' }, query };
  const mended = corrected(query, lexicon);
  if (mended) yield { step: { kind: 'corrected', words: mended.words }, query: mended.query };
  if (query.wanted.length > 1) yield* relaxed(mended?.query ?? query, lexicon);
}
