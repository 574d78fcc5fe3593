import { InjectionToken } from '@angular/core';
import { wallAt } from '../contract/polls/wall-clock';

/** The zone of the reader’s clocks, as their device says it; empty when it does not. */
export const READER_ZONE = new InjectionToken<string>('reader-zone', { providedIn: 'root', factory: () => new Intl.DateTimeFormat().resolvedOptions().timeZone ?? '' });

/** What the reader’s clocks show at an instant that others read in a zone; null when they show the same. */
export function readerClock(instant: string, zone: string, here: string): { readonly wall: string; readonly isOtherDay: boolean } | null {
  if (!here) return null;
  const [mine, named] = [wallAt(instant, here), wallAt(instant, zone)];
  return mine === named ? null : { wall: mine, isOtherDay: mine.slice(0, 10) !== named.slice(0, 10) };
}
