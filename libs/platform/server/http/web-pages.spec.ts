import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { FirstPages } from './first-pages';
import { secure } from './security';
import { serveWebPages } from './web-pages';

let server: FastifyInstance;
let directory: string;
let address: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cohorte-pages-'));
  const script = `console.log('${'bonjour '.repeat(200)}')`;
  await writeFile(join(directory, 'index.csr.html'), '<html><head></head><body>Cohorte</body></html>');
  for (const name of ['chunk-ABCD1234.js', 'chunk-iTJQ-_dm.js', 'manifest.js']) {
    await writeFile(join(directory, name), script);
    await writeFile(join(directory, `${name}.br`), brotliCompressSync(script));
  }
  const firstPages = new FirstPages();
  firstPages.registerDetour(/^\/$/, (headers) => Promise.resolve(headers.get('cookie') === 'known=1' ? '/accueil' : null));
  firstPages.registerDetour(/^\/$/, () => Promise.resolve('/installation'));
  server = fastify();
  secure(server, 'http://127.0.0.1');
  await serveWebPages(server, { directory, keepPages: true, firstPages });
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

const headersOf = async (path: string): Promise<Headers> => (await fetch(`${address}${path}`, { headers: { 'accept-encoding': 'br' } })).headers;

it('a part named after its content is kept by browsers for good; others are asked for again', async () => {
  expect((await headersOf('/chunk-ABCD1234.js')).get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await headersOf('/chunk-iTJQ-_dm.js')).get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await headersOf('/manifest.js')).get('cache-control')).toBe('no-cache');
  expect((await headersOf('/ressources')).get('cache-control')).toBe('no-cache');
});

it('a part comes compressed and carries what concerns it only; the page carries the rest', async () => {
  const part = await headersOf('/chunk-ABCD1234.js');
  expect([part.get('content-encoding'), part.get('x-content-type-options'), part.get('cross-origin-resource-policy'), part.get('content-security-policy')]).toEqual(['br', 'nosniff', 'same-origin', null]);
  const page = await headersOf('/ressources');
  expect(page.get('content-security-policy')).toContain("default-src 'self'");
  expect(page.get('x-frame-options')).toBe('DENY');
  const file = await headersOf('/index.csr.html');
  expect([file.get('content-security-policy'), file.get('x-frame-options')]).toEqual(["default-src 'none'; frame-ancestors 'none'", 'DENY']);
});

it('who is awaited elsewhere is sent there, and asks again the next time', async () => {
  const answer = await fetch(`${address}/`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([302, '/installation', 'no-store']);
  expect((await fetch(`${address}/`, { redirect: 'manual', headers: { cookie: 'known=1' } })).headers.get('location')).toBe('/accueil');
  expect((await fetch(`${address}/ressources`, { redirect: 'manual' })).status).toBe(200);
});

it('a part that is not there is no page', async () => {
  expect((await fetch(`${address}/chunk-GONE0000.js`)).status).toBe(404);
});
