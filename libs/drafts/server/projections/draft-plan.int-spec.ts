import { systemActor } from '@cohorte/platform/contract';
import { createTestApp, Database } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { PlanEdits, readPlanOf } from '../../contract';
import { somePlanRules } from '../../contract/plan/plan.fixtures';
import { DraftKinds } from '../draft-kinds';
import { DraftRooms } from '../rooms/draft-rooms';
import { DraftService } from '../draft.service';
import { anOutline, Neighbourhood, Writer } from '../drafts.fixtures';
import { DraftsModule } from '../drafts.module';
import { DraftVersionService } from '../versions/draft-version.service';
import { VersionRestorationService } from '../versions/version-restoration.service';

let app: TestApp;
let place: Neighbourhood;

beforeAll(async () => {
  app = await createTestApp({ imports: [DraftsModule], actor: null });
  place = await Neighbourhood.build(app);
  app.get(DraftKinds).register({ code: 'scheme', titleKey: 'kinds.scheme', outline: anOutline, plan: somePlanRules, planSeed: [{ type: 'axis', fields: { title: 'Énergie' } }] });
});

afterAll(async () => {
  await place?.close();
  await app?.close();
});

const aScheme = (): Promise<string> =>
  app.get(Database).transaction(systemActor('tracks'), (tx) => app.get(DraftService).createFrom(tx, { kind: 'scheme', title: 'SPASER', ownerSpaceId: place.structureId }));

const seated = async (draftId: string, role: 'member' | 'expert' = 'member'): Promise<Writer> => {
  const writer = new Writer(app, await place.person('Ada', role));
  await writer.join(draftId);
  return writer;
};

const planned = (writer: Writer, act: (edits: PlanEdits) => void): Uint8Array => {
  const before = Y.encodeStateVector(writer.doc);
  act(new PlanEdits(writer.doc, somePlanRules));
  return Y.encodeStateAsUpdate(writer.doc, before);
};

describe('a plan beside a text', () => {
  it('goes the way of the text: journal, everyone’s screen, a room opened again, the projection', async () => {
    const draftId = await aScheme();
    const [ada, grace] = [await seated(draftId), await seated(draftId)];
    const [axis] = readPlanOf(ada.doc);
    expect(axis).toMatchObject({ type: 'axis', fields: { title: 'Énergie' } });
    const update = planned(ada, (edits) => edits.add({ id: 'entry-0001', type: 'goal', fields: { title: 'Moins de gaz' } }, { parent: axis?.id ?? '' }));
    expect(await ada.push(draftId, update)).toMatchObject({ outcome: 'saved', seq: 2 });
    expect(await grace.push(draftId, planned(grace, (edits) => edits.set(axis?.id ?? '', 'title', 'Énergie et climat')))).toMatchObject({ outcome: 'saved' });
    expect(readPlanOf(grace.doc)).toEqual(readPlanOf(ada.doc));
    const { projection } = await app.get(DraftService).read(ada.actor, draftId);
    expect(projection.plan).toMatchObject([{ fields: { title: 'Énergie et climat' }, children: [{ fields: { title: 'Moins de gaz' } }] }]);
    expect(projection.text).not.toContain('gaz');
    expect((await app.get(DraftRooms).open(draftId)).isBroken).toBe(false);
  });

  it('is in the versions: compared, and restored with the text', async () => {
    const draftId = await aScheme();
    const ada = await seated(draftId);
    const [axis] = readPlanOf(ada.doc);
    await ada.push(draftId, planned(ada, (edits) => edits.set(axis?.id ?? '', 'title', 'Énergie et climat')));
    await ada.push(draftId, planned(ada, (edits) => edits.remove(axis?.id ?? '')));
    const versions = app.get(DraftVersionService);
    expect(await versions.compare(ada.actor, draftId, { from: 1 })).toMatchObject({ changes: 1 });
    expect((await versions.compare(ada.actor, draftId, { from: 1, to: 2 })).html).toMatch(/<del data-change="deleted"[^>]*><strong>Énergie<\/strong><\/del><ins data-change="inserted"/);
    await app.get(VersionRestorationService).restore(ada.actor, draftId, 2);
    expect((await app.get(DraftService).read(ada.actor, draftId)).projection.plan).toMatchObject([{ id: axis?.id, fields: { title: 'Énergie et climat' } }]);
    expect((await versions.read(ada.actor, draftId)).html).toContain('<h2>Plan</h2>');
  });

  it('is refused to readers, in kinds that have none, and with what its kind has not; the text stays as it was', async () => {
    const draftId = await aScheme();
    const reader = await seated(draftId, 'expert');
    const add = (edits: PlanEdits): void => edits.add({ id: 'entry-0001', type: 'goal' }, { parent: '' });
    await expect(reader.push(draftId, planned(reader, add))).rejects.toMatchObject({ code: 'drafts.read-only' });
    const notes = await place.draft();
    const ada = await seated(notes);
    await expect(ada.push(notes, planned(ada, add))).rejects.toMatchObject({ code: 'drafts.update-refused', details: { reason: 'root-unknown' } });
    const grace = await seated(draftId);
    const before = Y.encodeStateVector(grace.doc);
    grace.doc.getMap('plan').set('entry-0001/colour', 'red');
    await expect(grace.push(draftId, Y.encodeStateAsUpdate(grace.doc, before))).rejects.toMatchObject({ details: { reason: 'plan-not-allowed' } });
    expect((await app.get(DraftService).read(grace.actor, draftId)).projection).toMatchObject({ seq: 1, plan: [{ type: 'axis' }] });
  });
});
