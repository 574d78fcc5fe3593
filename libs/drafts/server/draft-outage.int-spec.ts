import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AppError } from '@cohorte/platform/contract';
import { createTestApp, newId } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { DraftHistory } from './rooms/draft-history';
import { DraftJournal } from './rooms/draft-journal';
import { DraftGateway } from './rooms/draft.gateway';
import { DraftService } from './draft.service';
import { Neighbourhood, Writer } from './drafts.fixtures';
import { DraftsModule } from './drafts.module';

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

const codeOf = async (promise: Promise<unknown>): Promise<string> => promise.then(() => 'nothing', (error: unknown) => (error instanceof AppError ? error.code : String(error)));

const someone = async (draftId: string): Promise<Writer> => {
  const writer = new Writer(app, await place.person('Ada', 'member'));
  await writer.join(draftId);
  return writer;
};

describe('a database that is away for a moment', () => {
  it('leaves nobody behind: rows that came while the room could not read are told once it can', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(draftId), await someone(draftId)];
    const history = app.get(DraftHistory);
    const elsewhere = new Writer(app, await place.person('Ailleurs', 'member'));
    Y.applyUpdate(elsewhere.doc, Y.encodeStateAsUpdate(ada.doc));
    const mocks = [jest.spyOn(history, 'load'), jest.spyOn(history, 'since')].map((mock) => mock.mockRejectedValue(new Error('no database')));
    mocks.push(jest.spyOn(app.get(DraftJournal), 'append').mockRejectedValueOnce(new Error('no database')) as never);
    expect(await codeOf(ada.push(draftId, ada.typed('pendant la panne')))).toBe('drafts.cannot-save');
    mocks.forEach((mock) => mock.mockRestore());
    await app.get(DraftJournal).append([
      { draftId, personId: elsewhere.actor.personId, clientId: elsewhere.doc.clientID, pushId: newId(), bytes: elsewhere.typed('autre nœud'), writers: [elsewhere.doc.clientID] },
    ]);
    for (let tries = 0; tries < 250 && !grace.text.includes('autre nœud'); tries += 1) await wait(20);
    expect(grace.text).toContain('autre nœud');
  });

  it('tells nobody that a right was withdrawn: who cannot be asked about comes to the door again', async () => {
    const draftId = await place.draft();
    const ada = await someone(draftId);
    const asking = jest.spyOn(app.get(DraftService), 'rightOf').mockRejectedValueOnce(new Error('no database'));
    await app.get(DraftGateway).actorChanged(ada.socket);
    asking.mockRestore();
    expect([ada.told('closed'), ada.told('resync')]).toEqual([[], [expect.objectContaining({ payload: { draftId } })]]);
    expect(await codeOf(ada.push(draftId, ada.typed('sans entrer')))).toBe('drafts.not-joined');
    await ada.join(draftId);
    expect(await ada.push(draftId, ada.typed('de retour'))).toMatchObject({ outcome: expect.stringMatching(/saved|resync/) });
  });
});
