/** The door through which the bench, which is plain JavaScript, reaches the platform's embedded PostgreSQL. */
export { EmbeddedPostgres } from '@cohorte/platform/server';
