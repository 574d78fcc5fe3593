import { savedState, worthSaying } from './draft-saved-state';
import type { SavedFacts, SavedKind } from './draft-saved-state';

const facts = (change: Partial<SavedFacts>): SavedFacts => ({ phase: 'live', right: 'editor', ending: null, unsent: 0, unstored: 0, refused: 0, keeps: true, ...change });

describe('the flag that says whether the text is saved', () => {
  const table: [string, Partial<SavedFacts>, SavedKind, number][] = [
    ['everything acknowledged, connected', {}, 'saved', 0],
    ['one edit not acknowledged', { unsent: 1 }, 'saving', 1],
    ['joining again with edits waiting', { phase: 'joining', unsent: 3 }, 'saving', 3],
    ['joining with nothing waiting', { phase: 'joining' }, 'opening', 0],
    ['no network, nothing waiting', { phase: 'offline' }, 'offline', 0],
    ['no network, edits kept on this device', { phase: 'offline', unsent: 12 }, 'offline-unsent', 12],
    ['no network, the last edit not yet on the disk', { phase: 'offline', unsent: 12, unstored: 1 }, 'offline-storing', 12],
    ['no network, in a browser that keeps nothing', { phase: 'offline', unsent: 2, keeps: false }, 'offline-not-kept', 2],
    ['a reader', { right: 'reader' }, 'read-only', 0],
    ['a suggester', { right: 'suggester' }, 'saved', 0],
    ['a commenter', { right: 'commenter' }, 'read-only', 0],
    ['a right lowered while an edit waits', { right: 'reader', unsent: 1 }, 'saving', 1],
    ['a refused edit, connected', { refused: 1 }, 'refused', 1],
    ['a refused edit, then others saved', { refused: 2, unsent: 0 }, 'refused', 2],
    ['the right was withdrawn', { phase: 'ended', ending: 'right-withdrawn' }, 'ended', 0],
    ['the session expired with edits waiting', { phase: 'ended', ending: 'session-expired', unsent: 4 }, 'ended', 4],
  ];

  it.each(table)('%s', (_, change, kind, count) => {
    expect(savedState(facts(change))).toEqual({ kind, count });
  });

  it('never says «saved» while anything is unsent, refused, disconnected or ended', () => {
    for (const phase of ['offline', 'joining', 'live', 'ended'] as const)
      for (const unsent of [0, 1])
        for (const refused of [0, 1])
          for (const keeps of [true, false]) {
            const kind = savedState(facts({ phase, unsent, refused, keeps })).kind;
            expect(kind === 'saved').toBe(phase === 'live' && unsent === 0 && refused === 0);
          }
  });
});

describe('what a screen reader hears of it', () => {
  it('stays silent while saving and saved alternate', () => {
    expect(worthSaying('saving', 'saved')).toBe(false);
    expect(worthSaying('saved', 'saving')).toBe(false);
  });

  it('says trouble once, and once that it is over', () => {
    expect(worthSaying('saved', 'offline-unsent')).toBe(true);
    expect(worthSaying('offline-unsent', 'offline-unsent')).toBe(false);
    expect(worthSaying('offline-unsent', 'saved')).toBe(true);
  });
});
