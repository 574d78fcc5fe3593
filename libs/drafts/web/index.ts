export { draftsRoutes } from './drafts.routes';
export { DraftsBeforeSignOut } from './drafts-before-sign-out';
export { draftsEn } from './i18n/en';
export { draftsFr } from './i18n/fr';
