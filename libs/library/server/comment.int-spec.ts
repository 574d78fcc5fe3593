import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, newId, type TestApp } from '@cohorte/platform/server';
import { CommentService } from './comment.service';
import { LibraryModule } from './library.module';
import { ResourceService } from './resource.service';

const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let place: Awaited<ReturnType<typeof aResourceInUse>>;

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  place = await aResourceInUse();
});
afterAll(() => app.close());

/** A public resource of a network, and those who may come by. */
async function aResourceInUse() {
  const given = new NetworksFixtures(app);
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const caen = await given.aStructure(networkId, { name: `CHU de Caen ${newId()}` });
  const as = async (role: Parameters<NetworksFixtures['someone']>[0], spaceId: string): Promise<Actor> => given.actor(await given.someone(role, spaceId));
  const animator = await as('animator', networkId);
  const { id } = await app.get(ResourceService).deposit(animator, {
    requestId: newId(), then: 'publish',
    fields: {
      form: 'guide', title: 'Guide', summary: 'Utile.', content: '', clause: null, link: null, publisher: '', year: null, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [], territories: [],
      audiences: [], legal: [], tags: [], cpv: [], access: 'public', spaceId: networkId, checkedOn: null, reviewOn: null,
    },
  });
  return { resourceId: id, animator, lead: await as('lead', caen), member: await as('member', caen), guest: await as('guest', networkId), stranger: await as('animator', await given.aNetwork(`Ailleurs ${newId()}`)) };
}

const comments = () => app.get(CommentService);

it('someone of the network tells what their structure used it for; colleagues read it with its structure', async () => {
  const { resourceId, member, lead } = place;
  await comments().add(member, { resourceId, body: 'Nous l’avons utilisé pour le marché de chauffage.', follow: false });
  expect(await comments().list(lead, resourceId)).toMatchObject({ mayWrite: true, comments: [{ body: 'Nous l’avons utilisé pour le marché de chauffage.', structureName: expect.stringContaining('CHU de Caen'), edition: 1, mayRemove: false }] });
});

it('is not for guests, other networks or visitors, though the page is public', async () => {
  const { resourceId, guest, stranger } = place;
  for (const actor of [guest, stranger]) {
    await expect(comments().list(actor, resourceId)).rejects.toEqual(named('library.not-found'));
    await expect(comments().add(actor, { resourceId, body: 'Bonjour', follow: false })).rejects.toEqual(named('library.not-found'));
  }
  for (const actor of [guest, stranger, visitor]) {
    const rows = await app.get(Database).transaction(actor, (tx) => tx.query<unknown[]>('SELECT 1 FROM library_comment WHERE resource_id = $1', [resourceId]));
    expect(rows).toEqual([]);
  }
});

it('one takes back one’s own words; animators moderate; nobody else does', async () => {
  const { resourceId, member, lead, animator } = place;
  const first = await comments().add(member, { resourceId, body: 'Premier essai', follow: false });
  const second = await comments().add(member, { resourceId, body: 'Second essai', follow: false });
  await expect(comments().remove(lead, { resourceId, commentId: first.id })).rejects.toEqual(named('library.not-yours'));
  await comments().remove(member, { resourceId, commentId: first.id });
  await comments().remove(animator, { resourceId, commentId: second.id });
  await expect(comments().remove(member, { resourceId, commentId: first.id })).rejects.toEqual(named('library.comment-not-found'));
});
