import type { Routes } from '@angular/router';

/** My cohorts, one of them, what was said of it, and the page that opens a new one. To be placed before the pages of networks, whose paths are shorter. */
export const tracksRoutes: Routes = [
  { path: 'parcours', pathMatch: 'full', title: 'tracks.titles.cohorts', loadComponent: () => import('./my-cohorts.page').then((module) => module.MyCohortsPage) },
  { path: 'parcours/:cohortId', title: 'tracks.titles.cohort', loadComponent: () => import('./cohort.page').then((module) => module.CohortPage) },
  { path: 'parcours/:cohortId/retours', title: 'tracks.survey.title', loadComponent: () => import('./track-survey.page').then((module) => module.TrackSurveyPage) },
  { path: 'reseaux/:networkId/nouveau-parcours', title: 'tracks.titles.create', loadComponent: () => import('./new-cohort.page').then((module) => module.NewCohortPage) },
];
