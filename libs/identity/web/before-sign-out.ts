import { InjectionToken } from '@angular/core';

/** Asked before someone signs out: answers false to stay (unsent edits, for example). */
export type BeforeSignOut = () => Promise<boolean>;

/** Provided with `multi: true` by whoever keeps something on this device that signing out would lose. */
export const BEFORE_SIGN_OUT = new InjectionToken<readonly BeforeSignOut[]>('before-sign-out');
