import { IdentityApp } from './identity.fixtures';

describe('signing in with a mailed code', () => {
  let identity: IdentityApp;
  beforeAll(async () => {
    identity = await IdentityApp.start();
  });
  afterAll(() => identity.close());

  it('lets someone in once with the code of the letter', async () => {
    const id = await identity.aPerson('once@chu.example');
    const browser = identity.browser();
    const code = await identity.codeFor(browser, 'once@chu.example');
    const entered = await browser.post('/sign-in/code', { email: 'Once@chu.example ', code });
    expect(entered).toMatchObject({ status: 200, body: { step: 'signed-in' } });
    expect(entered.cookies[0]).toMatch(/^cohorte\.session_token=.*HttpOnly.*SameSite=Lax/i);
    expect((await browser.get('/me')).body).toMatchObject({ status: 'signed-in', person: { id, email: 'once@chu.example' } });
    expect(await identity.browser().post('/sign-in/code', { email: 'once@chu.example', code })).toMatchObject({ status: 400, body: { code: 'identity.wrong-code' } });
  });

  it('keeps codes and addresses readable nowhere', async () => {
    await identity.aPerson('hashed@chu.example');
    const code = await identity.codeFor(identity.browser(), 'hashed@chu.example');
    const kept = await identity.rows<{ value: string }>(`SELECT value FROM identity_verification WHERE identifier LIKE '%hashed@chu.example'`);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.value).not.toContain(code);
    expect(await identity.rows('SELECT * FROM identity_code_request')).toHaveLength(0);
  });

  it('puts the code behind the # of the link, so that it reaches no log', async () => {
    await identity.aPerson('link@chu.example');
    const code = await identity.codeFor(identity.browser(), 'link@chu.example');
    expect((await identity.letterTo('link@chu.example'))?.html).toContain(`/connexion/code#email=link%40chu.example&amp;code=${code}`);
  });

  it('consumes nothing when the link is merely opened', async () => {
    await identity.aPerson('scanner@chu.example');
    const browser = identity.browser();
    const code = await identity.codeFor(browser, 'scanner@chu.example');
    await identity.browser().get('/sign-in/code');
    await identity.browser().get('/me');
    expect(await browser.post('/sign-in/code', { email: 'scanner@chu.example', code })).toMatchObject({ status: 200 });
  });

  it('refuses a code after ten minutes', async () => {
    await identity.aPerson('late@chu.example');
    const browser = identity.browser();
    const code = await identity.codeFor(browser, 'late@chu.example');
    const [kept] = await identity.rows<{ seconds: number }>(`SELECT extract(epoch FROM expires_at - now())::int AS seconds FROM identity_verification WHERE identifier LIKE '%late@chu.example'`);
    expect(kept?.seconds).toBeGreaterThan(590);
    expect(kept?.seconds).toBeLessThanOrEqual(600);
    await identity.rows(`UPDATE identity_verification SET expires_at = now() - interval '1 second' WHERE identifier LIKE '%late@chu.example'`);
    expect(await browser.post('/sign-in/code', { email: 'late@chu.example', code })).toMatchObject({ status: 400, body: { code: 'identity.wrong-code' } });
  });

  it('forgets the first code when a second one is mailed', async () => {
    await identity.aPerson('twice@chu.example');
    const browser = identity.browser();
    const first = await identity.codeFor(browser, 'twice@chu.example');
    const second = await identity.codeFor(browser, 'twice@chu.example');
    if (first !== second) expect((await browser.post('/sign-in/code', { email: 'twice@chu.example', code: first })).status).toBe(400);
    expect((await browser.post('/sign-in/code', { email: 'twice@chu.example', code: second })).status).toBe(200);
  });

  it('answers the same for an unknown address, which is told how to be invited', async () => {
    await identity.aPerson('known@chu.example');
    const known = await identity.browser().post('/sign-in/code-requests', { email: 'known@chu.example' });
    const unknown = await identity.browser().post('/sign-in/code-requests', { email: 'unknown@chu.example' });
    expect({ status: unknown.status, body: unknown.body }).toEqual({ status: known.status, body: known.body });
    const letter = await identity.letterTo('unknown@chu.example');
    expect(letter?.body).toContain('invitation');
    expect(letter?.subject).not.toMatch(/\d{6}/);
    const wrong = { email: 'known@chu.example', code: '000000' };
    const known400 = await identity.browser().post('/sign-in/code', wrong);
    const unknown400 = await identity.browser().post('/sign-in/code', { ...wrong, email: 'unknown@chu.example' });
    expect(unknown400).toMatchObject({ status: known400.status, body: { code: known400.body['code'] } });
  });

  it('writes to a stranger once an hour at most', async () => {
    for (let time = 0; time < 3; time += 1) await identity.browser().post('/sign-in/code-requests', { email: 'stranger@chu.example' });
    await identity.letterTo('stranger@chu.example');
    expect(await identity.rows(`SELECT 1 FROM platform_mailbox WHERE recipient = 'stranger@chu.example'`)).toHaveLength(1);
  });

  it.each([
    ['an address that is none', { email: 'not an address', code: '123456' }, 'email'],
    ['a code with letters', { email: 'a@chu.example', code: '12345a' }, 'code'],
    ['an unknown field', { email: 'a@chu.example', code: '123456', admin: true }, 'admin'],
    ['nothing', {}, 'email'],
  ])('refuses %s by name', async (_what, input, field) => {
    const refused = await identity.browser().post('/sign-in/code', input);
    expect(refused).toMatchObject({ status: 400, body: { code: 'platform.bad-input' } });
    expect(Object.keys(refused.body['fields'] as object)).toContain(field);
  });
});

describe('limits on signing in', () => {
  let identity: IdentityApp;
  beforeAll(async () => {
    identity = await IdentityApp.start();
  });
  afterAll(() => identity.close());

  it('sends five codes in a quarter of an hour, then says how long to wait', async () => {
    await identity.aPerson('often@chu.example');
    const statuses = [];
    for (let time = 0; time < 5; time += 1) statuses.push((await identity.browser().post('/sign-in/code-requests', { email: 'often@chu.example' })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    const sixth = await identity.browser().post('/sign-in/code-requests', { email: 'often@chu.example' });
    expect(sixth).toMatchObject({ status: 429, body: { code: 'identity.too-many-codes', details: { retryInMinutes: 15 } } });
  });

  it('stops guessing: five tries a code, ten tries an address', async () => {
    await identity.aPerson('guessed@chu.example');
    const browser = identity.browser();
    const code = await identity.codeFor(browser, 'guessed@chu.example');
    const wrong = code === '111111' ? '222222' : '111111';
    for (let guess = 0; guess < 5; guess += 1) expect((await browser.post('/sign-in/code', { email: 'guessed@chu.example', code: wrong })).status).toBe(400);
    expect((await browser.post('/sign-in/code', { email: 'guessed@chu.example', code })).status).toBe(400);
    for (let guess = 0; guess < 4; guess += 1) await browser.post('/sign-in/code', { email: 'guessed@chu.example', code: wrong });
    expect(await browser.post('/sign-in/code', { email: 'guessed@chu.example', code: wrong })).toMatchObject({ status: 429, body: { code: 'identity.too-many-wrong-codes' } });
  });

  it('does not let a burst of guesses slip through together', async () => {
    await identity.aPerson('burst@chu.example');
    const guesses = await Promise.all(Array.from({ length: 25 }, (_, n) => identity.browser().post('/sign-in/code', { email: 'burst@chu.example', code: String(100_000 + n) })));
    expect(guesses.filter(({ status }) => status === 400)).toHaveLength(10);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('lets a whole town hall in behind one network address', async () => {
    const answers = await Promise.all(Array.from({ length: 120 }, (_, n) => identity.browser().post('/sign-in/code-requests', { email: `agent${n}@mairie.example` })));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  it('keeps no address with the attempts', async () => {
    const kept = JSON.stringify(await identity.rows('SELECT key FROM identity_attempt'));
    expect(kept).not.toMatch(/@|127\.0/);
  });
});
