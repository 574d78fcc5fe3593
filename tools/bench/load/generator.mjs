/** One process of the load: holds some of the clients, obeys the bench, writes down what it saw. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Arrivals } from './arrivals.mjs';
import { now, wait, within } from './clock.mjs';
import { Frames } from './frames.mjs';
import { Histogram } from './histogram.mjs';
import { LightClient } from './light-client.mjs';

const joinsAtOnce = 15;
const joinTimeoutMs = 60_000;
const letters = 'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ';

const frames = new Frames();
const lookEveryMs = 5;
const delays = monitorEventLoopDelay({ resolution: lookEveryMs });
let arrivals = new Arrivals(frames);
let clients = [];
let createWire;
let carriedBefore = 0;
let cpuAtStart = process.cpuUsage();

const editors = () => clients.filter(({ role }) => role === 'editor');
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

function create(seat, number) {
  return new LightClient({ seat, number, createWire, frames, arrivals });
}

async function connect(client) {
  try {
    return { ok: true, ...(await within(joinTimeoutMs, 'did not join in time', client.connect())) };
  } catch (error) {
    return { ok: false, error: error.message };
  }
}

/** So many at a time: a room fills, it is not stormed. */
async function inTurn(things, width, work) {
  const queue = [...things.entries()];
  const answers = [];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) answers[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return answers;
}

function carried() {
  clients.forEach((client) => client.countBytes());
  return sum(clients.map((client) => client.carried.in + client.carried.out));
}

const failures = (answers) => answers.filter(({ ok }) => !ok).map(({ error }) => error);

const commands = {
  async open({ seats, wire }) {
    ({ createWire } = await import(wire));
    arrivals = new Arrivals(frames);
    clients = seats.map(create);
    const answers = await inTurn(clients, joinsAtOnce, connect);
    return { joined: answers.filter(({ ok }) => ok).length, errors: failures(answers) };
  },

  async begin() {
    editors().forEach((client) => client.begin());
    return {};
  },

  /** Typing that is not measured: caches fill, hot code is compiled. */
  async warmUp({ seconds, rate }) {
    await Promise.all(editors().map((client) => typing(client, { until: now() + seconds * 1_000, every: 1_000 / rate, cursor: false, length: 1 })));
    return {};
  },

  /** Everybody types at their own pace, about `rate` keys a second; the load is what was typed, not what was planned. */
  async type({ seconds, rate, cursor = false, length = 1 }) {
    arrivals.open = true;
    clients.forEach((client) => client.countFromHere());
    delays.reset();
    delays.enable();
    cpuAtStart = process.cpuUsage();
    carriedBefore = carried();
    await Promise.all(editors().map((client) => typing(client, { until: now() + seconds * 1_000, every: 1_000 / rate, cursor, length })));
    delays.disable();
    const cpu = process.cpuUsage(cpuAtStart);
    return {
      keys: sum(editors().map(({ typed }) => typed.times.length)),
      // What is recorded is the time between two looks.
      lag: { p50: delays.percentile(50) / 1e6 - lookEveryMs, p99: delays.percentile(99) / 1e6 - lookEveryMs },
      cpuMs: (cpu.user + cpu.system) / 1_000,
      refusals: clients.flatMap(({ refusals }) => refusals),
      closed: clients.filter(({ closed }) => closed).length,
    };
  },

  async carried() {
    return { bytes: carried() - carriedBefore };
  },

  /** What was typed here and when, for the other processes to measure by. */
  async typed() {
    return editors().map(({ clientId, draft, typed }) => [clientId, { draft, first: typed.first, times: typed.times }]);
  },

  async measure({ typed }) {
    arrivals.open = false;
    const measured = arrivals.measure(clients, new Map(typed));
    const acks = new Histogram();
    editors().forEach(({ ackTimes }) => ackTimes.forEach((ms) => acks.add(ms)));
    return { editor: measured.editor.counts, watcher: measured.watcher.counts, missing: measured.missing, expected: measured.expected, acks: acks.counts };
  },

  async fingerprints() {
    return editors().map((client) => [client.draft, client.fingerprint()]);
  },

  /** How far each writer got, and how far the server said it had it. */
  async accounts() {
    return editors().map(({ clientId, typed, ackedClock }) => ({ clientId, first: typed.first, sent: typed.first + typed.times.length, acked: ackedClock }));
  },

  async quietAt() {
    return { arrived: arrivals.count, unacked: sum(editors().map(({ pushes, pushesBefore, ackTimes }) => pushes - pushesBefore - ackTimes.length)) };
  },

  /** All connections die at one moment and come back at once; each then writes one edit and waits for its acknowledgement. */
  async storm({ at, patienceMs }) {
    await wait(at - now());
    clients.forEach((client) => client.drop());
    clients = clients.map(({ seat, number }) => create({ ...seat, role: 'editor' }, number));
    const errors = [];
    const backAfter = await Promise.all(clients.map((client) => returning(client.number, { at, patienceMs, errors })));
    return { backAfter, errors };
  },

  async drop() {
    clients.forEach((client) => client.drop());
    return {};
  },
};

async function typing(client, { until, every, cursor, length }) {
  await wait(Math.random() * every);
  for (let key = 0; now() < until && !client.closed; key += 1) {
    const at = now();
    client.type(length === 1 ? (letters[key % letters.length]) : letters.repeat(Math.ceil(length / letters.length)).slice(0, length));
    if (cursor) client.point();
    await wait(every * (0.7 + Math.random() * 0.6) - (now() - at));
  }
}

/** Milliseconds from the cut to the first acknowledged edit; tries again after a second as a browser would, null when it never came. */
async function returning(number, { at, patienceMs, errors }) {
  while (now() - at < patienceMs) {
    const answer = await connect(clients[number]);
    if (answer.ok) {
      const client = clients[number];
      const written = new Promise((done) => (client.onAcknowledged = done));
      client.begin();
      await within(patienceMs, 'was not acknowledged', written).catch((error) => errors.push(error.message));
      return client.ackTimes.length > 0 ? now() - at : null;
    }
    errors.push(answer.error);
    clients[number].drop();
    await wait(500 + Math.random() * 500);
    clients[number] = create(clients[number].seat, number);
  }
  return null;
}

process.on('message', async ({ id, command, input }) => {
  try {
    process.send({ id, output: await commands[command](input) });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});
process.on('disconnect', () => process.exit(0));
