import { inject, Injector } from '@angular/core';
import type { Provider } from '@angular/core';
import { BEFORE_SIGN_OUT } from '@cohorte/identity/web';
import type { BeforeSignOut } from '@cohorte/identity/web';

/** For the app's providers: signing out asks about unsent drafts first. Looked up when asked, since it needs to know who is signed in. */
export const provideDraftsSignOut = (): Provider => ({
  provide: BEFORE_SIGN_OUT,
  multi: true,
  useFactory: (): BeforeSignOut => {
    const injector = inject(Injector);
    return async () => {
      const { DraftsBeforeSignOut } = await import('./drafts-before-sign-out');
      return injector.get(DraftsBeforeSignOut).mayLeave();
    };
  },
});
