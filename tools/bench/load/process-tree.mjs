import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU in ticks of 10 ms. */
const msPerTick = 10;
const pageBytes = 4_096;

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces and brackets: the fields begin after its last bracket.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(fields[1]), own: Number(fields[11]) + Number(fields[12]), reaped: Number(fields[13]) + Number(fields[14]) };
  } catch {
    return null;
  }
}

/** A process and all that descend from it, without `except` and what descends from those. */
function treeOf(root, except = []) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => statOf(Number(name))).filter(Boolean);
  const found = [];
  const visit = (pid) => {
    const stat = all.find((each) => each.pid === pid);
    if (!stat || except.includes(pid)) return;
    found.push(stat);
    all.filter(({ parent }) => parent === pid).forEach((child) => visit(child.pid));
  };
  visit(root);
  return found;
}

/** What living processes used, and the dead children of the first (a PostgreSQL session ends, its time stays with the postmaster). */
export function cpuMs(root, except) {
  const tree = treeOf(root, except);
  return msPerTick * (tree.reduce((sum, { own }) => sum + own, 0) + (tree[0]?.reaped ?? 0));
}

export function residentBytes(root, except) {
  return treeOf(root, except).reduce((sum, { pid }) => sum + residentOf(pid), 0);
}

function residentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes;
  } catch {
    return 0;
  }
}

/** Shared pages counted once among those who share them: PostgreSQL's processes all map the same buffers. Null where unreadable. */
export function proportionalBytes(root, except) {
  try {
    const kilobytes = treeOf(root, except).map(({ pid }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]));
    return kilobytes.reduce((sum, each) => sum + each, 0) * 1_024;
  } catch {
    return null;
  }
}

/** Watches a server while a load runs: CPU between start and stop, the highest memory seen. */
export class Meter {
  constructor({ server, database }) {
    this.server = server;
    this.database = database;
    this.except = database ? [database] : [];
    this.peak = 0;
    this.before = this.cpu();
    this.sampler = setInterval(() => this.sample(), 250);
  }

  stop() {
    clearInterval(this.sampler);
    this.sample();
    const after = this.cpu();
    this.stopped = {
      serverCpuMs: after.server - this.before.server,
      databaseCpuMs: after.database - this.before.database,
      peakResident: this.peak,
      proportional: proportionalBytes(this.server, this.except),
      databaseProportional: this.database ? proportionalBytes(this.database) : null,
    };
    return this.stopped;
  }

  sample() {
    this.peak = Math.max(this.peak, residentBytes(this.server, this.except));
  }

  cpu() {
    return { server: cpuMs(this.server, this.except), database: this.database ? cpuMs(this.database) : 0 };
  }
}
