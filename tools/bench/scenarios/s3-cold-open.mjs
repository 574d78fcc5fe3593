import { wait } from '../load/clock.mjs';
import { rangesOf } from '../load/frames.mjs';
import { loadTrace, updatesOf } from '../load/traces.mjs';
import { residentBytes } from '../load/process-tree.mjs';
import { collectGarbage } from '../peers/collect.mjs';
import { freshClient, newClient } from './room.mjs';

const pushesPerSecond = 40;
const coldOpens = 15;
const warmDrafts = 3;
const copiesAtOnce = 5;

/** S3: a long real history is opened by somebody who has nothing, by a server that has it on disk only; then many are kept open. */
export const coldOpen = {
  name: 'S3',
  title: 'Cold open of a long history, and memory per open draft',

  async run(target, { options, note }) {
    const trace = history(options);
    note.group(`${trace.name}: ${trace.keys} edits, ${Math.round(trace.stateBytes / 1024)} kB of state, ${options.copies} copies`);
    const [first] = await target.prepare({ drafts: 1, people: { editor: 1 } });
    const seat = (draft) => ({ ...target.seat({ draft, person: 0, role: 'editor' }), expectedBytes: trace.stateBytes * 0.8 });
    await write(target, first, trace);
    await settle(target, options);
    const drafts = target.copies ? await target.copies(first, options.copies) : await typedCopies(target, first, { trace, options });
    await target.stopProgram();
    await target.startProgram();
    await wait(2_000);

    const warm = drafts.splice(0, warmDrafts);
    const held = [];
    for (const draft of warm) held.push(await freshClient(target, { ...seat(draft) }));
    note.row('text complete', held.every((client) => client.joinBytes >= trace.stateBytes * 0.8) ? 'yes' : 'no', '', 'yes');
    await coldOpenings(target, drafts, { seat, note, held });
    await memory(target, drafts, { seat, note, held });
    held.forEach((client) => client.drop());
  },
};

const charactersOf = ({ doc }) => doc.getXmlFragment('content').toArray().flatMap((element) => element.toArray()).reduce((sum, text) => sum + (text.length ?? 0), 0);

let known;
/** Made once for all servers: the same bytes for each. */
function history(options) {
  if (known) return known;
  const trace = loadTrace('seph-blog1', options.traces);
  if (options.short) trace.txns = trace.txns.slice(0, 12_000);
  known = { name: trace.name, ...updatesOf(trace, options.short ? 60 : 600) };
  return known;
}

/** Through the front door, at a pace each server accepts; copies as fast as it goes. */
async function write(target, draft, { updates, clientId }, paced = true) {
  const writer = await writerOf(target, draft, clientId);
  let until = 0;
  for (const [index, update] of updates.entries()) {
    until = rangesOf(update).reduce((reached, [, clock, length]) => Math.max(reached, clock + length), until);
    writer.sent[index] = { at: 0, until };
    writer.wire.push(index, update);
    if (paced) await wait(1_000 / pushesPerSecond);
  }
  await acknowledgedOrStill(writer, updates.length);
  if (writer.refusals.length > 0) throw new Error(`the history was refused: ${writer.refusals[0]}`);
  writer.drop();
}

/** An echo does not name what it echoes, and a pure deletion has nothing to know it by: silence must do where not all is answered. */
async function acknowledgedOrStill(writer, count) {
  for (let still = 0, before = -1; writer.ackTimes.length < count && still < 20; before = writer.ackTimes.length) {
    await wait(100);
    still = writer.ackTimes.length === before ? still + 1 : 0;
  }
}

/** Joins under the Yjs client id that wrote the history. */
async function writerOf(target, draft, clientId) {
  const writer = await newClient(target, target.seat({ draft, person: 0, role: 'editor' }));
  writer.doc.clientID = clientId;
  writer.clientId = clientId;
  writer.applies = false;
  await writer.connect();
  return writer;
}

/** Debounced servers store, and ours compacts, a moment after the last edit. */
const settle = (target, options) => wait(options.short ? 4_000 : 12_000);

async function typedCopies(target, first, { trace, options }) {
  const names = Array.from({ length: options.copies }, (_, index) => `${first}-copy-${index}`);
  for (let from = 0; from < names.length; from += copiesAtOnce) {
    await Promise.all(names.slice(from, from + copiesAtOnce).map((name) => write(target, name, trace, false)));
  }
  return names;
}

/** From the question to the last byte of the answer, the socket being open; each draft is opened for the first time since the start. */
async function coldOpenings(target, drafts, { seat, note, held }) {
  const times = [];
  for (const draft of drafts.splice(0, Math.min(coldOpens, drafts.length / 2))) {
    const client = await freshClient(target, seat(draft), { reads: false });
    times.push(client.joinMs);
    held.push(client);
  }
  times.sort((left, right) => left - right);
  note.row('cold open, server’s part, median', times[Math.floor(times.length / 2)], 'ms', '≤ 50 ms');
  note.row('cold open, server’s part, slowest', times.at(-1), 'ms');
  const again = await freshClient(target, seat(held[0].draft), { reads: false });
  note.row('opened again while others have it open', again.joinMs, 'ms');
  again.drop();
}

async function memory(target, drafts, { seat, note, held }) {
  const { server, database } = target.pids;
  const resident = () => residentBytes(server, database ? [database] : []);
  await wait(3_000);
  await collectGarbage(target.program);
  const before = resident();
  for (const draft of drafts) {
    held.push(await freshClient(target, seat(draft), { reads: false }));
  }
  await wait(5_000);
  const after = resident();
  const collected = (await collectGarbage(target.program)) ? (await wait(1_000), resident()) : null;
  const perDraft = (bytes) => (bytes - before) / drafts.length / 2 ** 20;
  note.row('memory per open draft, RSS as it stands', perDraft(after), 'MiB', '≤ 0.5 MiB');
  note.row('memory per open draft, RSS after a collection', collected === null ? null : perDraft(collected), 'MiB', '≤ 0.5 MiB');
}
