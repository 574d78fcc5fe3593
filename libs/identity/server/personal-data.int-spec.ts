import { Injectable } from '@nestjs/common';
import { IdentityApp } from './identity.fixtures';
import { KeepsPersonalData, type PersonalDataSource } from './personal-data';

@KeepsPersonalData('poems')
@Injectable()
class Poems implements PersonalDataSource {
  personalDataOf(personId: string) {
    return Promise.resolve({ writtenBy: personId, lines: ['Sous le pont Mirabeau'] });
  }
}

describe('personal data', () => {
  let identity: IdentityApp;
  beforeAll(async () => {
    identity = await IdentityApp.start({ providers: [Poems] });
  });
  afterAll(() => identity.close());

  it('leaves whole: what is stored here and what every domain adds, no secret with it', async () => {
    const id = await identity.aPerson('mine@chu.example', 'Solène Prigent');
    const browser = await identity.signedIn('mine@chu.example');
    const mine = await browser.get('/me/export');
    expect(mine.body).toMatchObject({
      identity: { person: { id, name: 'Solène Prigent', email: 'mine@chu.example' }, sessions: [{ browser: expect.stringContaining('Firefox') as string }], passkeys: [] },
      domains: { poems: { writtenBy: id } },
    });
    const [session] = await identity.rows<{ token: string }>('SELECT token FROM identity_session WHERE person_id = $1', [id]);
    expect(JSON.stringify(mine.body)).not.toContain(session?.token);
  });

  it('is erased on a typed confirmation only', async () => {
    await identity.aPerson('careful@chu.example');
    const browser = await identity.signedIn('careful@chu.example');
    expect(await browser.post('/me/erasure', { confirmation: 'oui' })).toMatchObject({ status: 400, body: { code: 'identity.confirmation-differs' } });
    expect((await browser.get('/me')).body).toMatchObject({ status: 'signed-in' });
  });

  it('goes when erased, while the id that signs contributions stays under no name', async () => {
    const id = await identity.aPerson('gone@chu.example', 'Nom À Oublier');
    const [desk, phone] = [await identity.signedIn('gone@chu.example'), await identity.signedIn('gone@chu.example')];
    expect((await desk.post('/me/erasure', { confirmation: ' Gone@chu.example' })).status).toBe(200);
    expect((await phone.get('/me')).body).toMatchObject({ status: 'visitor' });
    const [person] = await identity.rows('SELECT * FROM identity_person WHERE id = $1', [id]);
    expect(JSON.stringify(person)).not.toMatch(/Oublier|gone@/);
    expect(await identity.rows('SELECT id, name FROM identity_names($1)', [[id]])).toEqual([{ id, name: null }]);
    expect(await identity.rows('SELECT name, payload FROM platform_outbox')).toEqual([{ name: 'identity.person-erased', payload: { personId: id } }]);
    expect(await identity.rows('SELECT 1 FROM identity_session WHERE person_id = $1', [id])).toEqual([]);
  });

  it('lets the same address come back as somebody new', async () => {
    const first = await identity.aPerson('again@chu.example');
    const browser = await identity.signedIn('again@chu.example');
    await browser.post('/me/erasure', { confirmation: 'again@chu.example' });
    const second = await identity.aPerson('again@chu.example');
    expect(second).not.toBe(first);
    expect((await (await identity.signedIn('again@chu.example')).get('/me')).body).toMatchObject({ person: { id: second } });
  });
});
