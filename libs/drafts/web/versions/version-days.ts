import { parisDay } from '@cohorte/platform/contract';
import type { DraftVersion } from '../../contract/versions/draft-version';

export interface VersionDay {
  /** `2024-10-17`, the civil day in Paris on which the versions end. */
  readonly day: string;
  readonly when: 'today' | 'yesterday' | 'this-year' | 'before';
  /** A moment of that day, to be said in words. */
  readonly at: string;
  readonly versions: readonly DraftVersion[];
}

const yesterdayOf = (day: string): string => new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Versions by day, in the order they are given. */
export function versionDays(versions: readonly DraftVersion[], now: string): VersionDay[] {
  const today = parisDay(now);
  const days = new Map<string, DraftVersion[]>();
  for (const version of versions) {
    const day = parisDay(version.endedAt);
    days.set(day, [...(days.get(day) ?? []), version]);
  }
  return [...days].map(([day, those]) => ({ day, when: whenOf(day, today), at: those[0]?.endedAt ?? now, versions: those }));
}

function whenOf(day: string, today: string): VersionDay['when'] {
  if (day === today) return 'today';
  if (day === yesterdayOf(today)) return 'yesterday';
  return day.slice(0, 4) === today.slice(0, 4) ? 'this-year' : 'before';
}
