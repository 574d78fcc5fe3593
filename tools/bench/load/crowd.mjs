import { fork } from 'node:child_process';
import { join } from 'node:path';
import { wait } from './clock.mjs';
import { Histogram, mergedHistogram } from './histogram.mjs';

const program = join(import.meta.dirname, 'generator.mjs');

/** The processes of the load, spoken to as one. */
export class Crowd {
  constructor(count) {
    this.processes = Array.from({ length: count }, () => fork(program, { serialization: 'advanced' }));
    this.pending = new Map();
    this.nextId = 0;
    for (const child of this.processes) {
      child.on('message', (answer) => this.settle(answer));
      child.on('exit', (code) => code && this.fail(new Error(`a load process ended with ${code}`)));
    }
  }

  /** Editors in the first half of the processes, watchers in the second: a listener's work delays nobody's keys. */
  async open(seats, wire) {
    this.shares = this.processes.map(() => []);
    const half = Math.max(1, Math.floor(this.processes.length / 2));
    const onlyEditors = seats.every(({ role }) => role === 'editor');
    const dealt = { editor: 0, watcher: 0 };
    for (const seat of seats) {
      const turn = dealt[seat.role]++;
      const editorsIn = onlyEditors ? this.processes.length : half;
      const index = seat.role === 'editor' ? turn % editorsIn : half + (turn % Math.max(1, this.processes.length - half));
      this.shares[Math.min(index, this.processes.length - 1)].push(seat);
    }
    const answers = await Promise.all(this.processes.map((child, index) => this.tell(child, 'open', { seats: this.shares[index], wire })));
    const errors = answers.flatMap((answer) => answer.errors);
    return { joined: answers.reduce((sum, { joined }) => sum + joined, 0), errors };
  }

  async all(command, input = {}) {
    return Promise.all(this.processes.map((child) => this.tell(child, command, input)));
  }

  /** Types, waits until nothing more arrives, then puts together what every process saw. */
  async type(load, { settleMs = 15_000, meter } = {}) {
    const ran = await this.all('type', load);
    // A server that is behind still works for what was typed: its costs are counted until everything has arrived.
    const settled = await this.settled(settleMs);
    meter?.stop();
    const carried = await this.all('carried');
    const typed = (await this.all('typed')).flat();
    const measured = await this.all('measure', { typed });
    const histogram = (name) => mergedHistogram(measured.map((each) => new Histogram(each[name])));
    return {
      keys: ran.reduce((sum, { keys }) => sum + keys, 0),
      bytes: carried.reduce((sum, { bytes }) => sum + bytes, 0),
      settled,
      lag: { p50: Math.max(...ran.map(({ lag }) => lag.p50)), p99: Math.max(...ran.map(({ lag }) => lag.p99)) },
      generatorCpuMs: ran.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      refusals: ran.flatMap(({ refusals }) => refusals),
      closed: ran.reduce((sum, { closed }) => sum + closed, 0),
      editor: histogram('editor'),
      watcher: histogram('watcher'),
      acks: histogram('acks'),
      missing: measured.reduce((sum, { missing }) => sum + missing, 0),
      expected: measured.reduce((sum, { expected }) => sum + expected, 0),
    };
  }

  /** Until two looks in a row see nothing new and everything is acknowledged, or time is up. */
  async settled(limitMs) {
    const end = Date.now() + limitMs;
    let before = -1;
    while (Date.now() < end) {
      await wait(500);
      const looks = await this.all('quietAt');
      const arrived = looks.reduce((sum, look) => sum + look.arrived, 0);
      if (arrived === before && looks.every(({ unacked }) => unacked === 0)) return true;
      before = arrived;
    }
    return false;
  }

  async close() {
    await this.all('drop').catch(() => undefined);
    this.closing = true;
    this.processes.forEach((child) => child.disconnect());
  }

  tell(child, command, input) {
    const id = this.nextId++;
    return new Promise((done, failed) => {
      this.pending.set(id, { done, failed });
      child.send({ id, command, input });
    });
  }

  settle({ id, output, error }) {
    const { done, failed } = this.pending.get(id);
    this.pending.delete(id);
    if (error) failed(new Error(error));
    else done(output);
  }

  fail(error) {
    if (this.closing) return;
    for (const { failed } of this.pending.values()) failed(error);
    this.pending.clear();
  }
}
