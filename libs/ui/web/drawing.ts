import { signal } from '@angular/core';
import { firstIcons } from './first-icons';
import type { IconName } from './icons';

const known = signal<Readonly<Partial<Record<IconName, string>>>>(firstIcons);
let isAsked = false;

/** Frames of members bring the other drawings with them, so that none is waited for. */
export function bringDrawings(more: Readonly<Partial<Record<IconName, string>>>): void {
  known.set({ ...firstIcons, ...more });
  isAsked = true;
}

/** The path of an icon; one that is not there yet is fetched with all others, and drawn when it comes. */
export function drawingOf(name: IconName): string {
  const path = known()[name];
  if (path === undefined && !isAsked) {
    isAsked = true;
    import('./more-icons').then(({ moreIcons }) => bringDrawings(moreIcons), () => { isAsked = false; });
  }
  return path ?? '';
}
