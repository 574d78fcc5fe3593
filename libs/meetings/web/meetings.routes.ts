import type { Routes } from '@angular/router';
import { attendanceRoutes } from './attendance/attendance.routes';
import { calendarRoutes } from './calendar/calendar.routes';

/** Pages of meetings in the frame of members; the same address serves visitors in the public layout. */
export const meetingsRoutes: Routes = [
  ...calendarRoutes,
  ...attendanceRoutes,
  { path: 'rencontres/nouvelle', title: 'meetings.form.create', loadComponent: () => import('./meeting/meeting-form.page').then((module) => module.MeetingFormPage) },
  { path: 'rencontres/:meetingId/inscriptions', title: 'meetings.titles.places', loadComponent: () => import('./registration/places.page').then((module) => module.PlacesPage) },
  { path: 'rencontres/:meetingId', title: 'meetings.page.title', loadComponent: () => import('./meeting/meeting.page').then((module) => module.MemberMeetingPage) },
  { path: 'rencontres/:meetingId/modifier', title: 'meetings.form.edit', loadComponent: () => import('./meeting/meeting-form.page').then((module) => module.MeetingFormPage) },
];
