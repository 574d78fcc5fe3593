import { describe, expect, it } from '@jest/globals';
import type { DraftVersion } from '../../contract/versions/draft-version';
import { versionDays } from './version-days';
import { distinctTints } from './version-tints';
import { queryOf, versionViewOf } from './version-view';
import type { VersionView } from './version-view';

describe('the address of a version', () => {
  it.each<VersionView | null>([
    null, { kind: 'read', seq: 12, authors: false }, { kind: 'read', seq: 12, authors: true }, { kind: 'read', seq: null, authors: true },
    { kind: 'compare', from: 7, to: 12 }, { kind: 'compare', from: 7, to: null },
  ])('opens again what it was made of: %j', (view) => {
    const query = Object.fromEntries(Object.entries(queryOf(view)).map(([name, value]) => [name, String(value)]));
    expect(versionViewOf(query)).toEqual(view);
  });

  it.each([{ version: 'x' }, { version: '-1' }, { version: '0' }, { version: ['1', '2'] }, { avec: '3' }, { vue: 'autre' }])('of nonsense opens nothing: %j', (query) => {
    expect(versionViewOf(query)).toBeNull();
  });
});

describe('the days of versions', () => {
  const ending = (endedAt: string): DraftVersion => ({
    seq: 1, kind: 'auto', name: null, namedBy: null, restores: null, startedAt: endedAt, endedAt, writers: [], wordsAdded: 0, wordsRemoved: 0,
  });

  it('are those of Paris, said from today', () => {
    const moments = ['2024-10-17T22:30:00Z', '2024-10-17T12:00:00Z', '2024-10-16T09:00:00Z', '2024-01-02T09:00:00Z', '2023-12-31T09:00:00Z'];
    const days = versionDays(moments.map(ending), '2024-10-18T08:00:00Z');
    expect(days.map(({ day, when, versions }) => [day, when, versions.length])).toEqual([
      ['2024-10-18', 'today', 1], ['2024-10-17', 'yesterday', 1], ['2024-10-16', 'this-year', 1], ['2024-01-02', 'this-year', 1], ['2023-12-31', 'before', 1],
    ]);
  });
});

it('people of one text have different colours as long as there are any', () => {
  const names = ['Marion Lecoq', 'David Nguyen', 'Ada', 'Grace', 'Paul'];
  expect(new Set(distinctTints(names).values()).size).toBe(5);
  expect([...distinctTints([...names, 'Isabelle', 'Ada']).keys()]).toEqual([...names, 'Isabelle']);
});
