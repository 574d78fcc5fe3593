import type { CanMatchFn, UrlSegment } from '@angular/router';

/** What the public layout loads of the library: its reading pages and their words. */
export const visitorResourcesPage = () => import('./resources.page').then((module) => module.ResourcesPage);
export const visitorReaderPage = () => import('./reading/reader.page').then((module) => module.ReaderPage);
export const visitorResourcePage = () => import('./resource.page').then((module) => module.ResourceReadingPage);

export const visitorToolboxesPage = () => import('./toolboxes.page').then((module) => module.ToolboxesPage);
export const visitorToolboxPage = () => import('./toolbox.page').then((module) => module.ToolboxReadingPage);

const words = {
  fr: () => import('./i18n/reading.fr').then((module) => module.readingFr),
  en: () => import('./i18n/reading.en').then((module) => module.readingEn),
};

export const visitorLibraryWords = async (language: 'fr' | 'en') => ({ library: await words[language]() });

const memberPages = new Set(['nouvelle', 'deposer', 'importer', 'mes-depots', 'a-valider']);

/** The last part of the address names a resource, not a page of members. */
export const lastIsResource: CanMatchFn = (_route, segments: UrlSegment[]) => !memberPages.has(segments.at(-1)?.path ?? '');
