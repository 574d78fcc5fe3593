import { ConfigProblem, EmbeddedPostgresError } from '@cohorte/platform/server';

interface Failure {
  code?: string;
  message: string;
  syscall?: string;
  address?: string;
  port?: number;
  path?: string;
  hostname?: string;
}

type Explain = (failure: Failure) => string;

const otherPort = 'choose another one with: npm start -- --port 4300';

const listening: Record<string, Explain> = {
  EADDRINUSE: ({ port }) => `Port ${port} is already taken by another program: stop that one, or ${otherPort}`,
  EACCES: ({ port }) => `Port ${port} may not be opened by this account: ${otherPort}`,
  EADDRNOTAVAIL: ({ address }) => `The address ${address} is not one of this machine: change HOST, or leave it out.`,
};

const unreachable: Explain = ({ address, hostname, port }) =>
  `The database of DATABASE_URL cannot be reached at ${hostname ?? address ?? 'its address'}${port ? `:${port}` : ''}: check the address, and that the server runs.`;

const database: Record<string, Explain> = {
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ECONNRESET: unreachable,
  '28P01': ({ message }) => `The database refused the name or the password given in DATABASE_URL or DATABASE_OWNER_URL (${message}).`,
  '28000': ({ message }) => `The database does not let the role of DATABASE_URL or DATABASE_OWNER_URL in (${message}).`,
  '3D000': ({ message }) => `The database named in DATABASE_URL does not exist (${message}): create it first, see docs/operating.md.`,
  '42501': ({ message }) => `A role of DATABASE_URL or DATABASE_OWNER_URL lacks a right (${message}): see docs/operating.md.`,
  '53300': () => 'The database has no connection left to give: raise its max_connections, or close other programs.',
};

const files: Record<string, Explain> = {
  EACCES: ({ path }) => `Cohorte may not write ${path ?? 'in its data folder'}: give it the rights, or choose another folder with DATA_DIR=/some/folder.`,
  EPERM: ({ path }) => `Cohorte may not write ${path ?? 'in its data folder'}: give it the rights, or choose another folder with DATA_DIR=/some/folder.`,
  EROFS: ({ path }) => `The disk that holds ${path ?? 'the data folder'} is read-only: choose another folder with DATA_DIR=/some/folder.`,
  ENOSPC: () => 'The disk is full: free some space, or choose another folder with DATA_DIR=/some/folder.',
};

/** What went wrong at start-up, as one sentence that says what to do; only a fault of ours shows where it happened. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof ConfigProblem || error instanceof EmbeddedPostgresError) return error.message;
  const failure = innermost(error);
  const explain = tableFor(failure)[failure.code ?? ''];
  if (explain) return explain(failure);
  return `Cohorte could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function tableFor({ syscall }: Failure): Record<string, Explain> {
  if (syscall === 'listen' || syscall === 'bind') return listening;
  return { ...files, ...database };
}

/** A host with several addresses fails once for each; TypeORM and Nest wrap what the driver said. */
function innermost(error: unknown): Failure {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  const wrapped = error as { driverError?: unknown; cause?: unknown; code?: string } | undefined;
  if (wrapped?.driverError) return innermost(wrapped.driverError);
  if (wrapped?.cause && !wrapped.code) return innermost(wrapped.cause);
  return error instanceof Error ? error : { message: String(error) };
}
