/** PostgreSQL stops, has crashed or is starting (57P01–57P03), or the connection broke (class 08). Source: PostgreSQL, appendix A. */
const stopped = /^(?:57P0[123]|08\w{3})$/;
const broken = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT']);
/** What the driver says without a code. */
const said = /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether a failure is that the database was not there for a moment: the same request may well succeed a little later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { driverError = error } = error as Error & { driverError?: unknown };
  const { code, message, syscall } = driverError as Error & { code?: unknown; syscall?: unknown };
  if (typeof code !== 'string') return said.test(message);
  return stopped.test(code) || (broken.has(code) && (code !== 'ENOENT' || syscall === 'connect'));
}
