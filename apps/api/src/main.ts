import { appConfig, type AppConfig, type DatabaseUrls, EmbeddedPostgres, type Environment, keepSecret, randomSecret, readEnvironment } from '@cohorte/platform/server';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadDemoOnce } from './demo/demo-loader';
import { welcomePeople } from './demo/welcome-people';
import { migrate } from './data-source';
import { createServer } from './server';
import { explainStartFailure } from './start-failure';
import { printWelcome } from './welcome';

interface Running {
  app?: NestFastifyApplication;
  postgres?: EmbeddedPostgres;
}

const running: Running = {};

/** The database of this installation: the one given by address, or our own in the data folder. */
async function openDatabase(found: Environment): Promise<DatabaseUrls> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = found;
  if (appUrl && ownerUrl) return { appUrl, ownerUrl, journalUrl: found.DATABASE_JOURNAL_URL ?? appUrl, jobsUrl: found.DATABASE_JOBS_URL ?? ownerUrl };
  running.postgres = await EmbeddedPostgres.start({ dataDir: found.DATA_DIR, onLost: (error) => void fail(error) });
  return running.postgres.prepareRoles();
}

async function stop(exitCode: number): Promise<never> {
  await running.app?.close().catch(() => undefined);
  await running.postgres?.stop().catch(() => undefined);
  process.exit(exitCode);
}

async function fail(error: unknown): Promise<never> {
  process.stderr.write(`\n${explainStartFailure(error)}\n`);
  return stop(1);
}

function stopOnSignals(): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop(0);
    });
  }
}

async function start(): Promise<AppConfig> {
  const found = readEnvironment(process.env);
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
