import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, run, step } from './progress.mjs';

const installed = join(root, 'node_modules', '.cohorte-installed');

/** Installs the packages when they are missing or the list of them has changed since. */
export async function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  const lock = join(root, 'package-lock.json');
  const mark = () => (existsSync(lock) ? wanted.copy().update(readFileSync(lock)).digest('hex') : 'none');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === mark()) return;
  await step('Installing the packages (a minute or two, the first time only)', () => run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true }));
  writeFileSync(installed, mark());
}

const ignored = new Set(['node_modules', 'dist', '.git', '.nx', '.angular', '.data', 'coverage', 'test-results']);

/** A fingerprint of files by path, size and time: enough to know that nothing was edited since the last build. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) visit(join(root, path), hash);
  return hash.digest('hex');
}

function visit(path, hash) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) {
    hash.update(`${relative(root, path)} ${found.size} ${found.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) if (!ignored.has(name)) visit(join(path, name), hash);
}

/** Builds unless the mark of the last build fits what is there now. */
export async function whenChanged({ mark, inputs, outputs }, build) {
  const now = fingerprint(inputs);
  const file = join(root, mark);
  const done = outputs.every((output) => existsSync(join(root, output)));
  if (done && existsSync(file) && readFileSync(file, 'utf8') === now) return false;
  await build();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, now);
  return true;
}
