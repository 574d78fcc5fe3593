import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';
import { IdentityStore } from './identity.store';
import { visitorGuard } from './sign-in.guard';
import { SignInStore } from './sign-in.store';

const addressKnown: CanActivateFn = () => inject(SignInStore).email() !== '' || inject(Router).createUrlTree(['/connexion']);

const someoneHere: CanActivateFn = async () => {
  const [identity, router] = [inject(IdentityStore), inject(Router)];
  await identity.ensureKnown();
  return identity.signedIn() || router.createUrlTree(['/connexion']);
};

/** Below `/connexion`. */
export const signInRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'identity.titles.signIn', canActivate: [visitorGuard], loadComponent: () => import('./sign-in.page').then((module) => module.SignInPage) },
  { path: 'saisie', title: 'identity.titles.code', canActivate: [addressKnown], loadComponent: () => import('./code-entry.page').then((module) => module.CodeEntryPage) },
  { path: 'code', title: 'identity.titles.code', loadComponent: () => import('./code-link.page').then((module) => module.CodeLinkPage) },
  { path: 'second-facteur', title: 'identity.titles.secondFactor', loadComponent: () => import('./second-factor.page').then((module) => module.SecondFactorPage) },
  { path: 'protection', title: 'identity.titles.protection', canActivate: [someoneHere], loadComponent: () => import('./protection.page').then((module) => module.ProtectionPage) },
];

/** Below `/profil`, behind `signedInGuard`. */
export const profileRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'identity.titles.profile', loadComponent: () => import('./profile.page').then((module) => module.ProfilePage) },
];
