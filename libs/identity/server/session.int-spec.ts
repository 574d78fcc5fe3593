import { Database } from '@cohorte/platform/server';
import { IdentityApp } from './identity.fixtures';
import { People } from './people';

describe('sessions', () => {
  let identity: IdentityApp;
  beforeAll(async () => {
    identity = await IdentityApp.start();
  });
  afterAll(() => identity.close());

  it('end everywhere at once', async () => {
    await identity.aPerson('everywhere@chu.example');
    const [desk, phone] = [await identity.signedIn('everywhere@chu.example'), await identity.signedIn('everywhere@chu.example')];
    expect((await desk.post('/sign-out/everywhere')).status).toBe(200);
    for (const browser of [desk, phone]) {
      expect((await browser.get('/me')).body).toMatchObject({ status: 'visitor', person: null });
      expect((await browser.get('/me/sessions')).status).toBe(401);
    }
  });

  it('end here alone when signing out, and signing out twice is no error', async () => {
    await identity.aPerson('here@chu.example');
    const [desk, phone] = [await identity.signedIn('here@chu.example'), await identity.signedIn('here@chu.example')];
    const kept = new Map(desk.jar);
    await desk.post('/sign-out');
    expect((await desk.post('/sign-out')).status).toBe(200);
    for (const [name, value] of kept) desk.jar.set(name, value);
    expect((await desk.get('/me')).body).toMatchObject({ status: 'visitor' });
    expect((await phone.get('/me')).body).toMatchObject({ status: 'signed-in' });
  });

  it('can be ended one by one by their owner, and by nobody else', async () => {
    await identity.aPerson('owner@chu.example');
    await identity.aPerson('other@chu.example');
    const [desk, phone, other] = [await identity.signedIn('owner@chu.example'), await identity.signedIn('owner@chu.example'), await identity.signedIn('other@chu.example')];
    const sessions = (await desk.get('/me/sessions')).body['sessions'] as { id: string; current: boolean; device: string }[];
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions[0]?.device).toBe('Firefox, Windows');
    const elsewhere = sessions.find(({ current }) => !current)?.id ?? '';
    expect((await other.delete(`/me/sessions/${elsewhere}`)).status).toBe(404);
    expect((await desk.delete(`/me/sessions/${elsewhere}`)).status).toBe(200);
    expect((await phone.get('/me')).body).toMatchObject({ status: 'visitor' });
    expect((await desk.get('/me')).body).toMatchObject({ status: 'signed-in' });
  });

  it('slide forward once a day and run out after thirty', async () => {
    const id = await identity.aPerson('slide@chu.example');
    const browser = await identity.signedIn('slide@chu.example');
    await identity.rows(`UPDATE identity_session SET updated_at = now() - interval '2 days', expires_at = now() + interval '28 days' WHERE person_id = $1`, [id]);
    await browser.get('/me');
    const [slid] = await identity.rows<{ days: number }>('SELECT extract(day FROM expires_at - now())::int AS days FROM identity_session WHERE person_id = $1', [id]);
    expect(slid?.days).toBe(29);
    await identity.rows(`UPDATE identity_session SET expires_at = now() - interval '1 second' WHERE person_id = $1`, [id]);
    expect((await browser.get('/me')).body).toMatchObject({ status: 'visitor' });
  });

  it('keep preferences and profile with the person', async () => {
    await identity.aPerson('profile@chu.example', 'Ancien Nom');
    const browser = await identity.signedIn('profile@chu.example');
    await browser.patch('/me', { name: 'Nouveau Nom', preferences: { theme: 'dark' } });
    const changed = await browser.patch('/me', { language: 'en', preferences: { density: 'compact' } });
    expect(changed.body).toMatchObject({ name: 'Nouveau Nom', language: 'en', preferences: { theme: 'dark', density: 'compact', motion: 'system' } });
    expect(await browser.patch('/me', { name: '  ' })).toMatchObject({ status: 400, body: { fields: { name: 'required' } } });
    expect(await browser.patch('/me', { email: 'x@y.example' })).toMatchObject({ status: 400, body: { fields: { email: 'unknown' } } });
  });
});

describe('row-level security behind identity', () => {
  let identity: IdentityApp;
  let [alice, bob] = ['', ''];
  beforeAll(async () => {
    identity = await IdentityApp.start();
    alice = await identity.aPerson('alice@chu.example', 'Alice');
    bob = await identity.aPerson('bob@chu.example', 'Bob');
    await identity.signedIn('bob@chu.example');
  });
  afterAll(() => identity.close());

  const asAlice = <T>(sql: string, values: unknown[] = []) => identity.app.get(Database).transaction({ personId: alice }, (tx) => tx.query<T>(sql, values));

  it('shows a person their own row only', async () => {
    expect(await asAlice('SELECT id FROM identity_person')).toEqual([{ id: alice }]);
    expect(await asAlice<unknown>('UPDATE identity_person SET name = $1 WHERE id = $2', ['Eve', bob])).toEqual([[], 0]);
    expect(await identity.app.get(Database).transaction({ personId: null }, (tx) => tx.query<unknown[]>('SELECT id FROM identity_person'))).toEqual([]);
  });

  it.each(['identity_session', 'identity_verification', 'identity_account', 'identity_passkey', 'identity_second_factor', 'identity_attempt', 'identity_code_request'])(
    'shows nothing of %s to anybody',
    async (table) => {
      expect(await asAlice(`SELECT * FROM ${table}`)).toEqual([]);
    },
  );

  it('tells the name behind an id, and nothing else', async () => {
    expect(await asAlice('SELECT * FROM identity_names($1)', [[bob]])).toEqual([{ id: bob, name: 'Bob' }]);
  });

  it('lets another domain find and create people inside its own transaction, and takes the power back', async () => {
    const people = identity.app.get(People);
    await identity.app.get(Database).transaction({ personId: alice }, async (tx) => {
      const created = await people.createPerson(tx, { name: 'Chloé', email: ' Chloe@CHU.example', language: 'fr' });
      expect(await people.findByEmail(tx, 'chloe@chu.example')).toEqual({ id: created, name: 'Chloé', email: 'chloe@chu.example', language: 'fr' });
      expect(await people.namesOf(tx, [created, bob, bob])).toEqual(new Map([[created, 'Chloé'], [bob, 'Bob']]));
      expect(await tx.query('SELECT id FROM identity_person')).toEqual([{ id: alice }]);
    });
    await expect(identity.aPerson('CHLOE@chu.example')).rejects.toMatchObject({ code: 'identity.address-already-known' });
  });
});
