/**
 * `npm start`: from a fresh clone to a served page. Uses nothing but Node until the packages are there, then becomes the
 * server itself, so that Ctrl-C and SIGTERM reach it directly.
 */
import './node-version.mjs';
import * as util from 'node:util';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { installPackages } from './preparation.mjs';
import { root, StepFailed } from './progress.mjs';

const help = `npm start -- [--port 4300] [--empty]

  --port   the port to listen on (4200 unless PORT says otherwise)
  --empty  without the demo: the first page creates your network and its first animator`;

function readArguments() {
  try {
    return util.parseArgs({ options: { port: { type: 'string' }, empty: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${help}\n`);
    process.exit(2);
  }
}

const { port, empty, help: helpWanted } = readArguments();
if (helpWanted) {
  process.stdout.write(`${help}\n`);
  process.exit(0);
}
if (port !== undefined) process.env.PORT = port;
if (empty) process.env.DEMO = '0';

try {
  await installPackages();
  const { buildAll } = await import('./build.mjs');
  await buildAll();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.stderr.write('\nCohorte could not be prepared: the lines above say why.\n');
  process.exit(1);
}

// Until the server listens for signals itself, there is nothing to close.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(0);
  });
}

// npm hands SIGTERM to the shell between us, which dies of it and tells nobody: losing that shell is the signal.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

process.chdir(root);
process.setSourceMapsEnabled(true);
process.stdout.write('→ Starting…\n');
await import(pathToFileURL(join(root, 'dist/api/main.js')).href);
