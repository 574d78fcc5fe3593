import type { Routes } from '@angular/router';

/** The drafts I may read, and one of them to read or write. A draft takes the whole width: `frame: 'full'`. */
export const draftsRoutes: Routes = [
  { path: 'documents', title: 'drafts.titles.list', loadComponent: () => import('./my-drafts.page').then((module) => module.MyDraftsPage) },
  { path: 'documents/:draftId', title: 'drafts.titles.draft', data: { frame: 'full' }, loadComponent: () => import('./draft.page').then((module) => module.DraftPage) },
];
