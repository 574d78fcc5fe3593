import { wait, within } from '../load/clock.mjs';
import { Crowd } from '../load/crowd.mjs';
import { Frames } from '../load/frames.mjs';
import { LightClient } from '../load/light-client.mjs';
import { Meter } from '../load/process-tree.mjs';

const warmUpSeconds = 3;
const joinTimeoutMs = 30_000;
/** A server that is minutes behind is not waited for. */
const settleWithinMs = 45_000;

/** Seats of a room: editors and watchers of one draft, each a person of their own. */
export function seatsOf(target, draft, { editors, watchers = 0 }, firstPerson = 0) {
  const seat = (role) => (_, index) => target.seat({ draft, person: firstPerson + index, role });
  return [...Array.from({ length: editors }, seat('editor')), ...Array.from({ length: watchers }, seat('watcher'))];
}

export async function newClient(target, seat) {
  const { createWire } = await import(target.wire);
  return new LightClient({ seat: { ...seat, role: 'editor' }, number: 0, createWire, frames: new Frames(), arrivals: null });
}

/** Somebody who was not there: joins with nothing and reads, unless only the answer matters. */
export async function freshClient(target, seat, { reads = true } = {}) {
  const client = await newClient(target, seat);
  client.applies = reads;
  const { ms, bytes } = await within(joinTimeoutMs, 'the fresh client did not get the text in time', client.connect());
  return Object.assign(client, { joinMs: ms, joinBytes: bytes });
}

/** Fills the room, lets everybody type, measures, and compares what editors and a fresh client read. */
export async function runRoom(target, seats, load, generators) {
  const crowd = new Crowd(generators);
  try {
    const { joined, errors } = await crowd.open(seats, target.wire);
    if (errors.length > 0) throw new Error(`${errors.length} of ${seats.length} could not join: ${errors[0]}`);
    await crowd.all('begin');
    await crowd.settled(20_000);
    await crowd.all('warmUp', { seconds: warmUpSeconds, rate: load.rate });
    await crowd.settled(20_000);
    const meter = new Meter(target.pids);
    const seen = await crowd.type(load, { settleMs: settleWithinMs, meter });
    return { joined, ...seen, ...meter.stopped, converged: await converged(target, crowd, seats) };
  } finally {
    await crowd.close();
  }
}

/** Editors of each draft among themselves, and with a fresh reader; tries again while the last updates travel. */
async function converged(target, crowd, seats) {
  for (let tries = 0; tries < 8; tries += 1) {
    const prints = (await crowd.all('fingerprints')).flat();
    const drafts = new Map(prints);
    const agree = prints.every(([draft, print]) => drafts.get(draft) === print);
    if (agree && (await freshAgrees(target, seats, drafts))) return true;
    await wait(1_000);
  }
  return false;
}

async function freshAgrees(target, seats, prints) {
  // Of many drafts, a sample.
  const sample = [...prints.keys()].slice(0, 5);
  for (const draft of sample) {
    const client = await freshClient(target, seats.find((seat) => seat.draft === draft && seat.role === 'editor'));
    const print = client.fingerprint();
    client.drop();
    if (print !== prints.get(draft)) return false;
  }
  return true;
}
