export const notificationsFr = { channels: { bell: 'Dans Cohorte', mail: 'Par mail' } };
