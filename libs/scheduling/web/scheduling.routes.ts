import type { Routes } from '@angular/router';

/** Pages of people who are signed in. */
export const schedulingRoutes: Routes = [];
