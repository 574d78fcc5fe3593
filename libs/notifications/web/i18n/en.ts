import type { notificationsFr } from './fr';

export const notificationsEn: typeof notificationsFr = { channels: { bell: 'In Cohorte', mail: 'By mail' } };
