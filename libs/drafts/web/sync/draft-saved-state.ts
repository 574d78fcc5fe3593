import type { DraftRight } from '../../contract/draft';
import { allows } from '../../contract/draft.policy';
import type { Ending, SyncPhase } from './draft-sync';

/** What the page knows about the safety of the text. */
export interface SavedFacts {
  readonly phase: SyncPhase;
  readonly right: DraftRight;
  readonly ending: Ending | null;
  /** Edits of this device the server has not acknowledged. */
  readonly unsent: number;
  /** Those of them this device does not hold yet either. */
  readonly unstored: number;
  /** Edits the server would not take, whose copy the writer has not dealt with. */
  readonly refused: number;
  /** Whether this browser keeps edits when the tab is closed. */
  readonly keeps: boolean;
}

export type SavedKind = 'saved' | 'saving' | 'offline' | 'offline-storing' | 'offline-unsent' | 'offline-not-kept' | 'read-only' | 'refused' | 'ended' | 'opening';

export interface SavedState {
  readonly kind: SavedKind;
  readonly count: number;
}

/**
 * The one place that decides what the flag says. «Enregistré» means: the server has acknowledged every local edit,
 * and nothing less. An edit nobody acknowledged is always named first, whatever else is true.
 */
export function savedState(facts: SavedFacts): SavedState {
  const count = facts.unsent;
  if (facts.refused > 0) return { kind: 'refused', count: facts.refused };
  if (facts.phase === 'ended') return { kind: 'ended', count };
  if (facts.phase === 'offline') return offlineState(facts);
  if (count > 0) return { kind: 'saving', count };
  if (facts.phase === 'joining') return { kind: 'opening', count };
  return { kind: allows(facts.right, 'suggest') ? 'saved' : 'read-only', count };
}

/** «Sur cet appareil» is a promise too: it is made once the device holds every edit. */
function offlineState({ unsent, unstored, keeps }: SavedFacts): SavedState {
  if (unsent === 0) return { kind: 'offline', count: 0 };
  if (!keeps) return { kind: 'offline-not-kept', count: unsent };
  return { kind: unstored > 0 ? 'offline-storing' : 'offline-unsent', count: unsent };
}

/** States worth interrupting a screen reader for; saving and saved alternate all day and stay silent. */
const announced: ReadonlySet<SavedKind> = new Set(['offline', 'offline-unsent', 'offline-not-kept', 'refused', 'ended', 'read-only']);

/** What to say aloud when the state becomes `now`: trouble when it starts, and that it is over. */
export function worthSaying(before: SavedKind | null, now: SavedKind): boolean {
  if (before === now) return false;
  if (announced.has(now)) return true;
  return now === 'saved' && before !== null && announced.has(before);
}
