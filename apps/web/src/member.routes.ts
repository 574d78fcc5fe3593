import type { Routes } from '@angular/router';
import { draftsRoutes, provideDraftsSignOut } from '@cohorte/drafts/web';
import { profileRoutes, signedInGuard } from '@cohorte/identity/web';
import { libraryRoutes } from '@cohorte/library/web';
import { meetingsRoutes } from '@cohorte/meetings/web';
import { networksRoutes } from '@cohorte/networks/web';
import { notificationsRoutes } from '@cohorte/notifications/web';
import { provideReplacementPolls, schedulingRoutes } from '@cohorte/scheduling/web';
import { tracksRoutes } from '@cohorte/tracks/web';
import { MemberLayout } from './shell/member-layout';

/** Every page of a signed-in person, in the frame; `data: { frame: 'full' }` gives a page the whole width. Longer paths first. */
export const memberRoutes: Routes = [
  {
    path: '',
    component: MemberLayout,
    canActivate: [signedInGuard],
    providers: [provideDraftsSignOut(), provideReplacementPolls()],
    children: [
      { path: 'accueil', title: 'home.pageTitle', loadComponent: () => import('./home/home.page').then((module) => module.HomePage) },
      { path: 'recherche', title: 'search.title', loadComponent: () => import('./search/search.page').then((module) => module.SearchPage) },
      ...notificationsRoutes,
      { path: 'profil', children: profileRoutes },
      ...libraryRoutes,
      ...meetingsRoutes,
      ...schedulingRoutes,
      ...tracksRoutes,
      ...draftsRoutes,
      ...networksRoutes,
      { path: '**', title: 'shell.notFound.title', loadComponent: () => import('./shell/not-found.page').then((module) => module.NotFoundPage) },
    ],
  },
];
