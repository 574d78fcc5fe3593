import type { Routes } from '@angular/router';

/** Pages of people who are signed in. */
export const notificationsRoutes: Routes = [
  { path: 'notifications', title: 'notifications.titles.list', loadComponent: () => import('./notifications.page').then((module) => module.NotificationsPage) },
  { path: 'profil/notifications', title: 'notifications.titles.preferences', loadComponent: () => import('./preferences.page').then((module) => module.PreferencesPage) },
];

/** Below `/desinscription`: without an account, from a letter. */
export const stoppingRoutes: Routes = [{ path: ':token', title: 'notifications.titles.stopping', loadComponent: () => import('./stopping.page').then((module) => module.StoppingPage) }];
