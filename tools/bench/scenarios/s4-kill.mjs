import { wait } from '../load/clock.mjs';
import * as Y from 'yjs';
import { Crowd } from '../load/crowd.mjs';
import { freshClient, seatsOf } from './room.mjs';

/** S4: the power goes in the middle of typing, every tab is closed, the server starts again: what does somebody new find? */
export const kill = {
  name: 'S4',
  title: 'kill -9 while people type, read back by a fresh client only',

  async run(target, { options, note }) {
    const editors = options.short ? 6 : 20;
    note.group(`${editors} editors at 5 keys/s, ${options.kills} kills of server and database`);
    const [draft] = await target.prepare({ drafts: 1, people: { editor: editors } });
    const total = { sent: 0, acked: 0, lost: 0, absent: 0 };
    const former = [];
    for (let round = 0; round < options.kills; round += 1) {
      former.push(...(await typeAndKill(target, { draft, editors, options })));
      await wait(300);
      await target.startProgram();
      await wait(500);
    }
    const found = await fingersOf(target, draft);
    for (const { clientId, first, sent, acked } of former) {
      const there = found.get(clientId) ?? 0;
      total.sent += sent - first;
      total.acked += Math.max(0, acked - first);
      total.absent += Math.max(0, sent - Math.max(first, there));
      total.lost += Math.max(0, acked - Math.max(first, there));
    }
    note.row('sent', total.sent, '');
    note.row('acknowledged', total.acked, '');
    note.row('lost although acknowledged', total.lost, '', '0');
    note.row('share of the acknowledged that was lost', total.acked === 0 ? null : (100 * total.lost) / total.acked, '%', '0 %');
    note.row('sent, not acknowledged, and not found (nobody was promised them)', total.absent - total.lost, '');
  },
};

/** Answers what each writer had sent and what the server had said it had. */
async function typeAndKill(target, { draft, editors, options }) {
  const crowd = new Crowd(options.short ? 1 : 2);
  try {
    const { errors } = await crowd.open(seatsOf(target, draft, { editors }), target.wire);
    if (errors.length > 0) throw new Error(`${errors.length} could not join: ${errors[0]}`);
    await crowd.all('begin');
    const typing = crowd.all('type', { seconds: 60, rate: 5 }).catch(() => undefined);
    await wait(1_500 + Math.random() * 3_500);
    await target.kill();
    await wait(300);
    const accounts = (await crowd.all('accounts')).flat();
    await crowd.all('drop');
    await Promise.race([typing, wait(1_000)]);
    return accounts;
  } finally {
    await crowd.close();
  }
}

async function fingersOf(target, draft) {
  const client = await freshClient(target, target.seat({ draft, person: 0, role: 'editor' }));
  // A server that reads its store after answering gets the time to.
  await wait(3_000);
  const vector = Y.decodeStateVector(client.stateVector());
  client.drop();
  return vector;
}
