import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseUrls } from '../config';
import { ClusterGuard } from './cluster-guard';
import { freePort, isPortFree } from './free-port';
import { postgresAccount } from './postgres-account';
import { locatePostgres } from './postgres-binaries';
import { EmbeddedPostgresError } from './postgres-error';
import { clusterFolder, openDataDir } from './postgres-folder';
import { clearLeftovers, isAlive, isServing, lastLogLines, launch, type Launch, readPostmaster, stopServer } from './postgres-process';
import { newRolePasswords, prepareRoles, type RolePasswords } from './postgres-roles';
import { keepSecret, randomSecret, saveSecret } from './secret-file';

export interface EmbeddedPostgresOptions {
  /** Holds `postgres/`, `postgres.log` and `secrets.json`. */
  dataDir: string;
  /** Only throw-away clusters of tests may lose data for speed. */
  durable?: boolean;
  /** Called when the server died and could not be brought back: nothing can be promised any more. */
  onLost?: (error: Error) => void;
}

interface Credentials {
  superuser: string;
  roles: RolePasswords;
}

type Place = Omit<Launch, 'settings'>;

const startsWithinMs = 60_000;
const testFolderPrefix = 'cohorte-test-cluster-';

/**
 * A PostgreSQL server of our own on a data folder: created at the first start, adopted when an earlier process left it
 * running, recovered after a kill, brought back when it dies under us, stopped last.
 */
export class EmbeddedPostgres {
  private stopping = false;
  private launched = { exited: true };
  private recovery: Promise<void> = Promise.resolve();
  private guard?: ClusterGuard;

  private constructor(
    private readonly options: EmbeddedPostgresOptions,
    private readonly place: Place,
    private readonly credentials: Credentials,
    private port: number,
  ) {}

  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const dataDir = resolve(options.dataDir);
    openDataDir(dataDir);
    const account = postgresAccount();
    const native = locatePostgres(account);
    const credentials = keepSecret<Credentials>(dataDir, 'postgres', () => ({ superuser: randomSecret(), roles: newRolePasswords() }));
    const dataFolder = await clusterFolder({ dataDir, native, account, superPassword: credentials.superuser });
    const place = { native, dataFolder, account, logFile: join(dataDir, 'postgres.log') };
    const postgres = new EmbeddedPostgres({ ...options, dataDir }, place, credentials, await keptPort(dataDir, dataFolder));
    await postgres.bringUp();
    return postgres;
  }

  /** For tests: a cluster in the temporary folder, fast because it may forget everything; `stop` deletes it. */
  static async startTemporary(): Promise<EmbeddedPostgres> {
    await sweepTemporary();
    const dataDir = mkdtempSync(join(tmpdir(), `${testFolderPrefix}${process.pid}-`));
    chmodSync(dataDir, 0o755);
    return EmbeddedPostgres.start({ dataDir, durable: false });
  }

  get superUrl(): string {
    return `postgresql://postgres:${this.credentials.superuser}@127.0.0.1:${this.port}/postgres`;
  }

  /** Where the data really lies: beside the data folder's other files, or where a link there leads. */
  get dataFolder(): string {
    return this.place.dataFolder;
  }

  get pid(): number | undefined {
    return readPostmaster(this.place.dataFolder)?.pid;
  }

  prepareRoles(database?: string): Promise<DatabaseUrls> {
    return prepareRoles(this.superUrl, this.credentials.roles, database);
  }

  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    await this.recovery.catch(() => undefined);
    await this.guard?.release();
    const pid = this.pid;
    if (pid && isServing(this.place.dataFolder, pid)) await stopServer(this.place.native, this.place.dataFolder, pid);
    if (this.options.durable === false) await removeCluster(this.options.dataDir, this.place.dataFolder);
  }

  private async bringUp(): Promise<void> {
    const end = Date.now() + startsWithinMs;
    while (!(this.guard = await this.claim(end))) {
      if (Date.now() > end) throw this.didNotStart();
      await wait(200);
    }
    saveSecret(this.options.dataDir, 'postgresPort', this.port);
    this.guard.onLoss(() => this.recover());
  }

  /** One attempt: adopts the server that runs, or starts one. */
  private async claim(end: number): Promise<ClusterGuard | undefined> {
    const postmaster = readPostmaster(this.place.dataFolder);
    const running = postmaster !== undefined && isServing(this.place.dataFolder, postmaster.pid);
    if (!running) this.launchServer(postmaster?.pid);
    else if (postmaster.port) this.port = postmaster.port;
    return ClusterGuard.claim(this.superUrl, () => this.stillComing(end));
  }

  private launchServer(formerPid: number | undefined): void {
    if (formerPid) clearLeftovers(this.place.dataFolder, formerPid);
    const child = launch({ ...this.place, settings: settings(this.port, this.options.durable !== false) });
    const launched = { exited: false };
    this.launched = launched;
    child.once('exit', () => (launched.exited = true));
    child.once('error', () => (launched.exited = true));
  }

  private stillComing(end: number): boolean {
    if (Date.now() > end) return false;
    const pid = this.pid;
    return !this.launched.exited || (pid !== undefined && isServing(this.place.dataFolder, pid));
  }

  private recover(): void {
    if (this.stopping) return;
    this.guard = undefined;
    this.recovery = this.bringUp().catch((error: Error) => this.options.onLost?.(error));
  }

  private didNotStart(): EmbeddedPostgresError {
    const { logFile } = this.place;
    return new EmbeddedPostgresError('did-not-start', `The embedded PostgreSQL did not start; its log ${logFile} ends with: ${lastLogLines(logFile)}`);
  }
}

/** The port of the earlier starts while it is free or still ours, so that addresses noted by hand stay true. */
async function keptPort(dataDir: string, dataFolder: string): Promise<number> {
  const port = keepSecret<number>(dataDir, 'postgresPort', () => 0);
  const postmaster = readPostmaster(dataFolder);
  const ours = postmaster?.port === port && isServing(dataFolder, postmaster.pid);
  return port && (ours || (await isPortFree(port))) ? port : freePort();
}

const megabyte = 2 ** 20;

/** Of the machine, or of the container. */
const availableMemory = (): number => Math.min(totalmem(), process.constrainedMemory() || Infinity);

/** An eighth of the memory, between 128 MB and 1 GB: what is searched often stays at hand. Only as much is taken as was used. */
export const sharedMegabytes = (memory: number): number => Math.round(Math.min(1_024, Math.max(128, memory / megabyte / 8)));

function settings(port: number, durable: boolean): Launch['settings'] {
  const common = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 200, jit: 'off', cluster_name: 'cohorte' };
  if (durable) return { ...common, shared_buffers: `${sharedMegabytes(availableMemory())}MB`, fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
  return { ...common, shared_buffers: '64MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: 0 };
}

async function removeCluster(dataDir: string, dataFolder: string): Promise<void> {
  rmSync(dataFolder, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** Clusters of test runs that were killed before they could clean up. */
async function sweepTemporary(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(testFolderPrefix))) {
    if (isAlive(Number(name.slice(testFolderPrefix.length).split('-')[0]))) continue;
    const folder = join(tmpdir(), name, 'postgres');
    const pid = readPostmaster(folder)?.pid;
    if (pid && isServing(folder, pid)) await stopServer(locatePostgres(postgresAccount()), folder, pid);
    await removeCluster(dirname(folder), folder);
  }
}
