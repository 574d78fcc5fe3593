import { personErased } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { createTestApp, Database, Events, newId, OutboxDispatcher, type TestApp } from '@cohorte/platform/server';
import { CommentService } from '../comment.service';
import { LibraryModule } from '../library.module';
import { LibraryPersonalData } from '../library-personal-data';
import { ResourceService } from '../resource.service';
import { FollowService } from './follow.service';

const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let place: { networkId: string; animator: Actor; member: Actor; lead: Actor; stranger: Actor };

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  const given = new NetworksFixtures(app);
  const networkId = await given.aNetwork('Réseau');
  const caen = await given.aStructure(networkId, { name: 'CHU de Caen' });
  const as = async (role: Parameters<NetworksFixtures['someone']>[0], spaceId: string): Promise<Actor> => given.actor(await given.someone(role, spaceId));
  place = { networkId, animator: await as('animator', networkId), member: await as('member', caen), lead: await as('lead', caen), stranger: await as('member', await given.aStructure(await given.aNetwork('Ailleurs'), { name: 'Ville' })) };
});
afterAll(() => app.close());

const follows = () => app.get(FollowService);
const published = async (access: 'public' | 'network' = 'network', then: 'keep' | 'publish' = 'publish'): Promise<string> => {
  const { id } = await app.get(ResourceService).deposit(place.animator, {
    requestId: newId(), then,
    fields: {
      form: 'guide', title: `Guide ${newId().slice(-6)}`, summary: 'Utile.', content: '', clause: null, link: null, publisher: '', year: null, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [], territories: [],
      audiences: [], legal: [], tags: [], cpv: [], access, spaceId: place.networkId, checkedOn: null, reviewOn: null,
    },
  });
  return id;
};
const ids = async (actor: Actor): Promise<string[]> => (await follows().list(actor)).resources.map(({ id }) => id);

it('one asks to be told, sees what one follows, and stops; twice is once', async () => {
  const { member, lead } = place;
  const resourceId = await published();
  for (let times = 0; times < 2; times++) await follows().set(member, { resourceId, follows: true });
  expect(await follows().open(member, resourceId)).toEqual({ follows: true, mayFollow: true });
  expect(await follows().open(lead, resourceId)).toEqual({ follows: false, mayFollow: true });
  expect([await ids(member), await ids(lead)]).toEqual([[resourceId], []]);
  for (let times = 0; times < 2; times++) await follows().set(member, { resourceId, follows: false });
  expect(await ids(member)).toEqual([]);
});

it('is for who may read what is published; each knows of their own only', async () => {
  const { member, lead, stranger, animator } = place;
  const [inside, outside, draft] = [await published(), await published('public'), await published('network', 'keep')];
  for (const follow of [true, false]) await expect(follows().set(stranger, { resourceId: inside, follows: follow })).rejects.toEqual(named('library.not-found'));
  await expect(follows().open(stranger, inside)).rejects.toEqual(named('library.not-found'));
  await expect(follows().set(animator, { resourceId: draft, follows: true })).rejects.toEqual(named('library.not-yours'));
  await follows().set(stranger, { resourceId: outside, follows: true });
  await follows().set(member, { resourceId: outside, follows: true });
  const rows = (actor: Actor) => app.get(Database).transaction(actor, (tx) => tx.query<{ personId: string }[]>('SELECT person_id AS "personId" FROM library_follow WHERE resource_id = $1', [outside]));
  expect([await rows(member), await rows(lead)]).toEqual([[{ personId: member.personId }], []]);
  await expect(app.get(Database).transaction(lead, (tx) => tx.query('INSERT INTO library_follow (resource_id, person_id, since) VALUES ($1, $2, now())', [outside, member.personId]))).rejects.toThrow(/row-level security/);
});

it('what is closed to me since is in my list no more, and I may still leave it', async () => {
  const { stranger, animator } = place;
  const resourceId = await published('public');
  await follows().set(stranger, { resourceId, follows: true });
  await app.get(Database).transaction({ system: 'library' }, (tx) => tx.query(`UPDATE library_resource SET access = 'network' WHERE id = $1`, [resourceId]));
  expect(await ids(stranger)).not.toContain(resourceId);
  await follows().set(stranger, { resourceId, follows: false });
  await expect(follows().set(stranger, { resourceId, follows: false })).rejects.toEqual(named('library.not-found'));
  await app.get(ResourceService).retire(animator, { resourceId, version: 1, note: 'Dépassée.' });
  await expect(follows().set(animator, { resourceId, follows: true })).rejects.toEqual(named('library.not-yours'));
});

it('who tells what they used it for is told of what comes next, if they say so', async () => {
  const { member, lead } = place;
  const resourceId = await published();
  await app.get(CommentService).add(member, { resourceId, body: 'Pour notre marché.', follow: true });
  await app.get(CommentService).add(lead, { resourceId, body: 'Pour le nôtre.', follow: false });
  expect([(await follows().open(member, resourceId)).follows, (await follows().open(lead, resourceId)).follows]).toEqual([true, false]);
});

it('is in one’s own data, and goes with the person', async () => {
  const { lead } = place;
  const resourceId = await published();
  await follows().set(lead, { resourceId, follows: true });
  expect((await app.get(LibraryPersonalData).personalDataOf(lead.personId))['follows']).toHaveLength(1);
  await app.get(Database).transaction({ system: 'identity' }, (tx) => app.get(Events).publish(tx, personErased, { personId: lead.personId }));
  await app.get(OutboxDispatcher).deliverDue();
  expect((await app.get(LibraryPersonalData).personalDataOf(lead.personId))['follows']).toEqual([]);
});
