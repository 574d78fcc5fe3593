import { request } from 'node:http';
import { createTestApp, type TestApp } from '../testing/test-app';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ actor: null });
});
afterAll(() => app?.close());

/** Knocks at the live connection as a program does, which may say anything of itself. */
async function knock(headers: Record<string, string>): Promise<number | undefined> {
  const address = new URL('/live/?EIO=4&transport=polling', await app.address());
  return new Promise((done, failed) => {
    request(address, { headers }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    }).on('error', failed).end();
  });
}

describe('the live connection', () => {
  it('is opened to our own pages, under the public address or the one this process was reached by', async () => {
    const { origin } = new URL(await app.address());
    expect(await knock({ origin })).toBe(200);
    expect(await knock({ 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  it('is opened to no other site, and to nobody who does not say where they come from', async () => {
    const strangers: Record<string, string>[] = [{ origin: 'https://ailleurs.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, {}];
    for (const headers of strangers) expect([headers, await knock(headers)]).toEqual([headers, 403]);
  });
});
