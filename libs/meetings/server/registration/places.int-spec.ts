import { visitor } from '@cohorte/platform/contract';
import { newId } from '@cohorte/platform/server';
import { PlacesService } from './places.service';
import { asGuest, hours, RegistrationFixtures, specNow, specStart } from './registration.fixtures';
import { RegistrationListener } from './registration.listener';
import { RegistrationQueries } from './registration.queries';
import { RegistrationSweep } from './registration.sweep';

let given: RegistrationFixtures;
let structureId: string;
beforeAll(async () => {
  given = await RegistrationFixtures.start();
  structureId = await given.networks.aStructure(given.networkId, { name: 'CHU de Rouen' });
});
afterAll(() => given.close());
beforeEach(() => given.clock.set(specNow));

const member = (space = structureId) => given.member(space);

describe('a meeting reserved by rule', () => {
  const rule = { subjectToCode: true, cohortIds: [], departments: [], kinds: [], roles: [] };

  it('refuses with the conditions not met, and takes a request for an exception', async () => {
    const meetingId = await given.aMeeting({ places: 5, audience: rule });
    const association = await given.networks.aStructure(given.networkId, { name: `Asso ${newId()}`, kind: 'association' });
    const actor = await member(association);
    await expect(given.register(actor, meetingId)).rejects.toMatchObject({ code: 'meetings.not-admitted', details: { conditions: 'subject-to-code' } });
    const asked = await given.card(actor, meetingId, { message: 'Nous achetons pour trois communes.' });
    expect(asked.status).toBe('pending');
    const animator = await given.animator();
    await given.app.get(PlacesService).decide(animator, { meetingId, registrationId: asked.registrationId, decision: 'accept', message: 'Bienvenue.' });
    expect(await given.statusOf(asked.registrationId)).toBe('registered');
    await expect(given.app.get(PlacesService).decide(animator, { meetingId, registrationId: asked.registrationId, decision: 'refuse', message: '' })).rejects.toMatchObject({ code: 'meetings.already-decided' });
  });

  it('a rule that changes keeps those registered, and marks them', async () => {
    const meetingId = await given.aMeeting({ places: 5 });
    const { registrationId } = await given.card(visitor, meetingId, asGuest('Odile'));
    const animator = await given.animator();
    const places = given.app.get(PlacesService);
    const page = await places.view(animator, meetingId);
    const after = await places.set(animator, { meetingId, version: page.version, policy: { ...page.policy, audience: rule } });
    expect(after.rows).toMatchObject([{ registrationId, status: 'registered', isUnmatched: true }]);
    await expect(places.set(animator, { meetingId, version: page.version, policy: page.policy })).rejects.toMatchObject({ code: 'meetings.places-changed' });
  });
});

describe('the number of places may change at any time', () => {
  it('fewer than registered takes nobody’s place and stops promotion; more goes to those who wait', async () => {
    const meetingId = await given.aMeeting({ places: 3 });
    const actors = [await member(), await member(), await member(), await member()];
    const cards = [];
    for (const actor of actors) cards.push(await given.card(actor, meetingId));
    const animator = await given.animator();
    const places = given.app.get(PlacesService);
    const set = async (n: number) => {
      const { version, policy } = await places.view(animator, meetingId);
      await places.set(animator, { meetingId, version, policy: { ...policy, places: n } });
    };
    await set(1);
    expect(await given.counts(meetingId)).toEqual({ registered: 3, waiting: 1 });
    await given.act(actors[0] as NonNullable<(typeof actors)[number]>, cards[0]?.registrationId ?? '', 'cancel');
    expect(await given.counts(meetingId)).toEqual({ registered: 2, waiting: 1, cancelled: 1 });
    await set(3);
    expect(await given.counts(meetingId)).toEqual({ registered: 3, cancelled: 1 });
  });

  it('is the animators’ to change, and nobody else reads the list', async () => {
    const meetingId = await given.aMeeting();
    await expect(given.app.get(PlacesService).view(await member(), meetingId)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('a draw', () => {
  it('deals the turns of those who asked in time, in an order anyone can compute again', async () => {
    const meetingId = await given.aMeeting({ places: 2, drawAt: hours(24).toISOString() });
    for (let i = 0; i < 5; i++) expect(await given.card(await member(), meetingId)).toMatchObject({ status: 'waiting' });
    const queries = given.app.get(RegistrationQueries);
    expect((await queries.allocations(visitor, meetingId)).seed).toBeNull();
    given.clock.set(hours(25));
    expect(await given.card(await member(), meetingId)).toMatchObject({ status: 'waiting', position: 4 });
    const { lines, seed } = await queries.allocations(visitor, meetingId);
    const { createHash } = await import('node:crypto');
    const lot = (n: number): string => createHash('sha256').update(`${seed}:${n}`).digest('hex');
    const order = [1, 2, 3, 4, 5].sort((a, b) => (lot(a) < lot(b) ? -1 : 1));
    expect(lines.filter(({ rule }) => rule === 'registered.promoted').map(({ number }) => number)).toEqual(order.slice(0, 2));
    expect(JSON.stringify(lines)).not.toContain('Personne');
  });
});

describe('what is kept of people', () => {
  it('someone erased leaves their place to the next, and their name nowhere', async () => {
    const meetingId = await given.aMeeting({ places: 1 });
    const [one, two] = [await member(), await member()];
    const held = await given.card(one, meetingId, { needs: ['lsf'], needsNote: 'Interprète' });
    const next = await given.card(two, meetingId);
    await given.app.get(RegistrationListener).forget({ personId: one.personId });
    expect(await given.statusOf(next.registrationId)).toBe('registered');
    expect(await given.rows('SELECT person_id, needs, needs_note FROM meetings_registration WHERE id = $1', [held.registrationId])).toEqual([{ person_id: null, needs: [], needs_note: null }]);
  });

  it('needs of access are forgotten thirty days after the meeting, names after two years', async () => {
    const meetingId = await given.aMeeting();
    const { registrationId } = await given.card(visitor, meetingId, { ...asGuest('Odile'), needs: ['wheelchair'] });
    const row = async () => (await given.rows<{ name: string | null; needs: string[] }>('SELECT name, needs FROM meetings_registration WHERE id = $1', [registrationId]))[0];
    given.clock.set(hours(29 * 24, specStart));
    await given.app.get(RegistrationSweep).forget();
    expect(await row()).toEqual({ name: 'Odile', needs: ['wheelchair'] });
    given.clock.set(hours(31 * 24, specStart));
    await given.app.get(RegistrationSweep).forget();
    expect(await row()).toEqual({ name: 'Odile', needs: [] });
    given.clock.set(hours(731 * 24, specStart));
    await given.app.get(RegistrationSweep).forget();
    expect(await row()).toEqual({ name: null, needs: [] });
  });

  it('participants see those who chose to be seen, and only when they come', async () => {
    const meetingId = await given.aMeeting({ places: 2 });
    const [one, two, three] = [await member(), await member(), await member()];
    await given.register(one, meetingId, { isVisible: true });
    await given.register(two, meetingId);
    await given.register(three, meetingId, { isVisible: true });
    const queries = given.app.get(RegistrationQueries);
    expect((await queries.participants(two, meetingId)).participants).toHaveLength(1);
    await expect(queries.participants(three, meetingId)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

it('a restored meeting finds everyone as they stood', async () => {
  const meetingId = await given.aMeeting({ places: 1 });
  await given.register(await member(), meetingId);
  await given.register(await member(), meetingId);
  await given.rows('UPDATE meetings_meeting SET cancelled_at = now() WHERE id = $1', [meetingId]);
  await given.app.get(RegistrationSweep).settle(meetingId);
  await given.rows('UPDATE meetings_meeting SET cancelled_at = NULL WHERE id = $1', [meetingId]);
  await given.app.get(RegistrationListener).followReturn({ meetingId, spaceId: given.networkId, startsAt: specStart.toISOString() });
  expect(await given.counts(meetingId)).toEqual({ registered: 1, waiting: 1 });
});
