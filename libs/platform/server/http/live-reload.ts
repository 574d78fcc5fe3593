import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const path = '/dev/build';
const started = Date.now();

/** While developing: tells which build is served, so that an open page can see a newer one. */
export function serveBuildStamp(server: FastifyInstance, directory: string): void {
  server.get(path, (_request, reply) => reply.header('cache-control', 'no-store').send({ build: `${started} ${newestIn(directory)}` }));
}

/** Asks once a second, and reloads the page when the pages or the server were built again. */
export function withLiveReload(html: string, nonce: string): string {
  const script = `let known; setInterval(async () => {
    const answer = await fetch('${path}').then((response) => response.text(), () => undefined);
    if (answer && known && answer !== known) location.reload();
    known = answer ?? known;
  }, 1000);`;
  return html.replace('</body>', `<script nonce="${nonce}">${script}</script></body>`);
}

function newestIn(directory: string): number {
  return Math.max(0, ...readdirSync(directory).map((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.mtimeMs ?? 0));
}
