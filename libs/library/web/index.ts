export { libraryRoutes } from './library.routes';
export { lastIsResource, visitorLibraryWords, visitorResourcePage, visitorResourcesPage } from './visitors';
