import { type EnvironmentProviders, inject, Injector, provideEnvironmentInitializer } from '@angular/core';
import { BEFORE_SIGN_OUT } from '@cohorte/identity/web';
import { ApiError } from '@cohorte/platform/web';

/** Without network neither the question nor the signing out can be reached: the person stays, and is told why. */
const offline = (): never => {
  throw new ApiError({ kind: 'offline', code: 'platform.offline' });
};

/** For the members' routes: signing out asks about unsent drafts first. Looked up when asked, since it needs to know who is signed in. */
export const provideDraftsSignOut = (): EnvironmentProviders =>
  provideEnvironmentInitializer(() => {
    const injector = inject(Injector);
    inject(BEFORE_SIGN_OUT).add(async () => {
      const { DraftsBeforeSignOut } = await import('./sync/drafts-before-sign-out').catch(offline);
      return injector.get(DraftsBeforeSignOut).mayLeave();
    });
  });
