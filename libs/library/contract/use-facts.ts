/** What a structure states about a resource, once: a fact about its use, never a liking. */
export const useFacts = ['read', 'adapted', 'in-force'] as const;
export type UseFact = (typeof useFacts)[number];

/** How far each fact goes, for the order of candidates: what is in force counts more than what was read. */
const weight: Record<UseFact, number> = { read: 1, adapted: 2, 'in-force': 3 };

/** Candidates most used first; equals keep their order. */
export const byUse = <T extends { readonly facts: Partial<Record<UseFact, number>> }>(candidates: readonly T[]): T[] => {
  const used = ({ facts }: T): number => useFacts.reduce((sum, fact) => sum + weight[fact] * (facts[fact] ?? 0), 0);
  return candidates.toSorted((a, b) => used(b) - used(a));
};

/** A list with one of its elements at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  const one = list[from];
  return one === undefined ? [...list] : [...rest.slice(0, to), one, ...rest.slice(to)];
}
