import { remembered } from './remembered';

/** A word as search compares it, and where it stands in the text it was read from. */
export interface PlainWord {
  readonly word: string;
  /** Offsets in UTF-16 units of the original text, end excluded. */
  readonly start: number;
  readonly end: number;
}

const marks = /\p{M}+/gu;
const ligatures: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** Lower case, without accents or ligatures: «Œuvrer à l’Été» is read as «oeuvrer a l’ete». */
export const plain = (text: string): string =>
  text.toLowerCase().replaceAll(/[œæß]/g, (sign) => ligatures[sign] as string).normalize('NFKD').replaceAll(marks, '');

/** Letters and figures, or an acronym written with its points (S.I.A.E.). Marks belong to the letter before them (names from macOS are decomposed). */
const token = /\p{Lu}(?:\.\p{Lu})+\.?(?!\p{L})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const longest = 40;

const comparable = remembered((token) => plain(token).replaceAll(/[^a-z0-9\p{L}]/gu, '').slice(0, longest));

/**
 * The words of a text, in order. Apostrophes, hyphens and the points of inclusive writing part words («l’achat», «élu·es»), so that each half
 * is found; what is longer than a word of any language (an address, a checksum) is cut.
 */
export function wordsOf(text: string): PlainWord[] {
  const words: PlainWord[] = [];
  for (const found of text.matchAll(token)) {
    const word = comparable(found[0]);
    if (word) words.push({ word, start: found.index, end: found.index + found[0].length });
  }
  return words;
}
