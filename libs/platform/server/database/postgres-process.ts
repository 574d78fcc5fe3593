import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PostgresAccount } from './postgres-account';

/** What a running server writes into its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
}

export interface Launch {
  native: string;
  dataFolder: string;
  logFile: string;
  account: PostgresAccount | undefined;
  settings: Record<string, string | number>;
}

/** Past this size the log of the previous starts is put aside, one generation kept. */
const logRotatesAt = 5_000_000;
const pollEvery = 15;

/** Starts the server in a session of its own, so that Ctrl-C in the terminal reaches only us and we stop it last. */
export function launch({ native, dataFolder, logFile, account, settings }: Launch): ChildProcess {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > logRotatesAt) renameSync(logFile, `${logFile}.old`);
  const log = openSync(logFile, 'a', 0o600);
  try {
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(native, 'bin', 'postgres'), ['-D', dataFolder, ...args], {
      ...account,
      cwd: dataFolder,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log, log],
      env: postgresEnvironment(),
    });
    child.unref();
    child.on('error', () => undefined);
    return child;
  } finally {
    closeSync(log);
  }
}

/** Variables such as PGPORT or PGOPTIONS of the operator's shell must not reach our own server. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const foreign = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(foreign), LC_ALL: 'C', TZ: 'UTC' };
}

/** Reads `postmaster.pid`: the first line is the process, the fourth its port. */
export function readPostmaster(dataFolder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether that process lives and is the server of this folder: after a reboot its number may be somebody else's. */
export function isServing(dataFolder: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres') && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder);
    } catch {
      return false;
    }
  }
  if (process.platform === 'win32') return true;
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(dataFolder);
}

export function isAlive(pid: number): boolean {
  return answersToSignals(pid) && !isZombie(pid);
}

function answersToSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A killed server whose parent has not yet collected it still answers to signal 0, yet serves nothing. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/**
 * Clears what a dead server left behind. PostgreSQL clears its own pid file, except when that number still answers: a
 * stranger's process after a reboot, or the dead server itself where nothing collects orphans (containers).
 */
export function clearLeftovers(dataFolder: string, formerPid: number): void {
  if (!answersToSignals(formerPid)) return;
  for (const pid of strays(dataFolder)) signal(pid, 'SIGKILL');
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
}

/** Sessions that outlive their server for a moment; without the pid file PostgreSQL could not see them itself. */
function strays(dataFolder: string): number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').map(Number).filter((pid) => pid > 0);
  return pids.filter((pid) => isServing(dataFolder, pid));
}

/** PostgreSQL's fast stop: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(native: string, dataFolder: string, pid: number): Promise<void> {
  if (process.platform === 'win32') spawnSync(join(native, 'bin', 'pg_ctl'), ['stop', '-D', dataFolder, '-m', 'fast'], { stdio: 'ignore' });
  else signal(pid, 'SIGINT');
  if (await gone(pid, 20_000)) return;
  signal(pid, 'SIGQUIT');
  if (await gone(pid, 5_000)) return;
  signal(pid, 'SIGKILL');
}

export async function gone(pid: number, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await wait(pollEvery);
  }
  return true;
}

/** The last lines of the server's log, for the sentence that says why it did not start. */
export function lastLogLines(logFile: string, count = 3): string {
  try {
    return readFileSync(logFile, 'utf8').trim().split('\n').slice(-count).join(' / ');
  } catch {
    return `nothing was written to ${dirname(logFile)}`;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone: what we wanted.
  }
}
