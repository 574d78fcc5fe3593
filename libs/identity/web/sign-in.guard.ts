import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { IdentityStore } from './identity.store';

/** Pages for members: visitors sign in first and come back; those who owe a second factor are asked for it. */
export const signedInGuard: CanActivateFn = async (_route, state) => {
  const identity = inject(IdentityStore);
  const router = inject(Router);
  await identity.ensureKnown();
  const next = state.url === '/' ? {} : { next: state.url };
  if (identity.status() === 'second-factor') return router.createUrlTree(['/connexion/second-facteur'], { queryParams: next });
  if (!identity.signedIn()) return router.createUrlTree(['/connexion'], { queryParams: next });
  if (identity.secondFactor()?.asked) return router.createUrlTree(['/connexion/protection'], { queryParams: next });
  return true;
};

/** The sign-in page is for those who are not signed in. */
export const visitorGuard: CanActivateFn = async (route) => {
  const identity = inject(IdentityStore);
  const router = inject(Router);
  await identity.load();
  if (!identity.signedIn()) return true;
  const { localPath } = await import('@cohorte/identity/contract');
  return router.parseUrl(localPath(route.queryParamMap.get('next') ?? '/accueil'));
};
