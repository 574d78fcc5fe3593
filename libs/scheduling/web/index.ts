export { schedulingRoutes, trackLinkRoutes } from './scheduling.routes';
