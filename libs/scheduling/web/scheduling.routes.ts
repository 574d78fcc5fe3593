import type { Routes } from '@angular/router';

const answerPage = () => import('./track-dates/track-answer.page').then((module) => module.TrackAnswerPage);

/** Pages of people who are signed in. */
export const schedulingRoutes: Routes = [
  { path: 'sondages/nouveau/:meetingId', title: 'scheduling.polls.newTitle', loadComponent: () => import('./polls/new-poll.page').then((module) => module.NewPollPage) },
  { path: 'sondages/:pollId', title: 'scheduling.polls.pageTitle', loadComponent: () => import('./polls/poll.page').then((module) => module.PollPage) },
  { path: 'parcours/:cohortId/dates', pathMatch: 'full', title: 'scheduling.trackDates.title', loadComponent: () => import('./track-dates/track-dates.page').then((module) => module.TrackDatesPage) },
  { path: 'parcours/:cohortId/dates/repondre', title: 'scheduling.trackDates.answer.title', loadComponent: answerPage },
];

/** Answering by a personal link, without an account. */
export const trackLinkRoutes: Routes = [{ path: ':token', title: 'scheduling.trackDates.answer.title', loadComponent: answerPage }];
