/** What a person did in one transaction; every edit brings or removes words that exist only once, so that what became of it can be read in any text. */
export interface Edit {
  readonly deviceId: number;
  readonly tabId: number;
  readonly adds: readonly string[];
  readonly removes: readonly string[];
  /** A link put on a word. */
  readonly link?: { readonly word: string; readonly href: string };
  /** Where each of its words was written, until somebody knows better: never touched by others. */
  fate: 'made' | 'stored' | 'saved' | 'refused' | 'perhaps';
}

export const wordPattern = /q[0-9a-z]{1,8}x[0-9a-z]{1,6}q/g;
export const wordsIn = (text: string): string[] => text.match(wordPattern) ?? [];

/** `must` be in the draft, must `not`, or nobody was promised anything. */
export type Due = 'must' | 'not' | 'may';

const isBinding = ({ fate }: Edit): boolean => fate === 'saved' || fate === 'stored';

/** Every edit of one history, and what its writers were told about it. */
export class WordLedger {
  readonly edits: Edit[] = [];
  private count = 0;

  constructor(private readonly name: string) {}

  newWord(): string {
    this.count += 1;
    return `q${this.name}x${this.count.toString(36)}q`;
  }

  made(edit: Omit<Edit, 'fate'>): Edit {
    const written: Edit = { ...edit, fate: 'made' };
    this.edits.push(written);
    return written;
  }

  /** Said «Enregistré»: a promise from now on. */
  saved(tabIds: ReadonlySet<number>): void {
    for (const edit of this.edits) if (tabIds.has(edit.tabId) && (edit.fate === 'made' || edit.fate === 'stored')) edit.fate = 'saved';
  }

  /** The server would not take what this device still owed; it is kept aside there. */
  refused(deviceId: number): void {
    for (const edit of this.edits) if (edit.deviceId === deviceId && edit.fate !== 'saved') edit.fate = 'refused';
  }

  /** The tab is gone: its outbox keeps its edits, except the last ones, which were on their way into it. */
  closed(tabId: number, unstored: number): void {
    const open = this.edits.filter((edit) => edit.tabId === tabId && edit.fate === 'made');
    open.forEach((edit, index) => (edit.fate = index < open.length - unstored ? 'stored' : 'perhaps'));
  }

  /** The device itself is gone with all it kept: only what was «Enregistré» is promised. */
  lost(deviceId: number): void {
    for (const edit of this.edits) if (edit.deviceId === deviceId && (edit.fate === 'made' || edit.fate === 'stored')) edit.fate = 'perhaps';
  }

  due(word: string): Due {
    const removals = this.edits.filter((edit) => edit.removes.includes(word));
    if (removals.some(isBinding)) return 'not';
    const added = this.edits.find((edit) => edit.adds.includes(word));
    return added && isBinding(added) && removals.length === 0 ? 'must' : 'may';
  }

  /** What is wrong with a text that ought to be the draft's last. */
  faults(words: readonly string[]): string[] {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...this.edits.flatMap((edit) => this.faultsOf(edit, counts)), ...this.strangers(counts)];
  }

  /** Links that must be somewhere in the journal: which of two formats wins a word is Yjs's own affair, that neither is lost is ours. */
  linksDue(): string[] {
    return this.edits.flatMap((edit) => {
      const alone = this.edits.every((other) => other === edit || (other.link?.word !== edit.link?.word && !other.removes.includes(edit.link?.word ?? '')));
      return edit.link && isBinding(edit) && alone ? [edit.link.href] : [];
    });
  }

  private faultsOf({ adds, fate }: Edit, counts: ReadonlyMap<string, number>): string[] {
    const faults = adds.flatMap((word) => {
      const [times, due] = [counts.get(word) ?? 0, this.due(word)];
      if (times > 1) return [`duplicated: ${word}, ${times} times`];
      if (times === 0 && due === 'must') return [`lost: ${word}, ${fate}`];
      return times === 1 && due === 'not' ? [`resurrected: ${word}`] : [];
    });
    const untouched = adds.filter((word) => !this.edits.some((edit) => edit.removes.includes(word)));
    const present = untouched.filter((word) => counts.has(word)).length;
    return present === 0 || present === untouched.length ? faults : [...faults, `torn: ${present} of ${untouched.length} words of one edit, ${untouched.join(' ')}`];
  }

  private strangers(counts: ReadonlyMap<string, number>): string[] {
    const known = new Set(this.edits.flatMap(({ adds }) => adds));
    return [...counts.keys()].filter((word) => !known.has(word)).map((word) => `from nowhere: ${word}`);
  }
}
