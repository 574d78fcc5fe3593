import { FollowService, resourceRenewed, ReviewSweep } from '@cohorte/library/server';
import type { Actor } from '@cohorte/networks/contract';
import { newId } from '@cohorte/platform/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ToldCohort } from '../notifications.fixtures';

let told: ToldCohort;
let depositor: { personId: string; email: string };
let member: Actor;
let animatorsAddress: string;

beforeAll(async () => {
  told = await ToldCohort.build(new Date('2026-03-01T08:00:00Z'));
  depositor = await told.member('Nora Depot');
  member = await told.meetings.networks.actor(depositor.personId);
  animatorsAddress = (await told.sql<{ email: string }>('SELECT email FROM identity_person WHERE id = $1', [told.place.animator.personId]))[0]?.email ?? '';
});
afterAll(() => told?.close());
beforeEach(() => told.emptied());

const asked = async (actor: Actor, method: 'POST' | 'PUT', path: string, body: object): Promise<{ id: string }> => {
  told.app.actAs(actor);
  const { status, body: answer } = await told.app.request(method, `/api/library/resources${path}`, body);
  expect(status).toBe(200);
  return answer as { id: string };
};
const deposit = (then: 'keep' | 'submit' | 'publish', change: object = {}, by = member): Promise<{ id: string }> =>
  asked(by, 'POST', '', {
    requestId: newId(), then,
    fields: {
      form: 'guide', title: 'Guide des lessives', summary: 'Ce qui marche.', content: '', clause: null, link: null, publisher: '', year: 2024, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [],
      territories: [], audiences: [], legal: [], tags: [], cpv: [], access: 'network', spaceId: told.place.networkId, checkedOn: null, reviewOn: null, ...change,
    },
  });
const subjects = async (to: string) => (await told.letters(to)).map(({ subject }) => subject);

describe('a deposit', () => {
  it('kept to oneself is told to nobody', async () => {
    await deposit('keep');
    await told.post();
    expect(await told.letters()).toEqual([]);
  });

  it('proposed is told to who decides; given back and published, to its depositor, with the word and once', async () => {
    const { id } = await deposit('submit');
    await told.post();
    expect(await told.letters()).toHaveLength(1);
    expect(await subjects(animatorsAddress)).toEqual(['À valider : Guide des lessives']);
    await asked(told.place.animator, 'POST', `/${id}/return`, { version: 1, note: 'Ajoutez les dosages.' });
    await told.post();
    const [returned] = await told.letters(depositor.email);
    expect(returned).toMatchObject({ subject: 'À compléter : Guide des lessives', text: expect.stringContaining('Ajoutez les dosages.') });
    expect(returned?.text).toContain('parce que vous avez déposé cette ressource');
    await asked(member, 'POST', `/${id}/submission`, { version: 2 });
    await asked(told.place.animator, 'POST', `/${id}/publication`, { version: 3 });
    await told.post();
    // Proposed and decided between two rounds: nothing is left to decide.
    expect(await subjects(animatorsAddress)).toHaveLength(1);
    expect((await subjects(depositor.email)).toSorted()).toEqual(['Votre ressource est publiée : Guide des lessives', 'À compléter : Guide des lessives']);
  });

  it('of a structure for itself is told to its lead, never to the animation', async () => {
    const lead = await told.meetings.networks.aPerson('Chef de file', 'chef@chu.example');
    await told.meetings.networks.joins(lead, told.place.structureId, 'lead');
    await deposit('submit', { access: 'structure', spaceId: told.place.structureId });
    await told.post();
    expect(await subjects('chef@chu.example')).toEqual(['À valider : Guide des lessives']);
    expect(await subjects(animatorsAddress)).toEqual([]);
  });
});

describe('a review date', () => {
  const published = async (): Promise<string> => {
    const { id } = await deposit('submit', { reviewOn: '2026-03-20', title: 'Guide à relire' });
    await asked(told.place.animator, 'POST', `/${id}/publication`, { version: 1 });
    await told.emptied();
    return id;
  };

  it('near is told once to the depositor', async () => {
    await published();
    for (let times = 0; times < 3; times++) {
      await told.app.get(ReviewSweep).sweep();
      await told.post();
    }
    expect(await subjects(depositor.email)).toEqual(['Est-elle toujours juste ? Guide à relire']);
    expect(await subjects(animatorsAddress)).toEqual([]);
  });

  it('put off meanwhile says nothing', async () => {
    const id = await published();
    await told.app.get(ReviewSweep).sweep();
    await asked(member, 'POST', `/${id}/confirmation`, { version: 2, reviewOn: '2027-03-20' });
    await told.post();
    expect(await told.letters()).toEqual([]);
  });

  it('of who has left goes to those who decide', async () => {
    await published();
    await told.leaves(depositor.personId);
    await told.app.get(ReviewSweep).sweep();
    await told.post();
    expect(await subjects(animatorsAddress)).toEqual(['Est-elle toujours juste ? Guide à relire']);
    expect(await subjects(depositor.email)).toEqual([]);
  });
});

describe('who follows a resource', () => {
  let reader: { personId: string; email: string; name: string };
  const followed = async (title: string): Promise<{ id: string; fields: object }> => {
    const { id } = await deposit('publish', { title }, told.place.animator);
    reader = await told.member(`Lectrice de ${title}`);
    for (const person of [reader, told.place.animator]) await asked(await told.meetings.networks.actor(person.personId), 'PUT', `/${id}/follow`, { follows: true });
    told.app.actAs(told.place.animator);
    const { body } = await told.app.request('GET', `/api/library/resources/${id}`);
    const page = body as Record<string, unknown>;
    const names = ['form', 'title', 'summary', 'content', 'clause', 'link', 'publisher', 'year', 'language', 'licence', 'themes', 'segments', 'stages', 'sectors', 'territories', 'audiences', 'legal', 'tags', 'cpv', 'access', 'spaceId', 'checkedOn', 'reviewOn'];
    await told.emptied();
    return { id, fields: Object.fromEntries(names.map((name) => [name, page[name]])) };
  };
  const renew = (id: string, fields: object, version: number, note: string) => asked(told.place.animator, 'PUT', `/${id}`, { version, fields, note });

  it('is told of a new version with what it changes, once however often that is delivered; a correction says nothing', async () => {
    const { id, fields } = await followed('Guide suivi');
    await renew(id, fields, 1, '');
    await told.post();
    expect(await told.letters()).toEqual([]);
    await renew(id, fields, 2, 'Les seuils de 2026.');
    await told.tell(resourceRenewed, { resourceId: id, edition: 2, by: told.place.animator.personId });
    await told.post();
    const letters = await told.letters(reader.email);
    expect(letters.map(({ subject }) => subject)).toEqual(['Nouvelle version : Guide suivi']);
    expect(letters[0]?.text).toContain('Les seuils de 2026.');
    expect(letters[0]?.text).toContain('parce que vous suivez cette ressource');
    expect(letters[0]?.headers['List-Unsubscribe']).toBeDefined();
    // Whoever made it knows it.
    expect(await subjects(animatorsAddress)).toEqual([]);
    told.app.actAs(await told.meetings.networks.actor(reader.personId));
    expect((await told.app.request('GET', '/api/notices')).body).toMatchObject({ notices: [{ kind: 'resource-new-version', title: 'Guide suivi' }] });
  });

  it('is told of the last version only when two come at once, and of its end with the reason', async () => {
    const { id, fields } = await followed('Guide pressé');
    await renew(id, fields, 1, 'Un.');
    await renew(id, fields, 2, 'Deux.');
    await told.post();
    const [letter, ...others] = await told.letters(reader.email);
    expect([others, letter?.text.includes('Deux.'), letter?.text.includes('Un.')]).toEqual([[], true, false]);
    await told.emptied();
    await asked(told.place.animator, 'POST', `/${id}/retirement`, { version: 3, note: 'Le texte est abrogé.' });
    await told.post();
    const [end] = await told.letters(reader.email);
    expect([end?.subject, end?.text.includes('Le texte est abrogé.')]).toEqual(['Ressource retirée : Guide pressé', true]);
  });

  it('and stopped, left or lost the right to read meanwhile, is told nothing', async () => {
    const { id, fields } = await followed('Guide quitté');
    await renew(id, fields, 1, 'Après coup.');
    await told.hear();
    await told.app.get(FollowService).set(await told.meetings.networks.actor(reader.personId), { resourceId: id, follows: false });
    await told.post();
    expect(await told.letters()).toEqual([]);
    const other = await followed('Guide fermé');
    await renew(other.id, other.fields, 1, 'Trop tard.');
    await told.hear();
    await told.leaves(reader.personId);
    await told.post();
    expect(await told.letters()).toEqual([]);
  });

  it('and said no to these letters still hears the bell', async () => {
    const { id, fields } = await followed('Guide discret');
    told.app.actAs(await told.meetings.networks.actor(reader.personId));
    expect((await told.app.request('PUT', '/api/notice-preferences', { topic: 'followed-resources', channel: 'mail', wanted: false })).status).toBe(200);
    await renew(id, fields, 1, 'En silence.');
    await told.post();
    expect(await told.letters()).toEqual([]);
    told.app.actAs(await told.meetings.networks.actor(reader.personId));
    expect((await told.app.request('GET', '/api/notices/unread')).body).toEqual({ unread: 1 });
  });
});
