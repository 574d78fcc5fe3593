import type { Routes } from '@angular/router';

/** My cohorts, one of them, and the page that opens a new one. To be placed before the pages of networks, whose paths are shorter. */
export const tracksRoutes: Routes = [
  { path: 'parcours', pathMatch: 'full', title: 'tracks.titles.cohorts', loadComponent: () => import('./my-cohorts.page').then((module) => module.MyCohortsPage) },
  { path: 'parcours/:cohortId', title: 'tracks.titles.cohort', loadComponent: () => import('./cohort.page').then((module) => module.CohortPage) },
  { path: 'reseaux/:networkId/nouveau-parcours', title: 'tracks.titles.create', loadComponent: () => import('./new-cohort.page').then((module) => module.NewCohortPage) },
];
