import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AppError } from '@cohorte/platform/contract';
import { createTestApp, newId } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { contentField, draftsProtocol } from '../contract';
import { DraftCopy } from './rooms/draft-copy';
import { DraftHistory } from './rooms/draft-history';
import { DraftJournal } from './rooms/draft-journal';
import { DraftRooms } from './rooms/draft-rooms';
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

const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(() => 'nothing', (error: unknown) => (error instanceof AppError ? error.code : String(error)));

const someone = async (draftId: string, role: 'lead' | 'member' | 'expert' = 'member', name = 'Ada'): Promise<Writer> => {
  const writer = new Writer(app, await place.person(name, role === 'lead' ? 'member' : role));
  await writer.join(draftId);
  return writer;
};

const replay = async (draftId: string): Promise<string> => DraftCopy.from(await app.get(DraftHistory).whole(draftId)).content.toString();
const journalLength = async (draftId: string): Promise<number> =>
  Number((await place.rows<{ n: string }>('SELECT count(*) AS n FROM drafts_update WHERE draft_id = $1', [draftId]))[0]?.n);

describe('two people write in one draft', () => {
  it('each sees what the other wrote, and the journal replayed equals what they see', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(draftId), await someone(draftId)];
    const writes = ['un', 'deux', 'trois', 'quatre', 'cinq'].flatMap((text) => [ada.push(draftId, ada.typed(`a ${text}`)), grace.push(draftId, grace.typed(`g ${text}`))]);
    const seqs = (await Promise.all(writes)).map((outcome) => (outcome.outcome === 'saved' ? outcome.seq : 0));
    expect([...seqs].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(ada.text).toBe(grace.text);
    expect(ada.text).toContain('g cinq');
    expect(await replay(draftId)).toBe(ada.text);
    const told = ada.told('updated').flatMap(({ payload: { seq, updates } }) => (updates as Uint8Array[]).map((_, index) => (seq as number) - index));
    expect([...told].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('a late joiner gets only what it lacks, and the seeded outline is there for the first one', async () => {
    const draftId = await place.draft();
    const ada = await someone(draftId);
    expect(ada.text).toContain('Contexte');
    await ada.push(draftId, ada.typed('tard'));
    const late = new Writer(app, await place.person('Late', 'expert'));
    const answer = await late.join(draftId);
    expect(late.text).toBe(ada.text);
    expect(answer).toMatchObject({ seq: 2, right: 'reader' });
    expect(answer.seats).toMatchObject([{ personId: ada.actor.personId, name: 'Ada' }, { seat: answer.seat, name: 'Late' }]);
    expect(answer.cursors).toEqual([]);
  });

  it('presence carries the account’s name, one entry a connection, and an end', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(draftId, 'member', 'Ada'), await someone(draftId, 'member', 'Grace')];
    await app.get(DraftGateway).presence(grace.actor, { draftId, cursor: { anchor: Uint8Array.of(1), head: Uint8Array.of(2) } }, grace.socket);
    await wait(200);
    const { seat } = ada.seats().find(({ personId }) => personId === grace.actor.personId) ?? {};
    expect(ada.seats()).toContainEqual({ seat, personId: grace.actor.personId, name: 'Grace' });
    expect(ada.told('cursors').at(-1)?.payload).toEqual({ room: ada.room, cursors: [[seat, Uint8Array.of(1), Uint8Array.of(2)]] });
    grace.disconnect();
    await wait(200);
    expect(ada.told('left').at(-1)?.payload).toEqual({ room: ada.room, seats: [seat] });
  });

  it('a connection that cannot keep up is asked to resync, and sent nothing more until it does', async () => {
    const draftId = await place.draft();
    const [ada, slow] = [await someone(draftId), await someone(draftId)];
    slow.pendingPackets = 10_000;
    for (const text of ['a', 'b', 'c']) await ada.push(draftId, ada.typed(text));
    expect(slow.told('updated')).toHaveLength(0);
    expect(slow.told('resync')).toHaveLength(1);
    slow.pendingPackets = 0;
    await slow.join(draftId);
    expect(slow.text).toBe(ada.text);
    await ada.push(draftId, ada.typed('d'));
    expect(slow.text).toBe(ada.text);
  });
});

describe('nothing is told before it is durable', () => {
  it('when the commit fails, nobody hears of the update, its sender is told, and sending again saves it once', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(draftId), await someone(draftId)];
    const before = grace.text;
    const failing = jest.spyOn(app.get(DraftJournal), 'append').mockRejectedValueOnce(new Error('the disk is full'));
    const update = ada.typed('perdu ?');
    const pushId = newId();
    expect(await codeOf(ada.push(draftId, update, pushId))).toBe('drafts.cannot-save');
    failing.mockRestore();
    expect(grace.told('updated')).toHaveLength(0);
    expect((await app.get(DraftService).read(ada.actor, draftId)).projection.text).not.toContain('perdu');
    expect(await replay(draftId)).toBe(before);
    expect(await ada.push(draftId, update, pushId)).toEqual({ outcome: 'saved', seq: 2 });
    expect(grace.text).toBe(ada.text);
  });

  it('a commit whose answer was lost is heard by all, and the retry gets its first position', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(draftId), await someone(draftId)];
    const journal = app.get(DraftJournal);
    const append = journal.append.bind(journal);
    const lossy = jest.spyOn(journal, 'append').mockImplementationOnce(async (entries) => {
      await append(entries);
      throw new Error('connection lost');
    });
    const update = ada.typed('sauvé quand même');
    const pushId = newId();
    expect(await codeOf(ada.push(draftId, update, pushId))).toBe('drafts.cannot-save');
    lossy.mockRestore();
    expect(grace.text).toBe(ada.text);
    expect(await ada.push(draftId, update, pushId)).toEqual({ outcome: 'saved', seq: 2 });
    expect(await journalLength(draftId)).toBe(2);
  });

  it('the acknowledgement comes after the row and after the others were told', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(draftId), await someone(draftId)];
    await ada.push(draftId, ada.typed('ordre')).then(async () => {
      expect(grace.told('updated')).toHaveLength(1);
      expect(await journalLength(draftId)).toBe(2);
    });
  });

  it('the same push sent again, at once or later, is one row with one position', async () => {
    const draftId = await place.draft();
    const ada = await someone(draftId);
    const [update, pushId] = [ada.typed('une fois'), newId()];
    const twice = await Promise.all([ada.push(draftId, update, pushId), ada.push(draftId, update, pushId)]);
    await ada.push(draftId, ada.typed('autre'));
    const later = await ada.push(draftId, update, pushId);
    expect([...twice, later]).toEqual(Array(3).fill({ outcome: 'saved', seq: 2 }));
    expect(await journalLength(draftId)).toBe(3);
  });

  it('one push id for two different updates is refused, and the draft goes on without the second', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(draftId), await someone(draftId)];
    const pushId = newId();
    await ada.push(draftId, ada.typed('premier'), pushId);
    expect(await codeOf(ada.push(draftId, ada.typed('second'), pushId))).toBe('drafts.push-id-used-for-something-else');
    expect(grace.text).toContain('premier');
    expect(grace.text).not.toContain('second');
    expect(await replay(draftId)).toBe(grace.text);
  });
});

describe('what is missing is asked for', () => {
  it('an update without its predecessor is not journaled; after a resync everything is saved', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(draftId), await someone(draftId)];
    ada.typed('jamais envoyé');
    const outcome = await ada.push(draftId, ada.typed('trop tôt'));
    if (outcome.outcome !== 'resync') throw new Error(outcome.outcome);
    expect(await journalLength(draftId)).toBe(1);
    await ada.push(draftId, Y.encodeStateAsUpdate(ada.doc, outcome.stateVector));
    expect(grace.text).toBe(ada.text);
    expect(grace.text).toContain('jamais envoyé');
  });

  it('what another node appended is read from the journal and told here', async () => {
    const draftId = await place.draft();
    const ada = await someone(draftId);
    const elsewhere = new Writer(app, await place.person('Ailleurs', 'member'));
    Y.applyUpdate(elsewhere.doc, Y.encodeStateAsUpdate(ada.doc));
    await app.get(DraftJournal).append([
      { draftId, personId: elsewhere.actor.personId, clientId: elsewhere.doc.clientID, pushId: newId(), bytes: elsewhere.typed('autre nœud'), writers: [elsewhere.doc.clientID] },
    ]);
    for (let tries = 0; tries < 1_000 && !ada.text.includes('autre'); tries += 1) await wait(20);
    expect(ada.text).toContain('autre nœud');
    expect(await ada.push(draftId, ada.typed('suite'))).toEqual({ outcome: 'saved', seq: 3 });
    expect(await replay(draftId)).toBe(ada.text);
  });

  it('a draft whose journal is empty or has a hole is an error, never an empty document', async () => {
    const draftId = await place.draft();
    await place.rows('DELETE FROM drafts_update WHERE draft_id = $1', [draftId]);
    const ada = new Writer(app, await place.person('Ada', 'member'));
    expect(await codeOf(ada.join(draftId))).toBe('drafts.cannot-load');
    app.actAs(ada.actor);
    expect(await app.request('GET', `/api/drafts/${draftId}`)).toMatchObject({ status: 503, body: { code: 'drafts.cannot-load' } });
    expect(await journalLength(draftId)).toBe(0);
  });

  it('when the journal cannot be read the room is an error, and opens again once it can', async () => {
    const draftId = await place.draft();
    const failing = jest.spyOn(app.get(DraftHistory), 'load').mockRejectedValueOnce(new AppError('unavailable', 'drafts.cannot-load'));
    const ada = new Writer(app, await place.person('Ada', 'member'));
    expect(await codeOf(ada.join(draftId))).toBe('drafts.cannot-load');
    failing.mockRestore();
    await ada.join(draftId);
    expect(ada.text).toContain('Contexte');
    expect((await app.get(DraftRooms).open(draftId)).isBroken).toBe(false);
  });
});

describe('what is not allowed leaves no trace', () => {
  it('a reader’s push is refused on its meaning, however it is written', async () => {
    const draftId = await place.draft();
    const [ada, reader] = [await someone(draftId), await someone(draftId, 'expert')];
    expect(await codeOf(reader.push(draftId, reader.typed('en douce')))).toBe('drafts.read-only');
    expect(ada.text).not.toContain('en douce');
    expect(await journalLength(draftId)).toBe(1);
  });

  it('items under someone else’s client id are refused, by the room and by the journal itself', async () => {
    const draftId = await place.draft();
    const [ada, mallory] = [await someone(draftId), await someone(draftId)];
    await ada.push(draftId, ada.typed('signé Ada'));
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ada.doc));
    forged.clientID = ada.doc.clientID;
    const before = Y.encodeStateVector(forged);
    forged.getXmlFragment(contentField).insert(0, [new Y.XmlElement('paragraph')]);
    const update = Y.encodeStateAsUpdate(forged, before);
    expect(await codeOf(mallory.push(draftId, update))).toBe('drafts.client-id-belongs-to-someone-else');
    const [answer] = await app.get(DraftJournal).append([
      { draftId, personId: mallory.actor.personId, clientId: 5, pushId: newId(), bytes: update, writers: [ada.doc.clientID] },
    ]);
    expect(answer).toEqual({ outcome: 'theft', seq: null });
    expect(await journalLength(draftId)).toBe(2);
  });

  it('an attribute changed behind the gate’s back is found where it stands, and the draft is as before', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(draftId), await someone(draftId)];
    const before = grace.text;
    const heading = ada.doc.getXmlFragment(contentField).get(0) as Y.XmlElement;
    const vector = Y.encodeStateVector(ada.doc);
    heading.setAttribute('id', 'javascript:alert(1)');
    expect(await codeOf(ada.push(draftId, Y.encodeStateAsUpdate(ada.doc, vector)))).toBe('drafts.update-refused');
    expect(grace.text).toBe(before);
    expect(await replay(draftId)).toBe(before);
    await grace.push(draftId, grace.typed('la suite'));
    expect(await replay(draftId)).toBe(grace.text);
  });

  it('whoever insists on hostile updates is shown out', async () => {
    const draftId = await place.draft();
    const mallory = await someone(draftId);
    for (let time = 0; time < 5; time += 1) expect(await codeOf(mallory.push(draftId, Uint8Array.of(9, 9)))).toBe('drafts.update-refused');
    expect(mallory.told('closed').at(-1)?.payload).toEqual({ draftId, reason: 'refused-too-often' });
    expect(await codeOf(mallory.push(draftId, mallory.typed('encore')))).toBe('drafts.not-joined');
  });

  it('a third person finds nothing, by REST or by socket', async () => {
    const draftId = await place.draft();
    const third = new Writer(app, await place.person('Tiers'));
    expect(await codeOf(third.join(draftId))).toBe('drafts.not-found');
    app.actAs(third.actor);
    for (const [method, url, body] of [
      ['GET', `/api/drafts/${draftId}`, undefined], ['PATCH', `/api/drafts/${draftId}`, { title: 'à moi' }], ['GET', `/api/drafts/${draftId}/grants`, undefined],
      ['POST', `/api/drafts/${draftId}/grants`, { personId: third.actor.personId, right: 'editor' }], ['GET', `/api/drafts/${draftId}/export.html`, undefined],
    ] as const) {
      expect({ url, ...(await app.request(method, url, body)) }).toMatchObject({ url, status: 404, body: { code: 'drafts.not-found' } });
    }
    expect((await app.request('GET', '/api/drafts')).body).toEqual({ drafts: [] });
  });

  it('a browser of another protocol is told to reload', async () => {
    const draftId = await place.draft();
    const ada = await someone(draftId);
    const join = { protocol: 0, draftId, clientId: 1, stateVector: Uint8Array.of(0), seq: 0 };
    expect(await codeOf(app.get(DraftGateway).join(ada.actor, join, ada.socket))).toBe('drafts.reload-needed');
    expect(await codeOf(app.get(DraftGateway).join(ada.actor, { ...join, protocol: draftsProtocol, stateVector: Uint8Array.of(255) }, ada.socket))).toBe('drafts.update-refused');
  });
});
