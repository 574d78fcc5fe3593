import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Long steps say that they go on, this often. */
const signOfLifeEvery = 15_000;

/** One line when a step begins, one when it ends, with what it took. */
export async function step(words, work) {
  const begun = Date.now();
  process.stdout.write(`→ ${words}…\n`);
  const signOfLife = setInterval(() => process.stdout.write(`  still at it (${seconds(begun)})\n`), signOfLifeEvery);
  try {
    const result = await work();
    process.stdout.write(`✓ ${words} (${seconds(begun)})\n`);
    return result;
  } catch (error) {
    process.stdout.write(`✗ ${words} (${seconds(begun)})\n`);
    throw error;
  } finally {
    clearInterval(signOfLife);
  }
}

export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** A step that failed and has already printed why. */
export class StepFailed extends Error {}

/** Runs a command in the workspace; its own words are shown, or kept and shown only when it fails. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', ...env },
      shell: process.platform === 'win32',
    });
    const said = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr?.on('data', (chunk) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(Buffer.concat(said).toString());
      process.stderr.write(Buffer.concat(said));
      reject(new StepFailed(`${command} ${args.join(' ')} ended with ${code}`));
    });
  });
}

/** A tool of node_modules, run by the Node that runs us. */
export const runTool = (file, args, options) => run(process.execPath, [join(root, 'node_modules', file), ...args], options);
