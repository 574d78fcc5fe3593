import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const program = resolve(import.meta.dirname, '../../../../dist/api/main.js');
const readyWithinMs = 120_000;
const stopsWithinMs = 30_000;

export interface ServerOptions {
  demo?: boolean;
  env?: Record<string, string>;
}

/** The built server on data of its own: started, killed, started again on the same data, at the same address. */
export class OwnServer {
  private process?: ChildProcess;

  private constructor(
    readonly port: number,
    readonly dataDir: string,
    private readonly options: ServerOptions,
  ) {}

  static async start(options: ServerOptions = {}): Promise<OwnServer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'cohorte-e2e-'));
    chmodSync(dataDir, 0o755);
    const server = new OwnServer(await freePort(), dataDir, options);
    await server.run();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get logFile(): string {
    return join(this.dataDir, 'server.log');
  }

  /** Starts the program (again) and waits until it serves. */
  async run(): Promise<void> {
    const child = fork(program, [], { cwd: resolve(program, '../../..'), execArgv: ['--enable-source-maps'], env: this.environment(), silent: true });
    const log = createWriteStream(this.logFile, { flags: 'a' });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    this.process = child;
    const end = Date.now() + readyWithinMs;
    while (!(await this.isReady())) {
      if (child.exitCode !== null || Date.now() > end) throw new Error(`The server did not start:\n${this.log().slice(-3_000)}`);
      await wait(100);
    }
  }

  /** As a power cut would: the server and its PostgreSQL at once, with no chance to write anything. */
  async kill({ database = true } = {}): Promise<void> {
    const ended = this.ended();
    const postmaster = database ? this.postmaster() : undefined;
    this.process?.kill('SIGKILL');
    if (postmaster) process.kill(postmaster, 'SIGKILL');
    await ended;
  }

  /** Only PostgreSQL dies; the server has to get over it. */
  killDatabase(): void {
    const postmaster = this.postmaster();
    if (postmaster) process.kill(postmaster, 'SIGKILL');
  }

  /** As Ctrl-C does; answers the exit code. */
  async stop(): Promise<number | null> {
    const ended = this.ended();
    this.process?.kill('SIGTERM');
    return ended;
  }

  /** Stops whatever still runs and throws the data away. */
  async discard(): Promise<void> {
    await Promise.race([this.stop(), wait(stopsWithinMs, undefined, { ref: false })]);
    await this.kill().catch(() => undefined);
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  log(): string {
    try {
      return readFileSync(this.logFile, 'utf8');
    } catch {
      return '(nothing was said)';
    }
  }

  private async isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(({ ok }) => ok, () => false);
  }

  private ended(): Promise<number | null> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child?.exitCode ?? null);
    return new Promise((done) => child.once('exit', done));
  }

  private postmaster(): number | undefined {
    try {
      return Number(readFileSync(join(this.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    } catch {
      return undefined;
    }
  }

  private environment(): NodeJS.ProcessEnv {
    const { demo = true, env = {} } = this.options;
    const own = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(this.port), DATA_DIR: this.dataDir, DEMO: demo ? '1' : '0', LOG_LEVEL: 'warn' };
    const foreign = ['DATABASE_', 'REDIS_', 'SMTP_', 'PUBLIC_URL', 'SECRET', 'ROLES', 'NODE_OPTIONS'];
    const inherited = Object.entries(process.env).filter(([name]) => !foreign.some((start) => name.startsWith(start)));
    return { ...Object.fromEntries(inherited), ...own, ...env };
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no free port'))));
    });
  });
}
