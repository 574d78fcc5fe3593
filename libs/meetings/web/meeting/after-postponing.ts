import { InjectionToken, type Type } from '@angular/core';

/** What the page of a postponed meeting offers those who run it: a component with the input `meetingId`, of a domain that this one does not know. */
export const AFTER_POSTPONING = new InjectionToken<(() => Promise<Type<unknown>>) | null>('after-postponing', { providedIn: 'root', factory: () => null });
