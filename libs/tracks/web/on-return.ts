import { DestroyRef, inject } from '@angular/core';

/** Calls back when the person returns to this tab: pages read anew then, instead of asking the server all day. */
export function onReturn(run: () => void): void {
  const look = () => {
    if (document.visibilityState === 'visible') run();
  };
  document.addEventListener('visibilitychange', look);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', look));
}
