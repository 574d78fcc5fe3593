import type { Routes } from '@angular/router';

/** Pages around being there, in the frame of members. */
export const attendanceRoutes: Routes = [
  { path: 'rencontres/:meetingId/presences', title: 'meetings.presence.keep.title', loadComponent: () => import('./attendance.page').then((module) => module.AttendancePage) },
  { path: 'profil/attestations', title: 'meetings.certificates.title', loadComponent: () => import('./my-certificates.page').then((module) => module.MyCertificatesPage) },
];

/** Below `/attestations`, for anybody. */
export const verificationPages: Routes = [
  { path: '', pathMatch: 'full', title: 'meetings.verification.title', loadComponent: () => import('./verification.page').then((module) => module.VerificationPage) },
  { path: ':code', title: 'meetings.verification.title', loadComponent: () => import('./verification.page').then((module) => module.VerificationPage) },
];
