/** An article of a code as it is cited («L. 2111-3», «art. R2152-7», «2111-3»), with the word that may announce it. */
const cited = /(?:(?<![\p{L}\p{N}])(?:articles?|art\.?)\s+)?(?<![\p{L}\p{N}.-])([lrd])?\s*\.?\s*\*?\s*(\d{3,4}(?:-\d{1,3})+)(?![\p{L}\p{N}-])/giu;
const citedWhole = /^([lrd])?(\d{3,4}(?:-\d{1,3})+)$/i;

/** Each citation in one piece: «article L. 2111-3» becomes «L2111-3». */
export const joinCitations = (text: string): string => text.replaceAll(cited, (_all, letter: string | undefined, number: string) => ` ${letter ?? ''}${number} `);

/** The rows of words in which an article may stand in a text, undefined for what is no citation; without its letter it may be of any part of a code. */
export function citationRows(piece: string): string[][] | undefined {
  const [, letter, number] = citedWhole.exec(piece) ?? [];
  if (!number) return undefined;
  const [first, ...rest] = number.split('-') as [string, ...string[]];
  const stuck = (letter ? [letter.toLowerCase()] : ['l', 'r', 'd']).map((one) => [`${one}${first}`, ...rest]);
  return [[...(letter ? [letter.toLowerCase()] : []), first, ...rest], ...stuck];
}

/** Beginnings that French writes with a hyphen or without one: «éco-conception», «écoconception». */
const beginnings = ['agro', 'anti', 'auto', 'bas', 'bio', 'co', 'cyber', 'eco', 'electro', 'extra', 'geo', 'hydro', 'inter', 'macro', 'micro', 'mini', 'multi', 'non', 'photo', 'pluri', 'post', 'pre', 're', 'semi', 'socio', 'sous', 'tele', 'thermo', 'ultra'];
const partLeast = 4;

/** The two words in which others may write this one. */
export function partsOf(word: string): [string, string] | undefined {
  const beginning = beginnings.find((one) => word.startsWith(one) && word.length - one.length >= partLeast);
  return beginning ? [beginning, word.slice(beginning.length)] : undefined;
}

const compound = /^\p{L}[\p{L}\p{M}]*(?:[-‐‑]\p{L}[\p{L}\p{M}]*)+$/u;

/** Whether a piece of the question is a word of several parts. */
export const isCompound = (piece: string): boolean => compound.test(piece);
