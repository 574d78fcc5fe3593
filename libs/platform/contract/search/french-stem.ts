import { remembered } from './remembered';

/**
 * What forms of one French word have in common: number, gender, the usual verb endings and the nouns made from a verb («rénover», «rénovations»,
 * «rénové»). Light on purpose: it joins what a buyer takes for the same word and leaves families apart. Given a word as `plain` writes it.
 */
export const stemOf = remembered((word) => {
  if (word.length <= 3 || /\d/.test(word)) return word;
  const known = irregular[word];
  if (known) return known;
  return ending(singular(word));
});

const irregular: Record<string, string> = {
  travaux: 'travail', travail: 'travail', baux: 'bail', vitraux: 'vitrail', yeux: 'oeil', appels: 'appel', mois: 'mois', fois: 'fois', corps: 'corps', temps: 'temps', poids: 'poids', choix: 'choix', prix: 'prix', bois: 'bois', proces: 'proces', acces: 'acces',
};

function singular(word: string): string {
  if (word.endsWith('eaux') || word.endsWith('eux')) return word.slice(0, -1);
  if (word.endsWith('aux') && word.length > 4) return `${word.slice(0, -3)}al`;
  if (word.endsWith('ss')) return word;
  return /[sx]$/.test(word) ? word.slice(0, -1) : word;
}

/** Longest first; the stem that stays must be as long as the number says, so that «nation» keeps its «ation». */
const endings: readonly (readonly [suffix: string, replacement: string, atLeast: number])[] = [
  ['abilite', 'abl', 3], ['ibilite', 'ibl', 3],
  ['issement', 'i', 3], ['issant', 'i', 3], ['issante', 'i', 3],
  ['atrice', '', 4], ['ateur', '', 4], ['ations', '', 4], ['ation', '', 4],
  ['ement', '', 4], ['trice', 'teur', 3], ['amment', 'ant', 3], ['emment', 'ent', 3],
  ['euse', 'eur', 3], ['eux', 'eur', 4], ['ive', 'if', 3], ['elle', 'el', 3], ['enne', 'en', 3], ['onne', 'on', 3], ['iere', 'ier', 3], ['ier', 'ier', 3], ['arite', 'air', 4], ['ution', 'ut', 4], ['age', '', 5],
  ['ante', '', 4], ['ant', '', 4], ['ees', '', 3], ['ee', '', 3], ['er', '', 3], ['ez', '', 3], ['ie', 'i', 4], ['ir', 'i', 4], ['it', 'i', 4], ['e', '', 3],
];

function ending(word: string): string {
  for (const [suffix, replacement, atLeast] of endings) {
    if (word.endsWith(suffix) && word.length - suffix.length >= atLeast) return unDoubled(word.slice(0, -suffix.length) + replacement);
  }
  return unDoubled(word);
}

/** «nn», «ll», «tt»… at the end come and go with gender. */
const unDoubled = (stem: string): string => (/([lmnrtp])\1$/.test(stem) && stem.length > 4 ? stem.slice(0, -1) : stem);
