import { tintOf } from '@cohorte/ui/web/person-tint';
import type { PersonTint } from '@cohorte/ui/web/person-tint';

/** Of the application's own text: no person's. */
export type VersionTint = PersonTint | 'none';

const tints: readonly PersonTint[] = ['green', 'plum', 'amber', 'slate', 'brick'];

/** Each name's own colour, or the next free one when another name of the same text has it: side by side, two people must differ. */
export function distinctTints(names: readonly string[]): ReadonlyMap<string, PersonTint> {
  const given = new Map<string, PersonTint>();
  for (const name of names) {
    const taken = new Set(given.values());
    const own = tintOf(name);
    given.set(name, given.get(name) ?? (taken.has(own) ? (tints.find((tint) => !taken.has(tint)) ?? own) : own));
  }
  return given;
}
