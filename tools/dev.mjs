/** `npm run dev`: builds again at every change, restarts the server and reloads the open pages. */
import './node-version.mjs';
import { fork, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { installPackages } from './preparation.mjs';
import { root } from './progress.mjs';

await installPackages();
const { watchServer } = await import('./server-bundle.mjs');

const pages = join(root, 'dist/web/browser');
const begun = Date.now();
let server;
let stopping = false;

const web = spawn(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run', 'web:build:development', '--watch', '--skip-nx-cache', '--output-style=stream'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
});
web.once('exit', () => void stop(1));

async function restart() {
  const former = server;
  server = undefined;
  if (former && former.exitCode === null) {
    const ended = new Promise((resolve) => former.once('exit', resolve));
    former.kill('SIGTERM');
    await ended;
  }
  if (stopping) return;
  server = fork(join(root, 'dist/api/main.js'), {
    cwd: root,
    execArgv: ['--enable-source-maps'],
    env: { NODE_ENV: 'development', LOG_LEVEL: 'info', ...process.env },
  });
}

let queue = Promise.resolve();
const restartSoon = () => (queue = queue.then(restart));

async function stop(exitCode) {
  if (stopping) return;
  stopping = true;
  web.kill('SIGTERM');
  await queue;
  if (server && server.exitCode === null) {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
  }
  process.exit(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop(0));

/** When the pages were last written; 0 while there are none of this run. */
function pagesBuiltAt() {
  try {
    const newest = Math.max(...readdirSync(pages).map((name) => statSync(join(pages, name)).mtimeMs));
    return newest > begun && statSync(join(pages, 'index.csr.html')).size > 0 ? newest : 0;
  } catch {
    return 0;
  }
}

while (pagesBuiltAt() === 0) await wait(300);

const onBuilt = {
  name: 'restart',
  setup: (builder) => builder.onEnd(({ errors }) => (errors.length === 0 ? restartSoon() : undefined)),
};
await watchServer({ entry: 'libs/library/server/reading/read-file.process.ts', outfile: 'dist/api/file-reader.js' });
await watchServer({ entry: 'apps/api/src/main.ts', outfile: 'dist/api/main.js', plugins: [onBuilt] });

// The server lists the files it serves when it starts, so new pages need a new start; an open page then reloads itself.
let served = pagesBuiltAt();
while (!stopping) {
  await wait(500);
  const built = pagesBuiltAt();
  if (built === 0 || built === served) continue;
  await wait(300);
  if (pagesBuiltAt() !== built) continue;
  served = built;
  restartSoon();
}
