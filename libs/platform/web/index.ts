export { ApiClient, ApiError } from './api-client';
export { ErrorWords, ErrorWordsPipe } from './error-words';
export { FirstAnswer } from './first-answer';
export { MailboxPage } from './mailbox.page';
export { OPEN_SOCKET, RealtimeClient } from './realtime-client';
export type { LiveStatus } from './realtime-client';
