import { systemActor, visitor } from '@cohorte/platform/contract';
import { Config, createTestApp, Database, FixedClock, type HttpExchange, mailTokenOf, OutboxDispatcher, type TestApp } from '@cohorte/platform/server';
import type { Actor } from '../contract';
import { InvitationAcceptanceService } from './invitation-acceptance.service';
import { InvitationMailHandler } from './invitation-mail.handler';
import { InvitationService } from './invitation.service';
import { NetworksFixtures } from './networks.fixtures';
import { NetworksModule } from './networks.module';
import { SpaceQueries } from './space.queries';

const day = 86_400_000;
const start = new Date('2024-10-01T09:00:00Z');
const clock = new FixedClock(start);
let app: TestApp;
let given: NetworksFixtures;
let animator: Actor;
let networkId: string;
let structureId: string;
let count = 0;

const freshAddress = () => `invite${(count += 1)}@exemple.fr`;
const named = (code: string) => expect.objectContaining({ code });

/** An HTTP exchange that keeps the cookies set. */
const exchange = (): HttpExchange & { cookies: string[] } => {
  const cookies: string[] = [];
  return { headers: new Headers(), ip: '127.0.0.1', cookies, setHeader: (_name, value) => void cookies.push(...[value].flat()) };
};

const invite = (email: string, role: 'lead' | 'animator' = 'animator', spaceId = networkId, by = animator) => app.get(InvitationService).invite(by, { spaceId, email, role });

async function tokenFor(invitationId: string): Promise<string> {
  const [row] = await given.asSystem((tx) => tx.query<{ nonce: string }[]>('SELECT nonce FROM networks_invitation WHERE id = $1', [invitationId]));
  return mailTokenOf(app.get(Config).value.secret, 'networks.invitation', { id: invitationId, nonce: row?.nonce ?? '' });
}

const accept = (token: string, name?: string, as: Actor | typeof visitor = visitor, http = exchange()) => app.get(InvitationAcceptanceService).accept(as, { token, name }, http);
const peopleOf = (spaceId: string) => given.asSystem((tx) => app.get(SpaceQueries).peopleOf(tx, spaceId));

beforeAll(async () => {
  app = await createTestApp({ imports: [NetworksModule], actor: null, clock });
  given = new NetworksFixtures(app);
  networkId = await given.aNetwork();
  structureId = await given.aStructure(networkId, { name: 'CH de Dieppe' });
  animator = await given.actor(await given.someone('animator', networkId, 'Claire Morel'));
});
afterEach(() => clock.set(start));
afterAll(() => app.close());

it('a newcomer reads who invites to what, gives a name, and is signed in and a member', async () => {
  const email = freshAddress();
  const token = await tokenFor((await invite(email)).id);
  expect(await app.get(InvitationAcceptanceService).view(token)).toMatchObject({ spaceName: 'RAN CoPER', spaceKind: 'network', invitedBy: 'Claire Morel', email, needsName: true });
  const http = exchange();
  expect(await accept(token, 'Hugo Petit', visitor, http)).toEqual({ spaceId: networkId, spaceKind: 'network', signedIn: true });
  expect(http.cookies).toHaveLength(1);
  const [joined] = await given.asSystem((tx) => tx.query<{ role: string }[]>('SELECT m.role FROM networks_membership m JOIN identity_person p ON p.id = m.person_id WHERE p.email = $1', [email]));
  expect(joined?.role).toBe('animator');
});

it('a newcomer without a name is asked for it, and the invitation stays good', async () => {
  const token = await tokenFor((await invite(freshAddress())).id);
  await expect(accept(token)).rejects.toEqual(named('networks.name-needed'));
  await expect(accept(token, 'Lina Roy')).resolves.toMatchObject({ signedIn: true });
});

it('looking at an invitation consumes nothing', async () => {
  const token = await tokenFor((await invite(freshAddress())).id);
  for (let look = 0; look < 3; look += 1) await app.get(InvitationAcceptanceService).view(token);
  await expect(accept(token, 'Inès Blanc')).resolves.toBeTruthy();
});

it('a link works once', async () => {
  const token = await tokenFor((await invite(freshAddress())).id);
  await accept(token, 'Paul Noir');
  await expect(accept(token, 'Paul Noir')).rejects.toEqual(named('networks.invitation-used'));
  await expect(app.get(InvitationAcceptanceService).view(token)).rejects.toEqual(named('networks.invitation-used'));
});

it('two acceptances at the same time make one account and one membership', async () => {
  const email = freshAddress();
  const token = await tokenFor((await invite(email)).id);
  const outcomes = await Promise.allSettled([accept(token, 'Zoé Vert'), accept(token, 'Zoé Vert'), accept(token, 'Zoé Vert')]);
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  const rows = await given.asSystem((tx) => tx.query<unknown[]>('SELECT m.id FROM networks_membership m JOIN identity_person p ON p.id = m.person_id WHERE p.email = $1', [email]));
  expect(rows).toHaveLength(1);
});

it('a link is dead after fourteen days, and sending anew gives a good one', async () => {
  const invitation = await invite(freshAddress());
  const old = await tokenFor(invitation.id);
  clock.set(new Date(start.getTime() + 14 * day));
  await expect(accept(old, 'Noé Gris')).rejects.toEqual(named('networks.invitation-expired'));
  await app.get(InvitationService).resend(animator, invitation.id);
  await expect(accept(old, 'Noé Gris')).rejects.toEqual(named('networks.invitation-unknown'));
  await expect(accept(await tokenFor(invitation.id), 'Noé Gris')).resolves.toBeTruthy();
});

it('a withdrawn invitation is refused, and taken back it works again', async () => {
  const invitation = await invite(freshAddress());
  const token = await tokenFor(invitation.id);
  await app.get(InvitationService).revoke(animator, invitation.id);
  await expect(accept(token, 'Ada Brun')).rejects.toEqual(named('networks.invitation-revoked'));
  await app.get(InvitationService).restore(animator, invitation.id);
  await expect(accept(token, 'Ada Brun')).resolves.toBeTruthy();
});

it('someone signed in under another address is stopped and the invitation stays good', async () => {
  const token = await tokenFor((await invite(freshAddress())).id);
  const stranger = await given.actor(await given.aPerson('Une autre'));
  await expect(accept(token, undefined, stranger)).rejects.toEqual(named('networks.invitation-other-address'));
  await expect(accept(token, 'La bonne')).resolves.toBeTruthy();
});

it('someone with an account accepts without a name, signed in or not; pressing twice when signed in does no harm', async () => {
  const email = freshAddress();
  const personId = await given.aPerson('Déjà là', email);
  const token = await tokenFor((await invite(email.toUpperCase())).id);
  const me = await given.actor(personId);
  await expect(accept(token, undefined, me)).resolves.toMatchObject({ signedIn: true });
  await expect(accept(token, undefined, me)).resolves.toMatchObject({ spaceId: networkId });
});

it('an address is invited once at a time, whatever its case, and not when it is there already', async () => {
  const email = freshAddress();
  await invite(email);
  await expect(invite(email.toUpperCase())).rejects.toEqual(named('networks.already-invited'));
  const there = freshAddress();
  await given.joins(await given.aPerson('Présente', there), networkId, 'animator');
  await expect(invite(there)).rejects.toEqual(named('networks.already-member'));
});

it('nobody invites their own address', async () => {
  const own = freshAddress();
  const personId = await given.aPerson('Moi', own);
  await given.joins(personId, networkId, 'animator');
  await expect(app.get(InvitationService).invite(await given.actor(personId), { spaceId: structureId, email: own, role: 'lead' })).rejects.toEqual(named('networks.own-address'));
});

it('an animator names a lead and not the other people of a structure; a stranger does not learn that the space exists', async () => {
  await expect(app.get(InvitationService).invite(animator, { spaceId: structureId, email: freshAddress(), role: 'member' })).rejects.toEqual(named('networks.not-allowed'));
  const stranger = await given.actor(await given.aPerson());
  await expect(invite(freshAddress(), 'lead', structureId, stranger)).rejects.toEqual(named('networks.space-unknown'));
  await expect(app.get(InvitationService).invite(animator, { spaceId: networkId, email: freshAddress(), role: 'lead' })).rejects.toEqual(named('networks.role-not-here'));
});

it('a second lead is invited only with a word on the first, who becomes a member when the invitation is accepted', async () => {
  const place = await given.aStructure(networkId, { name: 'CH de Fécamp' });
  const first = await given.someone('lead', place);
  await expect(invite(freshAddress(), 'lead', place)).rejects.toEqual(named('networks.lead-already-there'));
  const invitation = await app.get(InvitationService).invite(animator, { spaceId: place, email: freshAddress(), role: 'lead', formerLead: 'member' });
  expect((await peopleOf(place)).find((person) => person.personId === first)?.role).toBe('lead');
  await accept(await tokenFor(invitation.id), 'La suivante');
  expect((await peopleOf(place)).map((person) => person.role)).toEqual(['lead', 'member']);
  expect((await peopleOf(place)).find((person) => person.personId === first)?.role).toBe('member');
});

it('the letter leaves once per sending, and carries a link that works', async () => {
  const email = freshAddress();
  const invitation = await invite(email);
  const mail = () => app.get(InvitationMailHandler).send({ invitationId: invitation.id, sending: 1 });
  await mail();
  await mail();
  const letters = await app.get(Database).transaction(systemActor('spec'), (tx) => tx.query<{ body: string; subject: string }[]>('SELECT subject, body FROM platform_mailbox WHERE recipient = $1', [email]));
  expect(letters.map((letter) => letter.subject)).toEqual(['Invitation : RAN CoPER']);
  const token = /\/invitations\/([A-Za-z0-9_-]{43})/.exec(letters[0]?.body ?? '')?.[1] ?? '';
  await expect(accept(token, 'Par le courrier')).resolves.toBeTruthy();
});

it('a letter asked for again within the minute waits', async () => {
  const invitation = await invite(freshAddress());
  await app.get(InvitationMailHandler).send({ invitationId: invitation.id, sending: 1 });
  await expect(app.get(InvitationService).resend(animator, invitation.id)).rejects.toEqual(named('networks.resent-too-soon'));
  clock.set(new Date(start.getTime() + 61_000));
  await expect(app.get(InvitationService).resend(animator, invitation.id)).resolves.toMatchObject({ sendings: 2, state: 'pending' });
});

it('issuing an invitation queues one letter through the outbox', async () => {
  await invite(freshAddress());
  await expect(app.get(OutboxDispatcher).deliverDue()).resolves.toBeGreaterThan(0);
  const failed = await given.asSystem((tx) => tx.query<unknown[]>('SELECT 1 FROM platform_outbox WHERE attempts > 0'));
  expect(failed).toEqual([]);
});
