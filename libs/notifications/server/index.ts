export { NotificationsModule } from './notifications.module';
export { LetterPost } from './posting/letter-post';
