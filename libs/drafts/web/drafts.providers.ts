import { inject, Injector } from '@angular/core';
import type { Provider } from '@angular/core';
import { BEFORE_SIGN_OUT } from '@cohorte/identity/web';
import type { BeforeSignOut } from '@cohorte/identity/web';
import { ApiError } from '@cohorte/platform/web';

/** Without network neither the question nor the signing out can be reached: the person stays, and is told why. */
const offline = (): never => {
  throw new ApiError({ kind: 'offline', code: 'platform.offline' });
};

/** For the app's providers: signing out asks about unsent drafts first. Looked up when asked, since it needs to know who is signed in. */
export const provideDraftsSignOut = (): Provider => ({
  provide: BEFORE_SIGN_OUT,
  multi: true,
  useFactory: (): BeforeSignOut => {
    const injector = inject(Injector);
    return async () => {
      const { DraftsBeforeSignOut } = await import('./drafts-before-sign-out').catch(offline);
      return injector.get(DraftsBeforeSignOut).mayLeave();
    };
  },
});
