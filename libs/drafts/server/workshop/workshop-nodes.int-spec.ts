import type { Actor } from '@cohorte/networks/contract';
import type { HttpMethod } from '@cohorte/platform/contract';
import { createTestApp } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import type { Workshop, WorkshopState } from '../../contract';
import { Neighbourhood, Writer } from '../drafts.fixtures';
import { DraftsModule } from '../drafts.module';
import { WorkshopGateway } from './workshop.gateway';

/** Two processes on one database: the facilitator sits at one, the groups at both. */
let [one, other] = [] as TestApp[] as [TestApp, TestApp];
let place: Neighbourhood;
let lead: Actor;
let marc: Actor;
let zoe: Actor;

beforeAll(async () => {
  one = await createTestApp({ imports: [DraftsModule], actor: null });
  const { appUrl, ownerUrl, journalUrl, jobsUrl } = one.database;
  other = await createTestApp({ imports: [DraftsModule], actor: null, config: { database: { appUrl, ownerUrl, journalUrl, jobsUrl } } });
  place = await Neighbourhood.build(one);
  lead = await place.person('Lise', 'lead');
  marc = await place.person('Marc', 'member');
  zoe = await place.person('Zoé', 'member');
});

afterAll(async () => {
  await place?.close();
  await other?.close();
  await one?.close();
});

async function call(node: TestApp, actor: Actor, act: { method: HttpMethod; draftId: string; path?: string; body?: object }): Promise<Workshop> {
  node.actAs(actor);
  const answer = await node.request(act.method, `/api/drafts/${act.draftId}/workshop${act.path ?? ''}`, act.method === 'DELETE' ? undefined : (act.body ?? {}));
  expect(answer).toMatchObject({ status: 200 });
  return (answer.body as { workshop: Workshop }).workshop;
}

async function seatAt(node: TestApp, actor: Actor, draftId: string): Promise<Writer> {
  const writer = new Writer(node, actor);
  await writer.join(draftId);
  return writer;
}

const stateOf = (writer: Writer): WorkshopState | undefined => writer.told('workshop').at(-1)?.payload['state'] as WorkshopState | undefined;

async function until(holds: () => boolean): Promise<void> {
  for (let time = 0; time < 300 && !holds(); time += 1) await wait(20);
  expect(holds()).toBe(true);
}

describe('a workshop whose people sit at two nodes', () => {
  it('is one: groups, locks, timer and «terminé» are seen at both, in the same last state', async () => {
    const draftId = await place.draft();
    const [lise, near, far] = [await seatAt(one, lead, draftId), await seatAt(one, marc, draftId), await seatAt(other, zoe, draftId)];
    await call(one, lead, { method: 'POST', draftId });
    await call(one, lead, { method: 'POST', draftId, path: '/groups', body: { name: 'Contexte', sectionIds: ['context'] } });
    const { groups: [, goals] } = await call(one, lead, { method: 'POST', draftId, path: '/groups', body: { name: 'Objectifs', sectionIds: ['goals'] } });
    await call(other, zoe, { method: 'PUT', draftId, path: `/people/${zoe.personId}`, body: { groupId: goals?.id } });
    for (const seat of [lise, near, far]) await until(() => stateOf(seat)?.workshop?.groups[1]?.people[0]?.name === 'Zoé');

    await call(one, lead, { method: 'PUT', draftId, path: '/locks/goals' });
    await until(() => stateOf(far)?.workshop?.locks[0]?.sectionId === 'goals');
    await call(one, lead, { method: 'POST', draftId, path: '/timer', body: { act: 'start', minutes: 10 } });
    await until(() => stateOf(far)?.workshop?.timer?.endsAt !== undefined);
    await until(() => stateOf(far)?.version === stateOf(near)?.version);
    expect(stateOf(far)?.workshop?.timer).toEqual(stateOf(near)?.workshop?.timer);
    await call(one, lead, { method: 'POST', draftId, path: '/timer', body: { act: 'pause' } });
    await until(() => typeof stateOf(far)?.workshop?.timer?.leftSeconds === 'number');

    await call(other, zoe, { method: 'PUT', draftId, path: `/groups/${goals?.id}/done`, body: { done: true } });
    await until(() => stateOf(lise)?.workshop?.groups[1]?.done?.by.name === 'Zoé');
    await call(one, lead, { method: 'DELETE', draftId, path: '/locks/goals' });
    await until(() => stateOf(far)?.workshop?.locks.length === 0);
    await until(() => stateOf(far)?.version === stateOf(near)?.version);
    expect(stateOf(far)?.workshop).toEqual(stateOf(near)?.workshop);
  });

  it('is found as it is by whoever joins at the node that heard nothing of it', async () => {
    const draftId = await place.draft();
    await call(one, lead, { method: 'POST', draftId });
    await call(one, lead, { method: 'POST', draftId, path: '/timer', body: { act: 'start', minutes: 5 } });
    const late = await seatAt(other, marc, draftId);
    const { state } = await other.get(WorkshopGateway).workshop(marc, { draftId }, late.socket);
    expect(state.workshop).toMatchObject({ facilitator: { name: 'Lise' }, timer: { leftSeconds: null } });
    await call(one, lead, { method: 'POST', draftId, path: '/end' });
    await until(() => stateOf(late)?.workshop === null);
  });

  it('shows the facilitator’s page at the other node', async () => {
    const draftId = await place.draft();
    const lise = await seatAt(one, lead, draftId);
    const far = await seatAt(other, zoe, draftId);
    await call(one, lead, { method: 'POST', draftId });
    await until(() => stateOf(far)?.workshop?.following === true);
    await one.get(WorkshopGateway).look(lead, { draftId, place: { position: Uint8Array.of(1, 2, 3), fraction: 0.5 } }, lise.socket);
    await until(() => far.told('looked').length > 0);
  });
});
