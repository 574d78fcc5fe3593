export type PostgresFailure = 'no-binaries' | 'folder-busy' | 'folder-unwritable' | 'other-version' | 'wrong-secrets' | 'did-not-start';

/** Why the embedded PostgreSQL could not be used; the message is one sentence for whoever starts the server. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly reason: PostgresFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
  }
}
