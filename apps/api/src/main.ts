import { appConfig, type AppConfig, assertPortFree, type DatabaseUrls, EmbeddedPostgres, type Environment, keepSecret, randomSecret, readEnvironment } from '@cohorte/platform/server';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadDemoOnce } from './demo/demo-loader';
import { welcomePeople } from './demo/welcome-people';
import { migrate } from './data-source';
import { createServer } from './server';
import { explainStartFailure } from './start-failure';
import { printWelcome } from './welcome';

interface Running {
  stopping?: boolean;
  app?: NestFastifyApplication;
  postgres?: Promise<EmbeddedPostgres>;
}

const running: Running = {};

/** The database of this installation: the one given by address, or our own in the data folder. */
async function openDatabase(found: Environment): Promise<DatabaseUrls> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = found;
  if (appUrl && ownerUrl) return { appUrl, ownerUrl, journalUrl: found.DATABASE_JOURNAL_URL ?? appUrl, jobsUrl: found.DATABASE_JOBS_URL ?? ownerUrl };
  running.postgres = EmbeddedPostgres.start({ dataDir: found.DATA_DIR, onLost: (error) => void fail(error) });
  return (await running.postgres).prepareRoles();
}

async function stop(exitCode: number): Promise<never> {
  await running.app?.close().catch(() => undefined);
  await running.postgres?.then((postgres) => postgres.stop()).catch(() => undefined);
  process.exit(exitCode);
}

/** What fails because everything is being closed under it is no failure. */
async function fail(error: unknown): Promise<void> {
  if (running.stopping) return;
  running.stopping = true;
  process.stderr.write(`\n${explainStartFailure(error)}\n`);
  await stop(1);
}

function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (running.stopping) return;
      running.stopping = true;
      void stop(0);
    });
  }
}

async function start(): Promise<AppConfig> {
  const found = readEnvironment(process.env);
  await assertPortFree(found.PORT, found.HOST);
  const database = await openDatabase(found);
  await migrate(database.ownerUrl);
  const secret = found.SECRET ?? keepSecret(found.DATA_DIR, 'secret', () => randomSecret());
  const config = appConfig(found, database, secret);
  running.app = await createServer(config);
  await loadDemoOnce(running.app, config);
  await running.app.listen({ port: config.port, host: config.host });
  return config;
}

stopOnSignals();
await start().then((config) => printWelcome(config, welcomePeople), fail);
