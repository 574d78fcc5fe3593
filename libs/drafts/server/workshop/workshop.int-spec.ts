import type { Actor } from '@cohorte/networks/contract';
import type { HttpMethod } from '@cohorte/platform/contract';
import { createTestApp, Database, newId } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import type { Workshop, WorkshopState } from '../../contract';
import { DraftGateway } from '../rooms/draft.gateway';
import { Neighbourhood, Writer } from '../drafts.fixtures';
import { DraftsModule } from '../drafts.module';
import { WorkshopGroupsService } from './workshop-groups.service';
import { WorkshopGateway } from './workshop.gateway';

let app: TestApp;
let place: Neighbourhood;
let lead: Actor;
let marc: Actor;
let zoe: Actor;

beforeAll(async () => {
  app = await createTestApp({ imports: [DraftsModule], actor: null });
  place = await Neighbourhood.build(app);
  lead = await place.person('Lise', 'lead');
  marc = await place.person('Marc', 'member');
  zoe = await place.person('Zoé', 'expert');
});

afterAll(async () => {
  await place?.close();
  await app?.close();
});

interface Answer {
  status: number;
  code?: string;
  version: number;
  workshop: Workshop;
}

const call = async (actor: Actor, method: HttpMethod, draftId: string, path = '', body?: object): Promise<Answer> => {
  app.actAs(actor);
  const answer = await app.request(method, `/api/drafts/${draftId}/workshop${path}`, method === 'DELETE' ? undefined : (body ?? {}));
  return { status: answer.status, ...(answer.body as Omit<Answer, 'status'>) };
};

const until = async (done: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !done(); tries += 1) await wait(20);
};

const seatOf = async (actor: Actor, draftId: string): Promise<Writer> => {
  const writer = new Writer(app, actor);
  await writer.join(draftId);
  return writer;
};

const lastState = (writer: Writer): WorkshopState | undefined => writer.told('workshop').at(-1)?.payload['state'] as WorkshopState | undefined;

const started = async (): Promise<{ draftId: string; groups: Workshop['groups'] }> => {
  const draftId = await place.draft();
  await call(lead, 'POST', draftId);
  await call(lead, 'POST', draftId, '/groups', { name: 'Contexte', sectionIds: ['context'] });
  const { workshop } = await call(lead, 'POST', draftId, '/groups', { name: 'Objectifs', sectionIds: ['goals'] });
  return { draftId, groups: workshop.groups };
};

const ofTwoAnimators = async () => {
  const { networkId, cohortId } = await place.cohort();
  const [anne, yves] = [await place.person('Anne', 'animator', networkId, 'network'), await place.person('Yves', 'animator', networkId, 'network')];
  return { anne, yves, draftId: await place.draft('Compte rendu', cohortId) };
};

describe('a workshop', () => {
  it('is started by who manages the draft, once, and everyone seated hears it', async () => {
    const draftId = await place.draft();
    const seat = await seatOf(zoe, draftId);
    expect(await call(marc, 'POST', draftId)).toMatchObject({ status: 403, code: 'drafts.not-allowed' });
    expect(await call(await place.person('Tiers'), 'POST', draftId)).toMatchObject({ status: 404 });
    const first = await call(lead, 'POST', draftId);
    expect(first).toMatchObject({ status: 200, version: 1, workshop: { facilitator: { name: 'Lise' }, following: true, cursors: 'everyone', timer: null, groups: [], locks: [] } });
    expect(await call(lead, 'POST', draftId)).toMatchObject({ status: 200, version: 1 });
    await until(() => lastState(seat)?.workshop?.facilitator.name === 'Lise');
    expect(lastState(seat)).toMatchObject({ version: 1, workshop: { facilitator: { personId: lead.personId } } });
  });

  it('already led by someone is not started by another', async () => {
    const { draftId, anne, yves } = await ofTwoAnimators();
    expect(await call(anne, 'POST', draftId)).toMatchObject({ status: 200 });
    expect(await call(yves, 'POST', draftId)).toMatchObject({ status: 409, code: 'drafts.workshop-running' });
  });

  it('is found again by whoever joins later, with its groups, its locks and its timer', async () => {
    const { draftId, groups } = await started();
    await call(lead, 'PUT', draftId, `/people/${marc.personId}`, { groupId: groups[0]?.id });
    await call(lead, 'PUT', draftId, '/locks/goals');
    await call(lead, 'POST', draftId, '/timer', { act: 'start', minutes: 10 });
    const late = await seatOf(marc, draftId);
    const { state, place: shown } = await app.get(WorkshopGateway).workshop(late.actor, { draftId }, late.socket);
    expect(shown).toBeNull();
    expect(state.workshop).toMatchObject({
      groups: [{ name: 'Contexte', sectionIds: ['context'], people: [{ name: 'Marc' }] }, { name: 'Objectifs', people: [] }],
      locks: [{ sectionId: 'goals', by: { name: 'Lise' } }],
      timer: { leftSeconds: null },
    });
    expect(Date.parse(state.workshop?.timer?.endsAt ?? '') - Date.parse(state.now)).toBeGreaterThan(9 * 60_000);
  });

  it('says nothing to who has no seat', async () => {
    const { draftId } = await started();
    const outside = new Writer(app, marc);
    await expect(app.get(WorkshopGateway).workshop(marc, { draftId }, outside.socket)).rejects.toMatchObject({ code: 'drafts.not-joined' });
    await expect(app.get(WorkshopGateway).look(marc, { draftId, place: { position: Uint8Array.of(1), fraction: 0 } }, outside.socket)).rejects.toMatchObject({ code: 'drafts.not-joined' });
  });

  it('is handed over to someone who may write, and its manager may take it back', async () => {
    const { draftId } = await started();
    const over = (actor: Actor, to: Actor) => call(actor, 'POST', draftId, '/facilitator', { personId: to.personId });
    expect(await over(lead, zoe)).toMatchObject({ status: 400, code: 'drafts.workshop-person-unknown' });
    expect(await over(lead, await place.person('Tiers'))).toMatchObject({ status: 400 });
    expect(await over(marc, marc)).toMatchObject({ status: 403 });
    expect(await over(lead, marc)).toMatchObject({ status: 200, workshop: { facilitator: { name: 'Marc' } } });
    expect(await call(marc, 'PATCH', draftId, '', { following: false })).toMatchObject({ status: 200, workshop: { following: false } });
    expect(await over(lead, lead)).toMatchObject({ status: 200, workshop: { facilitator: { name: 'Lise' } } });
    expect(await call(marc, 'PATCH', draftId, '', { following: true })).toMatchObject({ status: 403 });
  });

  it('ends for everyone; begun again it keeps its groups, none of them finished', async () => {
    const { draftId, groups } = await started();
    await call(lead, 'PUT', draftId, `/groups/${groups[0]?.id}/done`, { done: true });
    await call(lead, 'PUT', draftId, '/locks/goals');
    expect(await call(lead, 'POST', draftId, '/end')).toMatchObject({ status: 200, workshop: null });
    expect(await call(lead, 'POST', draftId, '/call', { sectionId: 'goals' })).toMatchObject({ status: 409, code: 'drafts.workshop-not-running' });
    const again = await call(lead, 'POST', draftId);
    expect(again.workshop).toMatchObject({ groups: [{ name: 'Contexte', done: null }, { name: 'Objectifs' }], locks: [], timer: null });
    expect(again.version).toBeGreaterThan(5);
  });
});

describe('groups', () => {
  it('are sat down at by oneself, or by the facilitator, one at a time', async () => {
    const { draftId, groups: [context, goals] } = await started();
    const sit = (actor: Actor, who: Actor, groupId: string | null | undefined) => call(actor, 'PUT', draftId, `/people/${who.personId}`, { groupId });
    expect((await sit(zoe, zoe, context?.id)).workshop.groups.map((group) => group.people.map(({ name }) => name))).toEqual([['Zoé'], []]);
    expect((await sit(zoe, zoe, goals?.id)).workshop.groups.map((group) => group.people.length)).toEqual([0, 1]);
    expect(await sit(zoe, marc, context?.id)).toMatchObject({ status: 403 });
    expect(await sit(lead, await place.person('Tiers'), context?.id)).toMatchObject({ status: 400, code: 'drafts.workshop-person-unknown' });
    expect(await sit(lead, marc, newId())).toMatchObject({ status: 404, code: 'drafts.workshop-group-unknown' });
    expect((await sit(zoe, zoe, null)).workshop.groups.map((group) => group.people.length)).toEqual([0, 0]);
  });

  it('say «terminé» for themselves, take it back, and change nothing when they say it twice', async () => {
    const { draftId, groups: [context, goals] } = await started();
    await call(marc, 'PUT', draftId, `/people/${marc.personId}`, { groupId: context?.id });
    const finish = (actor: Actor, groupId: string | undefined, done: boolean) => call(actor, 'PUT', draftId, `/groups/${groupId}/done`, { done });
    const first = await finish(marc, context?.id, true);
    expect(first).toMatchObject({ status: 200, workshop: { groups: [{ done: { by: { name: 'Marc' } } }, { done: null }] } });
    expect((await finish(marc, context?.id, true)).version).toBe(first.version);
    expect(await finish(marc, goals?.id, true)).toMatchObject({ status: 403 });
    expect(await finish(zoe, context?.id, false)).toMatchObject({ status: 403 });
    expect(await finish(lead, goals?.id, true)).toMatchObject({ status: 200 });
    expect(await finish(marc, context?.id, false)).toMatchObject({ workshop: { groups: [{ done: null }, { done: { by: { name: 'Lise' } } }] } });
  });

  it('share out those who sit nowhere, evenly, the facilitator excepted', async () => {
    const { draftId, groups: [context] } = await started();
    await call(marc, 'PUT', draftId, `/people/${marc.personId}`, { groupId: context?.id });
    const others = await Promise.all(['A', 'B', 'C'].map((name) => place.person(name, 'member')));
    const personIds = [lead, marc, zoe, ...others].map(({ personId }) => personId);
    const { workshop } = await call(lead, 'POST', draftId, '/shares', { personIds });
    expect(workshop.groups.map((group) => group.people.length).sort()).toEqual([2, 3]);
    expect(workshop.groups.flatMap((group) => group.people.map(({ name }) => name)).sort()).toEqual(['A', 'B', 'C', 'Marc', 'Zoé']);
  });

  it('sixty people sit down at once: each sits once, and seats hear the last of it in far fewer messages', async () => {
    const { draftId, groups } = await started();
    const seat = await seatOf(lead, draftId);
    const people = await Promise.all(Array.from({ length: 60 }, (_, index) => place.person(`P${index}`, 'member')));
    await Promise.all(people.map((actor, index) => app.get(WorkshopGroupsService).seat(actor, { draftId, personId: actor.personId, groupId: groups[index % 2]?.id ?? null })));
    const sitting = () => lastState(seat)?.workshop?.groups.map((group) => group.people.length);
    await until(() => sitting()?.join() === '30,30');
    expect(sitting()).toEqual([30, 30]);
    expect(seat.told('workshop').length).toBeLessThan(60);
    const versions = seat.told('workshop').map(({ payload }) => (payload['state'] as WorkshopState).version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });
});

describe('sections kept still', () => {
  it('are locked and let go by who leads, and another’s lock is not taken over', async () => {
    expect(await call(marc, 'PUT', (await started()).draftId, '/locks/goals')).toMatchObject({ status: 403 });
    const { draftId, anne, yves } = await ofTwoAnimators();
    await call(anne, 'POST', draftId);
    expect(await call(anne, 'PUT', draftId, '/locks/goals')).toMatchObject({ status: 200, workshop: { locks: [{ sectionId: 'goals' }] } });
    expect(await call(yves, 'PUT', draftId, '/locks/goals')).toMatchObject({ status: 409, code: 'drafts.workshop-locked-by-another' });
    expect(await call(yves, 'DELETE', draftId, '/locks/goals')).toMatchObject({ status: 200, workshop: { locks: [] } });
    expect(await call(anne, 'PUT', draftId, '/locks/%3Cscript%3E')).toMatchObject({ status: 404 });
  });
});

describe('following', () => {
  const look = (writer: Writer, draftId: string, fraction: number) => app.get(WorkshopGateway).look(writer.actor, { draftId, place: { position: Uint8Array.of(1, 2, 3), fraction } }, writer.socket);
  const fractions = (writer: Writer) => writer.told('looked').map(({ payload }) => (payload['place'] as { fraction: number }).fraction);

  it('shows the facilitator’s place to every seat, the first and the last of a burst, and to who comes later', async () => {
    const { draftId } = await started();
    const [lise, follower] = [await seatOf(lead, draftId), await seatOf(marc, draftId)];
    await Promise.all([0.1, 0.2, 0.3, 0.4, 0.5].map((fraction) => look(lise, draftId, fraction)));
    await until(() => fractions(follower).at(-1) === 0.5);
    expect(fractions(follower)).toEqual([0.1, 0.5]);
    const late = await seatOf(zoe, draftId);
    expect((await app.get(WorkshopGateway).workshop(zoe, { draftId }, late.socket)).place).toEqual({ position: Uint8Array.of(1, 2, 3), fraction: 0.5 });
  });

  it('is for the facilitator alone, and only while it is on', async () => {
    const { draftId } = await started();
    const [lise, marcs] = [await seatOf(lead, draftId), await seatOf(marc, draftId)];
    await look(marcs, draftId, 0.9);
    await call(lead, 'PATCH', draftId, '', { following: false });
    await until(() => lastState(marcs)?.workshop?.following === false);
    await look(lise, draftId, 0.8);
    await call(lead, 'PATCH', draftId, '', { following: true });
    await until(() => lastState(marcs)?.workshop?.following === true);
    await look(lise, draftId, 0.7);
    await until(() => fractions(marcs).length > 0);
    expect(fractions(marcs)).toEqual([0.7]);
  });
});

describe('whose cursors are seen', () => {
  const carets = (writer: Writer) => writer.told('cursors').flatMap(({ payload }) => (payload['cursors'] as unknown[][]).filter((cursor) => cursor.length > 1).map(([seat]) => seat));

  it('those who only watch are sent the facilitator’s alone once it is asked, and everybody’s again at the end', async () => {
    const { draftId } = await started();
    const [lise, marcs, watcher] = [await seatOf(lead, draftId), await seatOf(marc, draftId), await seatOf(zoe, draftId)];
    const move = (writer: Writer) => app.get(DraftGateway).presence(writer.actor, { draftId, cursor: { anchor: Uint8Array.of(1), head: Uint8Array.of(2) } }, writer.socket);
    await call(lead, 'PATCH', draftId, '', { cursors: 'facilitator' });
    await until(() => lastState(watcher)?.workshop?.cursors === 'facilitator');
    await Promise.all([move(lise), move(marcs)]);
    await until(() => carets(watcher).length > 0 && carets(marcs).length > 1);
    expect(new Set(carets(watcher)).size).toBe(1);
    expect(new Set(carets(marcs)).size).toBe(2);
    await call(lead, 'POST', draftId, '/end');
    await until(() => new Set(carets(watcher)).size === 2);
    expect(new Set(carets(watcher)).size).toBe(2);
  });
});

describe('what was signalled', () => {
  it('is listed latest first to who reads the draft, and nobody else', async () => {
    const { draftId, groups } = await started();
    await call(lead, 'PUT', draftId, `/groups/${groups[0]?.id}/done`, { done: true });
    await call(lead, 'POST', draftId, '/facilitator', { personId: marc.personId });
    app.actAs(zoe);
    const { body } = await app.request('GET', `/api/drafts/${draftId}/workshop/signals`);
    expect((body as { signals: { kind: string; about: string }[] }).signals.map(({ kind, about }) => [kind, about])).toEqual([
      ['handed-over', 'Marc'], ['done', 'Contexte'], ['group-added', 'Objectifs'], ['group-added', 'Contexte'], ['started', '']]);
    app.actAs(await place.person('Tiers'));
    expect((await app.request('GET', `/api/drafts/${draftId}/workshop/signals`)).status).toBe(404);
  });
});

describe('the second wall', () => {
  it('PostgreSQL itself hides workshops from strangers, and lets participants change their own place only', async () => {
    const { draftId, groups } = await started();
    const as = <T>(actor: Actor, sql: string, values: unknown[]): Promise<T> => app.get(Database).transaction(actor, (tx) => tx.query(sql, values));
    const stranger = await place.person('Tiers');
    for (const table of ['drafts_workshop', 'drafts_workshop_group', 'drafts_workshop_signal']) {
      expect(await as<unknown[]>(marc, `SELECT draft_id FROM ${table} WHERE draft_id = $1`, [draftId])).not.toEqual([]);
      expect(await as(stranger, `SELECT draft_id FROM ${table} WHERE draft_id = $1`, [draftId])).toEqual([]);
    }
    expect(await as(marc, 'UPDATE drafts_workshop SET following = false WHERE draft_id = $1 RETURNING 1', [draftId])).toEqual([[], 0]);
    await expect(as(marc, 'INSERT INTO drafts_workshop_lock (draft_id, section_id, locked_by, locked_at) VALUES ($1, $2, $3, now())', [draftId, 'x', marc.personId])).rejects.toThrow('row-level security');
    await expect(as(marc, 'INSERT INTO drafts_workshop_person (draft_id, person_id, group_id) VALUES ($1, $2, $3)', [draftId, zoe.personId, groups[0]?.id])).rejects.toThrow('row-level security');
    await expect(as(stranger, 'INSERT INTO drafts_workshop_person (draft_id, person_id, group_id) VALUES ($1, $2, $3)', [draftId, stranger.personId, groups[0]?.id])).rejects.toThrow();
    await expect(as(lead, 'DELETE FROM drafts_workshop_signal WHERE draft_id = $1', [draftId])).rejects.toThrow('permission denied');
    expect(await as(stranger, 'SELECT drafts_rank_told($1, $2) AS rank', [marc.personId, draftId])).toEqual([{ rank: null }]);
    expect(await as(zoe, 'SELECT drafts_rank_told($1, $2) AS rank', [marc.personId, draftId])).toEqual([{ rank: null }]);
  });
});
