export { draftsRoutes } from './drafts.routes';
export { provideDraftsSignOut } from './drafts.providers';
export { draftsEn } from './i18n/en';
export { draftsFr } from './i18n/fr';
