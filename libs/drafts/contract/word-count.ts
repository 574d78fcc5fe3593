/**
 * Words as a reader counts them: «l’achat» and «2 000» are one each, punctuation alone is none. Counted by their first letters: a pattern that runs
 * along a word would exhaust the stack on one of a million letters.
 */
export const wordCount = (text: string): number => text.match(/(?<![\p{L}\p{N}]|[\p{L}\p{N}]['’\-.,]|\p{N}[\u00a0\u202f](?=\p{N}))[\p{L}\p{N}]/gu)?.length ?? 0;
