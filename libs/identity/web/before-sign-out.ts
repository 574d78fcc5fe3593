import { InjectionToken } from '@angular/core';

/** Asked before someone signs out: answers false to stay (unsent edits, for example). */
export type BeforeSignOut = () => Promise<boolean>;

/** Whoever keeps something on this device that signing out would lose adds its question here. */
export const BEFORE_SIGN_OUT = new InjectionToken<Set<BeforeSignOut>>('before-sign-out', { providedIn: 'root', factory: () => new Set() });
