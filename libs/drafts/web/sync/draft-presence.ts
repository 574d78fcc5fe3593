import type { PresenceCursor } from '../../contract/drafts.contract';

/** One open editor, as this page knows it: who, and where the caret is. */
export interface PresenceEntry {
  readonly key: string;
  readonly personId: string;
  readonly name: string;
  /** This page's own. */
  readonly isMine: boolean;
  readonly cursor: PresenceCursor | null;
}

export interface PresentPerson {
  readonly personId: string;
  readonly name: string;
  readonly isMe: boolean;
}

/** Entries by connection, as the server last told them. */
export type Presence = ReadonlyMap<string, PresenceEntry>;

export function withEntries(presence: Presence, entries: readonly PresenceEntry[]): Presence {
  return new Map([...presence, ...entries.map((entry) => [entry.key, entry] as const)]);
}

export function without(presence: Presence, key: string): Presence {
  return new Map([...presence].filter(([known]) => known !== key));
}

/** One line per person however many tabs they opened: me first, then by name. */
export function peopleIn(presence: Presence, me: { readonly personId: string; readonly name: string }): PresentPerson[] {
  const people = new Map<string, PresentPerson>([[me.personId, { ...me, isMe: true }]]);
  for (const { personId, name } of presence.values()) if (personId !== me.personId) people.set(personId, { personId, name, isMe: false });
  return [...people.values()].sort((one, other) => Number(other.isMe) - Number(one.isMe) || one.name.localeCompare(other.name, 'fr'));
}

/** The carets to draw: every other open editor that has put its caret somewhere, my other tabs included. */
export function caretsOf(presence: Presence): PresenceEntry[] {
  return [...presence.values()].filter((entry) => entry.cursor !== null && !entry.isMine);
}

/** «Camille Renaud» → «Camille R.», short enough to stand beside a caret. */
export function caretName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${last[0]?.toUpperCase() ?? ''}.` : first;
}
