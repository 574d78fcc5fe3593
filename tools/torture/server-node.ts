import type { DatabaseUrls } from '@cohorte/platform/server';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface NodeOptions {
  readonly name: string;
  /** The bundled server, see `bundleProgram`. */
  readonly program: string;
  readonly database: DatabaseUrls;
  readonly dataDir: string;
  readonly secret: string;
  readonly roles: string;
  /** Where its letters go; the mailbox of the machine when absent. */
  readonly smtpUrl?: string;
}

const root = resolve(import.meta.dirname, '../..').replace(/\/dist$/, '');
const readyWithinMs = 180_000;
const foreign = ['DATABASE_', 'REDIS_', 'SMTP_', 'PUBLIC_URL', 'NODE_OPTIONS', 'JEST_', 'DEMO'];

/** Bundles a program into `dist/`, where packages resolve. */
export function bundleProgram(entry: string, outfile: string): string {
  execFileSync(process.execPath, [join(root, 'tools/torture/bundle.mjs'), entry, outfile], { cwd: root, env: inherited() });
  return join(root, outfile);
}

const inherited = (): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.some((start) => name.startsWith(start))));

/** One process of the built server on a given database: started, killed without a word, started again at the same address. */
export class ServerNode {
  kills = 0;
  private process?: ChildProcess;

  private constructor(
    readonly port: number,
    private readonly options: NodeOptions,
  ) {}

  static async start(options: NodeOptions): Promise<ServerNode> {
    const node = new ServerNode(await freePort(), options);
    await node.run();
    return node;
  }

  get name(): string {
    return this.options.name;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  get isAlive(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  async run(): Promise<void> {
    this.launch();
    await this.ready();
  }

  async ready(): Promise<void> {
    const end = Date.now() + readyWithinMs;
    while (!(await this.isReady())) {
      if (Date.now() > end) throw new Error(`${this.name} did not start:\n${this.log().slice(-3_000)}`);
      // Its database may be down at the moment: whoever supervises it starts it again.
      if (!this.isAlive) {
        await wait(300);
        this.launch();
      }
      await wait(60);
    }
  }

  /** As a power cut would: no chance to write anything. */
  async kill(): Promise<void> {
    const child = this.process;
    if (!child || !this.isAlive) return;
    this.kills += 1;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    const child = this.process;
    if (!child || !this.isAlive) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await Promise.race([ended, wait(10_000, undefined, { ref: false })]);
    child.kill('SIGKILL');
  }

  /** What it wrote is not needed any more. */
  forget(): void {
    rmSync(this.options.dataDir, { recursive: true, force: true });
  }

  log(): string {
    try {
      return readFileSync(this.logFile, 'utf8');
    } catch {
      return '(nothing was said)';
    }
  }

  private get logFile(): string {
    return join(this.options.dataDir, `${this.name}.log`);
  }

  private launch(): void {
    const { program, database, dataDir, secret, roles, smtpUrl } = this.options;
    const log = openSync(this.logFile, 'a');
    const env = {
      ...inherited(), NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(this.port), DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'warn', ROLES: roles, SECRET: secret,
      DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DATABASE_JOURNAL_URL: database.journalUrl, DATABASE_JOBS_URL: database.jobsUrl,
      ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
    };
    this.process = spawn(process.execPath, ['--enable-source-maps', program], { cwd: root, env, stdio: ['ignore', log, log] });
    closeSync(log);
  }

  private isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(3_000) }).then(({ ok }) => ok, () => false);
  }
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no free port'))));
    });
  });
}
