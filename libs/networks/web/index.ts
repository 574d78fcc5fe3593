export { installationRoutes, invitationRoutes, networksRoutes } from './networks.routes';
export { NetworksStore } from './networks.store';
