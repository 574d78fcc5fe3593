import { readFileSync } from 'node:fs';
import WebSocket from 'ws';
import { wait, within } from '../load/clock.mjs';

/**
 * Asks a Node process to collect its garbage, through the inspector that SIGUSR1 opens: memory is compared without what only
 * waits to be thrown away. The same for every server; none is started differently for it. False when it could not be asked.
 */
export async function collectGarbage({ pid, logFile }) {
  try {
    process.kill(pid, 'SIGUSR1');
    const address = await inspectorOf(logFile);
    await within(20_000, 'the inspector did not answer', collectThrough(address));
    return true;
  } catch {
    return false;
  }
}

async function inspectorOf(logFile) {
  for (let tries = 0; tries < 50; tries += 1) {
    await wait(100);
    const found = [...readFileSync(logFile, 'utf8').matchAll(/Debugger listening on (ws:\S+)/g)].at(-1);
    if (found) return found[1];
  }
  throw new Error('no inspector');
}

function collectThrough(address) {
  return new Promise((done, failed) => {
    const inspector = new WebSocket(address);
    inspector.on('error', failed);
    inspector.on('open', () => inspector.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' })));
    inspector.on('message', (text) => {
      if (JSON.parse(text).id !== 1) return;
      inspector.close();
      done();
    });
  });
}
