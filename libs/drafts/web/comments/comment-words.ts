import { plain } from '@cohorte/platform/contract';
import { mentionToken } from '../../contract/comments/comment';

export interface NamedPerson {
  readonly personId: string;
  readonly name: string;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A name longer than this is no name being typed. */
const longestName = 40;

/** What is sent for the words in the box: «@Marc Petit» becomes Marc when he was chosen from the list, and stays words otherwise. */
export function bodyOf(typed: string, chosen: readonly NamedPerson[]): string {
  if (chosen.length === 0) return typed.trim();
  const byName = new Map(chosen.map(({ name, personId }) => [name, personId]));
  const names = [...byName.keys()].sort((one, other) => other.length - one.length).map(literally);
  const named = new RegExp(`@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return typed.replace(named, (words, name: string) => (byName.has(name) ? mentionToken(byName.get(name) ?? '') : words)).trim();
}

/** The name being typed after an «@», from its place to the caret; null elsewhere. */
export function nameBeingTyped(text: string, caret: number): { readonly from: number; readonly name: string } | null {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || (from > 0 && !/[\s(«“"']/u.test(text[from - 1] ?? ''))) return null;
  const name = text.slice(from + 1, caret);
  return name.length <= longestName && !/\n|^\s/u.test(name) ? { from, name } : null;
}

/** Those whose first name, last name or whole name begins so. */
export function peopleNamed<P extends NamedPerson>(people: readonly P[], name: string, most = 6): P[] {
  const wanted = plain(name);
  return people.filter((person) => plain(person.name).startsWith(wanted) || plain(person.name).split(/[\s-]+/u).some((part) => part.startsWith(wanted))).slice(0, most);
}
