export { FacetPanel } from './facet-panel';
export { libraryRoutes } from './library.routes';
export { addressOf, chosenValues, questionIn, toggled } from './resource-address';
export type { ResourceQuestion } from './resource-address';
export { ResourceWords } from './resource-words';
