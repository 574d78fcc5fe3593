import type { TextMarks } from '@cohorte/ui/web/marked-text';

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae' };

/** Without case nor accent; one letter may become two («œ») or none (an accent on its own). */
const foldOf = (letter: string): string => {
  const lower = letter.toLowerCase();
  return ligatures[lower] ?? lower.normalize('NFD').replace(/\p{M}/gu, '');
};

/** Too common to be worth a light. */
const common = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'un', 'une', 'et', 'en', 'ou', 'au', 'aux', 'par', 'pour', 'sur', 'dans', 'avec', 'que', 'qui', 'the', 'of', 'and', 'for', 'in']);
/** Words this short are looked for as they are. */
const shortest = 4;
/** «achat» lights «achats», not «achatière». */
const longestEnding = 4;

/** The words of a question, without those it excludes. */
export function wordsAsked(question: string): string[] {
  const folded = [...question.replaceAll(/(^|\s)-\S+/g, ' ')].map(foldOf).join('');
  return [...new Set(folded.split(/[^\p{L}\p{N}]+/u))].filter((word) => word.length > 1 && !common.has(word));
}

const stemOf = (word: string): string => (word.length > shortest ? word.replace(/(?:es|[sxe])$/, '') : word);

function lights(word: string, asked: readonly string[]): boolean {
  return asked.some((one) => {
    if (one.length < shortest) return word === one;
    const stem = stemOf(one);
    return word.startsWith(stem) && word.length - stem.length <= longestEnding;
  });
}

/** Where the words of a question stand in a text, whatever their case, accents and endings. */
export function marksOf(text: string, question: string): TextMarks {
  const asked = wordsAsked(question);
  if (!asked.length) return [];
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].filter(([word]) => lights([...word].map(foldOf).join(''), asked)).map((found) => [found.index, found.index + found[0].length] as const);
}
