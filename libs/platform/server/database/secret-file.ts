import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

type Secrets = Record<string, unknown>;

const fileName = 'secrets.json';

/** What this installation made up once and must find again at every start: one file in the data folder, for its owner alone. */
export function keepSecret<T>(dataDir: string, name: string, make: () => T): T {
  const secrets = readSecrets(dataDir);
  if (name in secrets) return secrets[name] as T;
  const value = make();
  saveSecret(dataDir, name, value);
  return value;
}

export function saveSecret(dataDir: string, name: string, value: unknown): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const path = join(dataDir, fileName);
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify({ ...readSecrets(dataDir), [name]: value }, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

export function randomSecret(bytes = 24): string {
  return randomBytes(bytes).toString('hex');
}

function readSecrets(dataDir: string): Secrets {
  try {
    return JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
