import type { Routes } from '@angular/router';

/** `/design` and the frame it shows; both bring their own `<main>`, so they stand outside of the app's frames. */
export const designRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Les pièces de la maison · Cohorte', loadComponent: () => import('./design.page').then((module) => module.DesignPage) },
  { path: 'cadre', title: 'Le cadre · Cohorte', loadComponent: () => import('./design-frame.page').then((module) => module.DesignFramePage) },
];
