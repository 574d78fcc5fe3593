export { draftsRoutes } from './drafts.routes';
export { provideDraftsSignOut } from './drafts.providers';
