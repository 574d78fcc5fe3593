import type { Routes } from '@angular/router';

/** For visitors and members alike: the personal link of a registration. */
export const registrationLinkRoutes: Routes = [
  { path: ':token', title: 'meetings.titles.registration', loadComponent: () => import('./registration-link.page').then((module) => module.RegistrationLinkPage) },
];
