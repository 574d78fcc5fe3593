import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleServer } from '../server-bundle.mjs';
import { step } from '../progress.mjs';
import { Hocuspocus } from './peers/hocuspocus.mjs';
import { Ours } from './peers/ours.mjs';
import { YWebsocket } from './peers/y-websocket.mjs';

const kinds = { ours: Ours, hocuspocus: Hocuspocus, 'y-websocket': YWebsocket };
export const peerNames = Object.keys(kinds);

/** What is written in TypeScript and used here: our wire, and the embedded PostgreSQL that Hocuspocus gets too. */
export async function bundleParts() {
  await step('Bundling the bench’s own parts', async () => {
    await bundleServer({ entry: 'tools/bench/wires/ours.wire.ts', outfile: 'dist/bench/ours.wire.mjs' });
    await bundleServer({ entry: 'tools/bench/peers/postgres.ts', outfile: 'dist/bench/postgres.mjs' });
  });
  return import('../../dist/bench/postgres.mjs');
}

const running = new Set();

/** A server on fresh data for one piece of work, or on data that is `kept`; whatever happens, it is stopped and fresh data thrown away. */
export async function withServer(name, { kept, ...parts }, work) {
  const folder = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), `cohorte-bench-${name}-`));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const target = new kinds[name]({ folder, ...parts });
  running.add(target);
  try {
    await target.start();
    return await work(target);
  } finally {
    await target.discard().catch(() => undefined);
    running.delete(target);
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void Promise.all([...running].map((target) => target.discard().catch(() => undefined))).then(() => process.exit(1)));
}
