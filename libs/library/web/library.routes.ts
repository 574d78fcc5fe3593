import type { Routes } from '@angular/router';
import type { DepositPage } from './deposit/deposit.page';
import type { ImportPage } from './import.page';

const reading = () => import('./resource.page').then((module) => module.ResourceReadingPage);
const form = () => import('./resource-form.page').then((module) => module.ResourceFormPage);
const deposit = () => import('./deposit/deposit.page').then((module) => module.DepositPage);
const desk = () => import('./desk.page').then((module) => module.DeskPage);

/** The library in the frame of members. */
export const libraryRoutes: Routes = [
  { path: 'ressources', pathMatch: 'full', title: 'library.title', data: { member: true }, loadComponent: () => import('./resources.page').then((module) => module.ResourcesPage) },
  { path: 'ressources/deposer', title: 'library.depositing.title', loadComponent: deposit, canDeactivate: [(page: DepositPage) => page.mayLeave()] },
  { path: 'ressources/nouvelle', title: 'library.form.new', loadComponent: form },
  { path: 'ressources/importer', title: 'library.import.title', loadComponent: () => import('./import.page').then((module) => module.ImportPage), canDeactivate: [(page: ImportPage) => page.mayLeave()] },
  { path: 'ressources/mes-depots', title: 'library.tabs.mine', data: { list: 'mine' }, loadComponent: desk },
  { path: 'ressources/a-valider', title: 'library.tabs.waiting', data: { list: 'waiting' }, loadComponent: desk },
  { path: 'ressources/a-entretenir', title: 'library.tabs.upkeep', loadComponent: () => import('./upkeep/upkeep.page').then((module) => module.UpkeepPage) },
  { path: 'reseaux/:networkId/mots-equivalents', title: 'library.synonyms.title', loadComponent: () => import('./synonyms/synonyms.page').then((module) => module.SynonymsPage) },
  { path: 'reseaux/:networkId/etiquettes', title: 'library.tags.title', loadComponent: () => import('./tags/tags.page').then((module) => module.TagsPage) },
  { path: 'boites-a-outils', pathMatch: 'full', title: 'library.toolbox.all', data: { member: true }, loadComponent: () => import('./toolboxes.page').then((module) => module.ToolboxesPage) },
  { path: 'boites-a-outils/:ref', title: 'library.toolbox.all', data: { member: true }, loadComponent: () => import('./toolbox.page').then((module) => module.ToolboxReadingPage) },
  { path: 'ressources/:ref', title: 'library.resource', data: { member: true }, loadComponent: reading },
  { path: 'ressources/:ref/lecture', title: 'library.file.reader.title', data: { member: true }, loadComponent: () => import('./reading/reader.page').then((module) => module.ReaderPage) },
  { path: 'ressources/:ref/copie', title: 'library.copy.short', loadComponent: () => import('./upkeep/link-copy.page').then((module) => module.LinkCopyPage) },
  { path: 'ressources/:ref/modifier', title: 'library.form.edit', loadComponent: form },
];
