import type { CanMatchFn, UrlSegment } from '@angular/router';

/** What the public layout loads of the library: its reading pages and their words. */
export const visitorResourcesPage = () => import('./resources.page').then((module) => module.ResourcesPage);
export const visitorReaderPage = () => import('./reading/reader.page').then((module) => module.ReaderPage);
export const visitorCopyPage = () => import('./upkeep/link-copy.page').then((module) => module.LinkCopyPage);
export const visitorResourcePage = () => import('./resource.page').then((module) => module.ResourceReadingPage);

export const visitorToolboxesPage = () => import('./toolboxes.page').then((module) => module.ToolboxesPage);
export const visitorToolboxPage = () => import('./toolbox.page').then((module) => module.ToolboxReadingPage);

const words = {
  fr: () => import('./i18n/reading.fr').then((module) => module.readingFr),
  en: () => import('./i18n/reading.en').then((module) => module.readingEn),
};

/** Words that one page needs beyond those of all: its own chunk. */
const toolboxWords = {
  fr: () => import('./i18n/toolbox.fr').then((module) => module.toolboxFr),
  en: () => import('./i18n/toolbox.en').then((module) => module.toolboxEn),
};

const readerWords = {
  fr: () => import('./i18n/reader.fr').then((module) => module.readerFr),
  en: () => import('./i18n/reader.en').then((module) => module.readerEn),
};

const copyWords = {
  fr: () => import('./i18n/copy.fr').then((module) => module.copyFr),
  en: () => import('./i18n/copy.en').then((module) => module.copyEn),
};

export const visitorLibraryWords = async (language: 'fr' | 'en') => ({ library: await words[language]() });
export const visitorToolboxWords = async (language: 'fr' | 'en') => ({ library: { toolbox: await toolboxWords[language]() } });
export const visitorReaderWords = async (language: 'fr' | 'en') => ({ library: { file: { reader: await readerWords[language]() } } });
export const visitorCopyWords = async (language: 'fr' | 'en') => ({ library: { copy: await copyWords[language]() } });

const memberPages = new Set(['nouvelle', 'deposer', 'importer', 'mes-depots', 'a-valider']);

/** The last part of the address names a resource, not a page of members. */
export const lastIsResource: CanMatchFn = (_route, segments: UrlSegment[]) => !memberPages.has(segments.at(-1)?.path ?? '');
