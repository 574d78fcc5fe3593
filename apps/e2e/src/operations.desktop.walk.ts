import { lettersTo, signInAs } from './support/sign-in';
import { expect, test } from './support/walk';

const member = 'mehdi.benali@ght-rouen-coeur-seine.example';

test.describe('running the server', () => {
  test('a person stays signed in through a kill of the server and of PostgreSQL', async ({ ownServer, browser, surprises }) => {
    test.setTimeout(240_000);
    surprises.expectOutages();
    const server = await ownServer();
    const context = await browser.newContext({ baseURL: server.url });
    surprises.watch(context);
    const page = await context.newPage();
    await signInAs(page, member, server.url);
    await server.kill();
    await expect(page.request.get('/health/live')).rejects.toThrow();
    await server.run();
    const me = await page.request.get('/api/me');
    expect(await me.json()).toMatchObject({ status: 'signed-in' });
    expect((await lettersTo(page.request, server.url, member)).length).toBeGreaterThan(0);
    await context.close();
  });

  test('the server gets over the death of its database by itself', async ({ ownServer, request }) => {
    test.setTimeout(240_000);
    const server = await ownServer({ demo: false });
    server.killDatabase();
    await expect(async () => expect((await request.get(`${server.url}/health/ready`)).status()).toBe(200)).toPass({ timeout: 60_000 });
    // The first answers after the death may come from before it was noticed.
    await expect(async () => expect(await (await request.get(`${server.url}/api/mailbox`)).json()).toEqual({ letters: [] })).toPass({ timeout: 60_000 });
  });

  test('a stop in good order ends with 0', async ({ ownServer }) => {
    const server = await ownServer({ demo: false });
    expect(await server.stop()).toBe(0);
  });
});
