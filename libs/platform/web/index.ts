export { ApiClient, ApiError } from './api-client';
export { ErrorWords, ErrorWordsPipe } from './error-words';
export { MailboxPage } from './mailbox.page';
export { OPEN_SOCKET, RealtimeClient } from './realtime-client';
export type { LiveStatus } from './realtime-client';
