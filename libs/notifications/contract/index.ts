export { notificationChannels } from './channels';
