import type { Routes } from '@angular/router';

/** My agenda, and coming public meetings, in the frame of members. */
export const calendarRoutes: Routes = [
  { path: 'agenda', title: 'meetings.calendar.title', loadComponent: () => import('./agenda.page').then((module) => module.AgendaPage) },
  { path: 'rencontres', pathMatch: 'full', title: 'meetings.coming.title', loadComponent: () => import('./coming.page').then((module) => module.ComingPage) },
];
