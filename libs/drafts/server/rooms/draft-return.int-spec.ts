import { createTestApp, newId } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { contentField } from '../../contract';
import { Neighbourhood, Writer } from '../drafts.fixtures';
import { DraftsModule } from '../drafts.module';
import { DraftCompaction } from './draft-compaction';
import { DraftRooms } from './draft-rooms';
import { DraftStock } from './draft-stock';

let app: TestApp;
let place: Neighbourhood;

beforeAll(async () => {
  app = await createTestApp({ imports: [DraftsModule], actor: null });
  place = await Neighbourhood.build(app);
});

afterAll(async () => {
  await place?.close();
  await app?.close();
});

const seated = async (draftId: string, name: string): Promise<Writer> => {
  const writer = new Writer(app, await place.person(name, 'member'));
  await writer.join(draftId);
  return writer;
};

describe('a browser that comes back after a long time', () => {
  it('is given what it missed row by row while that is little, else all there is, and what it kept unsent goes in once', async () => {
    const draftId = await place.draft();
    const [ada, bob, grace] = [await seated(draftId, 'Ada'), await seated(draftId, 'Bob'), await seated(draftId, 'Grace')];
    ada.disconnect();
    const unsent = ada.typed('écrit hors ligne');
    const room = await app.get(DraftRooms).open(draftId);
    let written = 0;
    // Straight to the room, many at once: nobody types this fast.
    const write = async (rows: number): Promise<void> => {
      const updates = Array.from({ length: rows }, (_, row) => grace.typed(`ligne ${row}`));
      written += updates.reduce((sum, { byteLength }) => sum + byteLength, 0);
      for (let first = 0; first < rows; first += 200) {
        const answers = await Promise.all(updates.slice(first, first + 200).map((update) =>
          room.push({ personId: grace.actor.personId, clientId: grace.doc.clientID, pushId: newId(), update, from: null })));
        expect(answers.every(({ outcome }) => outcome === 'saved')).toBe(true);
      }
    };
    await write(1_000);
    await bob.join(draftId);
    bob.disconnect();
    await write(1_050);
    await app.get(DraftCompaction).compact({ draftId });
    await write(3);

    expect((await bob.join(draftId)).updates).toHaveLength(1_053);
    const back = await ada.join(draftId);
    expect(back.updates.length).toBeLessThan(50);
    expect(back.updates.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(written);
    expect(await ada.push(draftId, unsent)).toMatchObject({ outcome: 'saved' });
    expect(new Set([ada.text, bob.text, grace.text]).size).toBe(1);
    expect(ada.text.split('écrit hors ligne')).toHaveLength(2);
    expect(ada.text.split('<paragraph>ligne 1049</paragraph>')).toHaveLength(2);
  }, 120_000);

  it('of someone who only reads is never given what was taken away before', async () => {
    const draftId = await place.draft();
    const grace = await seated(draftId, 'Grace');
    expect(await grace.push(draftId, grace.typed('un nom à taire'))).toMatchObject({ outcome: 'saved' });
    const before = Y.encodeStateVector(grace.doc);
    const text = grace.doc.getXmlFragment(contentField);
    text.delete(text.length - 1, 1);
    expect(await grace.push(draftId, Y.encodeStateAsUpdate(grace.doc, before))).toMatchObject({ outcome: 'saved' });
    // A shorter journal is not worth a snapshot.
    for (let line = 0; line < 30; line += 1) await grace.push(draftId, grace.typed(`ligne ${line}`));
    await app.get(DraftCompaction).compact({ draftId });
    app.get(DraftStock).forget(draftId);
    const reader = new Writer(app, await place.person('Lecteur', 'expert'));
    [reader.seq, grace.seq] = [1, 1];
    const holds = (updates: readonly Uint8Array[]): boolean => updates.some((update) => Buffer.from(update).includes('un nom à taire'));
    expect(holds((await reader.join(draftId)).updates)).toBe(false);
    expect(holds((await grace.join(draftId)).updates)).toBe(true);
  });
});
