import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@cohorte/networks/contract';
import { type Ack, Decoder, Encoder, type UpOutput, wireName } from '@cohorte/platform/contract';
import { createTestApp } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { draftsChannel, draftsProtocol } from '../../contract';
import { DraftSeats } from './draft-seats';
import { Neighbourhood, Writer } from '../drafts.fixtures';
import { DraftsModule } from '../drafts.module';

let app: TestApp;
let place: Neighbourhood;
let ada: Actor;
let address: string;

beforeAll(async () => {
  app = await createTestApp({ imports: [DraftsModule], actor: null });
  place = await Neighbourhood.build(app);
  ada = await place.person('Ada', 'member');
  app.actAs(ada);
  address = await app.address();
});

afterAll(async () => {
  await place?.close();
  await app?.close();
});

type Socket = ReturnType<typeof io>;
const connect = (): Socket => io(address, { path: '/live', parser: { Encoder, Decoder }, extraHeaders: { origin: address }, transports: ['websocket'], forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 500 });

async function join(socket: Socket, draftId: string, doc: Y.Doc, seq = 0): Promise<UpOutput<typeof draftsChannel, 'join'>> {
  const input = { protocol: draftsProtocol, draftId, clientId: doc.clientID, stateVector: Y.encodeStateVector(doc), seq };
  const ack = (await socket.timeout(20_000).emitWithAck(wireName(draftsChannel, 'join'), input)) as Ack;
  if (!ack.ok) throw new Error(ack.code);
  const joined = ack.output as UpOutput<typeof draftsChannel, 'join'>;
  joined.updates.forEach((update) => Y.applyUpdate(doc, update));
  return joined;
}

/** The bytes of the network, held back by whoever reads. */
const wireOf = (socket: Socket) => (socket.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }).ws;

async function until(holds: () => boolean, tries = 300): Promise<boolean> {
  for (let time = 0; time < tries && !holds(); time += 1) await wait(50);
  return holds();
}

describe('a connection that reads nothing', () => {
  it('costs the server so much and no more, costs the others nothing, and starts again where it was', async () => {
    const draftId = await place.draft();
    const [slow, doc] = [connect(), new Y.Doc()];
    const writer = new Writer(app, ada);
    const other = new Writer(app, await place.person('Grace', 'member'));
    await Promise.all([writer.join(draftId), other.join(draftId)]);
    const resyncs: unknown[] = [];
    slow.on(wireName(draftsChannel, 'resync'), (message) => resyncs.push(message));
    slow.on(wireName(draftsChannel, 'updated'), ({ updates }: { updates: Uint8Array[] }) => updates.forEach((update) => Y.applyUpdate(doc, update)));
    try {
      const { seq } = await join(slow, draftId, doc);
      wireOf(slow).pause();
      const seat = app.get(DraftSeats).in(draftId).find(({ clientId }) => clientId === doc.clientID);
      let most = 0;
      for (let row = 0; row < 60; row += 1) {
        await writer.push(draftId, writer.typed(`${row} ${'long '.repeat(60_000)}`));
        most = Math.max(most, seat?.socket.pendingBytes ?? 0);
      }
      expect(seat?.behind).toBe(true);
      expect(most).toBeLessThan(2_000_000);
      expect(other.text).toBe(writer.text);
      wireOf(slow).resume();
      expect(await until(() => resyncs.length === 1)).toBe(true);
      await join(slow, draftId, doc, seq);
      expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(writer.doc));
    } finally {
      slow.disconnect();
    }
  });
});

describe('everybody’s connection breaks at once', () => {
  it('all are back and writing, and the database was asked by a few at a time', async () => {
    const draftId = await place.draft();
    const people = Array.from({ length: 80 }, () => ({ socket: connect(), doc: new Y.Doc() }));
    try {
      await Promise.all(people.map(({ socket, doc }) => join(socket, draftId, doc)));
      const back = people.map(({ socket, doc }) => new Promise<string>((resolve) => {
        socket.once('disconnect', () => socket.once('connect', () => void join(socket, draftId, doc).then(async () => {
          const update = new Writer(app, ada).typed('de retour');
          const [clientId] = [...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update)).keys()];
          const push = { draftId, clientId, pushId: crypto.randomUUID(), update };
          const ack = (await socket.timeout(20_000).emitWithAck(wireName(draftsChannel, 'push'), push)) as Ack;
          resolve(ack.ok ? (ack.output as { outcome: string }).outcome : ack.code);
        }, (error: Error) => resolve(error.message))));
      }));
      people.forEach(({ socket }) => socket.io.engine.close());
      expect(new Set(await Promise.all(back))).toEqual(new Set(['saved']));
      expect(app.get(DraftSeats).in(draftId)).toHaveLength(80);
    } finally {
      people.forEach(({ socket }) => socket.disconnect());
    }
  });
});
