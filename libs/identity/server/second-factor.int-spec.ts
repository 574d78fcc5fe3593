import { createHmac } from 'node:crypto';
import { Module } from '@nestjs/common';
import { type Browser, IdentityApp } from './identity.fixtures';
import { Authenticator } from './passkey.fixtures';
import { SecondFactorPolicy } from './second-factor.policy';

const publicUrl = 'https://cohorte.example';

/** What an authenticator application shows (RFC 6238), `steps` half-minutes from now. */
function applicationCode(secret: string, steps = 0): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash[19] ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

class EverybodyWhoAnimates extends SecondFactorPolicy {
  needsSecondFactor = (): Promise<boolean> => Promise.resolve(true);
}

@Module({ providers: [{ provide: SecondFactorPolicy, useClass: EverybodyWhoAnimates }] })
class Roles {}

describe('an authenticator application', () => {
  let identity: IdentityApp;
  beforeAll(async () => {
    identity = await IdentityApp.start();
  });
  afterAll(() => identity.close());

  async function withApplication(email: string): Promise<{ browser: Browser; secret: string; recoveryCodes: string[] }> {
    await identity.aPerson(email);
    const browser = await identity.signedIn(email);
    const secret = String((await browser.post('/me/totp')).body['secret']);
    const confirmed = await browser.post('/me/totp/confirmation', { code: applicationCode(secret) });
    expect(confirmed.status).toBe(200);
    return { browser, secret, recoveryCodes: confirmed.body['recoveryCodes'] as string[] };
  }

  async function halfSignedIn(email: string): Promise<Browser> {
    const browser = identity.browser();
    const answer = await browser.post('/sign-in/code', { email, code: await identity.codeFor(browser, email) });
    expect(answer.body).toEqual({ step: 'second-factor' });
    return browser;
  }

  it('is set up with a picture and a first right code', async () => {
    await identity.aPerson('setup@chu.example');
    const browser = await identity.signedIn('setup@chu.example');
    const started = await browser.post('/me/totp');
    expect(started.body['qrCode']).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(await browser.post('/me/totp/confirmation', { code: '000000' })).toMatchObject({ status: 400, body: { code: 'identity.wrong-second-factor' } });
    expect((await browser.get('/me')).body).toMatchObject({ secondFactor: { totp: false } });
    const confirmed = await browser.post('/me/totp/confirmation', { code: applicationCode(String(started.body['secret'])) });
    expect(confirmed.body['recoveryCodes']).toHaveLength(10);
    expect((await browser.get('/me')).body).toMatchObject({ status: 'signed-in', secondFactor: { totp: true } });
    expect((await browser.post('/me/totp')).status).toBe(409);
  });

  it('is asked for after the mailed code; until then nobody is signed in', async () => {
    const { secret } = await withApplication('half@chu.example');
    const browser = await halfSignedIn('half@chu.example');
    expect((await browser.get('/me')).body).toEqual({ status: 'second-factor', person: null, secondFactor: null });
    for (const path of ['/me/sessions', '/me/export', '/me/passkeys']) expect((await browser.get(path)).status).toBe(401);
    expect((await browser.post('/me/totp/removal', { code: applicationCode(secret, 1) })).status).toBe(401);
    expect(await browser.post('/sign-in/second-factor', { code: applicationCode(secret) })).toMatchObject({ status: 200, body: { step: 'signed-in' } });
    expect((await browser.get('/me')).body).toMatchObject({ status: 'signed-in' });
  });

  it('signs in once with each code', async () => {
    const { secret } = await withApplication('replay@chu.example');
    const code = applicationCode(secret);
    expect((await (await halfSignedIn('replay@chu.example')).post('/sign-in/second-factor', { code })).status).toBe(200);
    expect((await (await halfSignedIn('replay@chu.example')).post('/sign-in/second-factor', { code })).status).toBe(400);
  });

  it('gives way to a recovery code, which is then spent', async () => {
    const { recoveryCodes } = await withApplication('lost@chu.example');
    const recoveryCode = recoveryCodes[3] ?? '';
    expect((await (await halfSignedIn('lost@chu.example')).post('/sign-in/second-factor', { recoveryCode })).status).toBe(200);
    expect((await (await halfSignedIn('lost@chu.example')).post('/sign-in/second-factor', { recoveryCode })).status).toBe(400);
  });

  it('cannot be guessed: ten wrong codes, then a wait', async () => {
    await withApplication('guess@chu.example');
    const browser = await halfSignedIn('guess@chu.example');
    for (let guess = 0; guess < 10; guess += 1) expect((await browser.post('/sign-in/second-factor', { code: '000000' })).status).toBe(400);
    expect(await browser.post('/sign-in/second-factor', { code: '000000' })).toMatchObject({ status: 429, body: { code: 'identity.too-many-second-factors' } });
  });

  it('is given up, and its recovery codes renewed, with one of its codes only', async () => {
    const { browser, secret, recoveryCodes } = await withApplication('giveup@chu.example');
    expect((await browser.post('/me/totp/removal', { code: '000000' })).status).toBe(400);
    const renewed = await browser.post('/me/recovery-codes', { code: applicationCode(secret) });
    expect(renewed.body['recoveryCodes']).toHaveLength(10);
    expect(renewed.body['recoveryCodes']).not.toEqual(recoveryCodes);
    expect((await browser.post('/me/totp/removal', { code: applicationCode(secret) })).status).toBe(200);
    expect((await browser.get('/me')).body).toMatchObject({ status: 'signed-in', secondFactor: { totp: false } });
    expect(await browser.post('/me/totp/removal', { code: '000000' })).toMatchObject({ status: 409, body: { code: 'identity.totp-not-set-up' } });
  });

  it('is awaited for ten minutes, then the mailed code has been for nothing', async () => {
    const { secret } = await withApplication('slow@chu.example');
    const browser = await halfSignedIn('slow@chu.example');
    await identity.rows(`UPDATE identity_session SET created_at = now() - interval '11 minutes' WHERE second_factor_pending`);
    expect((await browser.get('/me')).body).toMatchObject({ status: 'visitor' });
    expect((await browser.post('/sign-in/second-factor', { code: applicationCode(secret) })).status).toBe(401);
  });

  it('needs one of the two kinds of code', async () => {
    expect((await identity.browser().post('/sign-in/second-factor', {})).status).toBe(400);
    expect((await identity.browser().post('/sign-in/second-factor', { code: '123456' })).status).toBe(401);
  });
});

describe('passkeys', () => {
  let identity: IdentityApp;
  beforeAll(async () => {
    identity = await IdentityApp.start({ config: { publicUrl } });
  });
  afterAll(() => identity.close());

  async function withPasskey(email: string, device: Authenticator): Promise<Browser> {
    await identity.aPerson(email);
    const browser = await identity.signedIn(email);
    const { options } = (await browser.post('/me/passkey-options')).body as { options: Parameters<Authenticator['create']>[0] };
    expect(await browser.post('/me/passkeys', { name: 'Ordinateur du bureau', response: device.create(options) })).toMatchObject({ status: 200 });
    return browser;
  }

  async function enterWith(device: Authenticator, browser = identity.browser()) {
    const { options } = (await browser.post('/sign-in/passkey-options')).body as { options: Parameters<Authenticator['use']>[0] };
    const response = device.use(options);
    return { browser, response, answer: await browser.post('/sign-in/passkey', { response }) };
  }

  it('sign in without any letter, and each answer once', async () => {
    const device = new Authenticator(publicUrl);
    await withPasskey('key@chu.example', device);
    const { browser, response, answer } = await enterWith(device);
    expect(answer).toMatchObject({ status: 200, body: { step: 'signed-in' } });
    expect((await browser.get('/me')).body).toMatchObject({ person: { email: 'key@chu.example' }, secondFactor: { passkeys: 1 } });
    expect(await browser.post('/sign-in/passkey', { response })).toMatchObject({ status: 400, body: { code: 'identity.passkey-refused' } });
  });

  it('are not kept when the device did not check its holder, or when made for another site', async () => {
    await identity.aPerson('careless@chu.example');
    const browser = await identity.signedIn('careless@chu.example');
    for (const device of [new Authenticator(publicUrl, false), new Authenticator('https://c0horte.example')]) {
      const { options } = (await browser.post('/me/passkey-options')).body as { options: Parameters<Authenticator['create']>[0] };
      expect(await browser.post('/me/passkeys', { name: 'x', response: device.create(options) })).toMatchObject({ status: 403, body: { code: 'identity.passkey-not-kept' } });
    }
    expect((await browser.get('/me/passkeys')).body).toEqual({ passkeys: [] });
  });

  it('are refused at sign-in when unknown, or when the holder was not checked this time', async () => {
    const device = new Authenticator(publicUrl);
    await withPasskey('once-careless@chu.example', device);
    device.verifies = false;
    expect((await enterWith(device)).answer).toMatchObject({ status: 400, body: { code: 'identity.passkey-refused' } });
    expect((await enterWith(new Authenticator(publicUrl))).answer).toMatchObject({ status: 400, body: { code: 'identity.passkey-refused' } });
  });

  it('are listed and removed by their owner alone', async () => {
    const device = new Authenticator(publicUrl);
    const owner = await withPasskey('list@chu.example', device);
    const other = await withPasskey('list2@chu.example', new Authenticator(publicUrl));
    const [passkey] = (await owner.get('/me/passkeys')).body['passkeys'] as { id: string; name: string }[];
    expect(passkey?.name).toBe('Ordinateur du bureau');
    expect((await other.delete(`/me/passkeys/${passkey?.id}`)).status).toBe(404);
    expect((await owner.delete(`/me/passkeys/${passkey?.id}`)).status).toBe(200);
    expect((await enterWith(device)).answer.status).toBe(400);
  });

  it.each([
    ['nothing', {}],
    ['a shape without content', { response: { id: 'a', rawId: 'a', type: 'public-key', response: {} } }],
    ['text in the place of bytes', { response: { id: 'a', rawId: 'a', type: 'public-key', response: { clientDataJSON: '%%', authenticatorData: 3, signature: null } } }],
  ])('answer bad input by name: %s', async (_what, input) => {
    expect((await identity.browser().post('/sign-in/passkey', input)).status).toBe(400);
    const browser = await identity.signedIn('list@chu.example');
    await browser.post('/me/passkey-options');
    expect([400, 403]).toContain((await browser.post('/me/passkeys', { name: 'x', ...input })).status);
  });
});

describe('a second factor asked of those who animate', () => {
  let identity: IdentityApp;
  beforeAll(async () => {
    identity = await IdentityApp.start({ imports: [Roles] });
  });
  afterAll(() => identity.close());

  it('can be postponed once: asked again at the next sign-in, and no further', async () => {
    await identity.aPerson('animator@reseau.example');
    const first = await identity.signedIn('animator@reseau.example');
    expect((await first.get('/me')).body).toMatchObject({ secondFactor: { asked: true, canPostpone: true } });
    expect((await first.post('/me/second-factor/postponement')).body).toMatchObject({ asked: false });
    expect((await first.get('/me')).body).toMatchObject({ secondFactor: { asked: false } });
    const next = await identity.signedIn('animator@reseau.example');
    expect((await next.get('/me')).body).toMatchObject({ secondFactor: { asked: true, canPostpone: false } });
    expect(await next.post('/me/second-factor/postponement')).toMatchObject({ status: 409, body: { code: 'identity.second-factor-already-postponed' } });
  });
});
