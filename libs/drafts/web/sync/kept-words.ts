import type { NamedPerson } from '../comments/comment-words';

/** Words typed and not sent yet: they outlive a closed panel and a reload, in this tab only. */
export interface KeptWords {
  readonly text: string;
  readonly chosen: readonly NamedPerson[];
}

const prefix = 'cohorte.person.words.';

export function keptWords(key: string): KeptWords | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepWords(key: string, words: KeptWords): void {
  try {
    if (words.text.trim()) sessionStorage.setItem(prefix + key, JSON.stringify(words));
    else sessionStorage.removeItem(prefix + key);
  } catch {
    // A browser that keeps nothing still sends.
  }
}

const isKept = (value: unknown): value is KeptWords =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'chosen' in value && Array.isArray(value.chosen);
