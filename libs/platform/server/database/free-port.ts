import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems lend to outgoing connections, so that a kept port is still free at the next start. */
const lowest = 20_000;
const highest = 32_000;

/** Rejects as `listen` would; asked before the long work of a start, so that it fails at once. */
export function assertPortFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()));
  });
}

export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return assertPortFree(port, host).then(
    () => true,
    () => false,
  );
}

export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(lowest, highest);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port between ${lowest} and ${highest}`);
}
