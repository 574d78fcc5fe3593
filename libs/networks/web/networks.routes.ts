import type { Routes } from '@angular/router';

/** Pages of people who are signed in. */
export const networksRoutes: Routes = [
  { path: 'reseaux/:networkId', title: 'networks.titles.network', loadComponent: () => import('./network.page').then((module) => module.NetworkPage) },
  { path: 'structures/:structureId', title: 'networks.titles.structure', loadComponent: () => import('./structure.page').then((module) => module.StructurePageView) },
];

/** Below `/invitations`: open to whoever holds a link. */
export const invitationRoutes: Routes = [
  { path: ':token', title: 'networks.titles.invitation', loadComponent: () => import('./invitation.page').then((module) => module.InvitationPage) },
];

/** Below `/installation`: the first run. */
export const installationRoutes: Routes = [
  { path: '', title: 'networks.titles.installation', loadComponent: () => import('./installation.page').then((module) => module.InstallationPage) },
];
