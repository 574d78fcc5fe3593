import { OwnServer } from './own-server';

/** One server with the demo for all walks that kill nothing; the returned function stops it after the last one. */
export default async function startServer(): Promise<() => Promise<void>> {
  const server = await OwnServer.start();
  process.env['COHORTE_E2E_URL'] = server.url;
  process.env['COHORTE_E2E_LOG'] = server.logFile;
  return () => server.discard();
}
