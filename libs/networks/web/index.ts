export { networksEn } from './i18n/en';
export { networksFr } from './i18n/fr';
export { installationRoutes, invitationRoutes, networksRoutes } from './networks.routes';
export { NetworksStore } from './networks.store';
