import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readFileSync } from 'node:fs';

/** The system account that PostgreSQL runs as; undefined means the account of this process. */
export interface PostgresAccount {
  uid: number;
  gid: number;
}

const accountsByPreference = ['postgres', 'nobody'];
/** The `nobody` of every Linux distribution and of the kernel's overflow ids. */
const overflowAccount: PostgresAccount = { uid: 65_534, gid: 65_534 };

/** PostgreSQL refuses to run as root: root lends it another account, anybody else runs it as themselves. */
export function postgresAccount(): PostgresAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = passwdEntries();
  for (const name of accountsByPreference) {
    const account = accounts.get(name);
    if (account) return account;
  }
  return overflowAccount;
}

function passwdEntries(): Map<string, PostgresAccount> {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return new Map(lines.map((line) => line.split(':')).map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]));
  } catch {
    return new Map();
  }
}

/** Whether the account can enter a folder, every parent included (a clone in a 0700 home is closed to it). */
export function canEnter(folder: string, account: PostgresAccount | undefined): boolean {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

export function giveTo(account: PostgresAccount | undefined, path: string): void {
  if (!account) return;
  const { uid, gid } = lstatSync(path);
  if (uid !== account.uid || gid !== account.gid) chownSync(path, account.uid, account.gid);
}
