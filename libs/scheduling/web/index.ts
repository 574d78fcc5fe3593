export { provideReplacementPolls } from './replacement-polls';
export { schedulingRoutes, trackLinkRoutes } from './scheduling.routes';
