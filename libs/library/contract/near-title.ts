import { plain } from '@cohorte/platform/contract';

/** Words too common to tell two titles apart. */
const common = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'un', 'une', 'et', 'en', 'pour', 'sur', 'dans', 'au', 'aux', 'l', 'd', 'a', 'the', 'of', 'and', 'for']);
/** Share of words in common above which two titles may name one thing. */
const near = 0.6;

const wordsIn = (title: string): Set<string> => new Set(plain(title).split(/[^a-z0-9]+/).filter((word) => word && !common.has(word)));

/** Two titles that may name the same thing, whatever their accents and their order. */
export function areNearTitles(a: string, b: string): boolean {
  const [one, two] = [wordsIn(a), wordsIn(b)];
  const shared = [...one].filter((word) => two.has(word)).length;
  const all = new Set([...one, ...two]).size;
  return all > 0 && shared / all >= near;
}
