export { CohortCards } from './cohort-cards';
export { onReturn } from './on-return';
export { tracksRoutes } from './tracks.routes';
