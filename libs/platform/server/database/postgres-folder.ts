import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { canEnter, giveTo, type PostgresAccount } from './postgres-account';
import { EmbeddedPostgresError } from './postgres-error';
import { postgresEnvironment } from './postgres-process';

const majorVersion = '18';
/** Where root's server keeps its files when its account cannot enter the data folder; a link there leads to them. */
const sharedState = '/var/lib/cohorte';
const run = promisify(execFile);

export interface FolderRequest {
  dataDir: string;
  native: string;
  account: PostgresAccount | undefined;
  superPassword: string;
}

export function openDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const message = `Cohorte cannot write in its data folder ${dataDir}: give it the rights, or choose another one with DATA_DIR=/some/folder.`;
    throw new EmbeddedPostgresError('folder-unwritable', message, { cause });
  }
}

/** The database cluster's real folder, created at the first start. */
export async function clusterFolder(request: FolderRequest): Promise<string> {
  const folder = join(request.dataDir, 'postgres');
  if (!existsSync(join(folder, 'PG_VERSION'))) await createCluster(request, folder);
  const real = realpathSync(folder);
  const version = readFileSync(join(real, 'PG_VERSION'), 'utf8').trim();
  if (version === majorVersion) return real;
  const message = `The database in ${folder} was written by PostgreSQL ${version} and Cohorte now brings ${majorVersion}: export it with the former release, or move the folder away.`;
  throw new EmbeddedPostgresError('other-version', message);
}

/** Made beside its final place, then renamed: a first start that was killed half-way leaves nothing that looks finished. */
async function createCluster(request: FolderRequest, folder: string): Promise<void> {
  const reachable = canEnter(request.dataDir, request.account);
  const place = reachable ? request.dataDir : sharedState;
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const suffix = randomBytes(4).toString('hex');
  const draft = join(place, `postgres.new-${suffix}`);
  const passwordFile = `${draft}.password`;
  try {
    writeFileSync(passwordFile, request.superPassword, { mode: 0o600 });
    giveTo(request.account, passwordFile);
    mkdirSync(draft, { mode: 0o700 });
    giveTo(request.account, draft);
    await initdb(request, draft, passwordFile);
    if (reachable) putInPlace(draft, folder);
    else symlinkSync(moved(draft, join(sharedState, `postgres-${suffix}`)), emptied(folder));
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** French alphabetical order is the database's own order, so that every list is sorted as its readers expect. */
async function initdb({ native, account }: FolderRequest, folder: string, passwordFile: string): Promise<void> {
  const args = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--data-checksums', '--no-instructions'];
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=fr-FR'];
  try {
    await run(join(native, 'bin', 'initdb'), ['-D', folder, ...args, ...locale], { ...account, cwd: '/', env: postgresEnvironment() });
  } catch (cause) {
    const said = String((cause as { stderr?: string }).stderr ?? cause).trim().split('\n').at(-1);
    throw new EmbeddedPostgresError('did-not-start', `The embedded PostgreSQL could not create its database files: ${said}.`, { cause });
  }
}

/** When another process was first, its cluster stays and ours is dropped. */
function putInPlace(draft: string, folder: string): void {
  try {
    renameSync(draft, emptied(folder));
  } catch (error) {
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error;
  }
}

function moved(from: string, to: string): string {
  renameSync(from, to);
  return to;
}

/** A dangling link is what remains when the folder it led to was deleted by hand. */
function emptied(folder: string): string {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(folder);
  return folder;
}
