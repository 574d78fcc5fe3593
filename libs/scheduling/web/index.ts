export { schedulingRoutes, trackLinkRoutes } from './scheduling.routes';
export { pollLinkPage, pollLinkWords } from './visitors';
