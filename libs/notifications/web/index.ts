export { Bell } from './bell';
export { notificationsRoutes, stoppingRoutes } from './notifications.routes';
