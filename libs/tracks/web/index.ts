export { CohortCards } from './cohort-cards';
export { tracksEn } from './i18n/en';
export { tracksFr } from './i18n/fr';
export { onReturn } from './on-return';
export { tracksRoutes } from './tracks.routes';
