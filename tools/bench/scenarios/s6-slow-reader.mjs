import { Crowd } from '../load/crowd.mjs';
import { Meter } from '../load/process-tree.mjs';
import { slowLine } from '../load/throttle.mjs';
import { newClient, seatsOf } from './room.mjs';

const bytesPerSecond = 1_000;
/** Long enough a text a key for the kernel’s own buffers, some megabytes, to be full while people still type. */
const pasted = 2_000;

/** S6: somebody reads over a line of 1 kB/s while the others paste; do the others notice, and does the server hoard? */
export const slowReader = {
  name: 'S6',
  title: 'One reader on a line of 1 kB/s',

  async run(target, { options, note }) {
    const editors = Math.min(20, options.editors);
    const watchers = Math.min(20, options.watchers);
    note.group(`${editors} editors who paste ${pasted / 1_000} kB twice a second, ${watchers} watchers`);
    const people = { editor: editors, watcher: watchers + 1 };
    const [without, withOne] = await target.prepare({ drafts: 2, people });
    const alone = await typed(target, seatsOf(target, without, { editors, watchers }), options);
    const slow = await readSlowly(target, target.seat({ draft: withOne, person: watchers, role: 'watcher' }));
    const beside = await typed(target, seatsOf(target, withOne, { editors, watchers }), options);
    tell(note, { alone, beside });
    note.row('kB sent to the slow reader’s line', slow.received() / 1_000, '');
    note.row('the slow reader was', slow.state(), '');
    slow.close();
  },
};

async function readSlowly(target, seat) {
  const line = await slowLine({ port: Number(new URL(seat.url).port), bytesPerSecond });
  const address = new URL(seat.url);
  address.port = String(line.port);
  const client = await newClient(target, { ...seat, url: address.href.replace(/\/$/, '') });
  client.applies = false;
  const joining = client.connect().catch(() => undefined);
  await joining;
  client.onFailed = () => undefined;
  return {
    received: () => (client.countBytes(), client.carried.in),
    state: () => (client.refusals.length > 0 ? client.refusals.at(-1) : client.closed ? 'cut off' : 'kept waiting'),
    close: () => (client.drop(), line.close()),
  };
}

async function typed(target, seats, options) {
  const crowd = new Crowd(options.generators);
  try {
    const { errors } = await crowd.open(seats, target.wire);
    if (errors.length > 0) throw new Error(`${errors.length} could not join: ${errors[0]}`);
    await crowd.all('begin');
    await crowd.settled(10_000);
    const meter = new Meter(target.pids);
    const seen = await crowd.type({ seconds: options.seconds, rate: 2, length: pasted }, { settleMs: 20_000, meter });
    return { ...seen, ...meter.stopped };
  } finally {
    await crowd.close();
  }
}

function tell(note, { alone, beside }) {
  const megabytes = (bytes) => bytes / 2 ** 20;
  note.row('the others see the edit, p99, without', alone.editor.quantile(0.99), 'ms');
  note.row('the others see the edit, p99, with', beside.editor.quantile(0.99), 'ms', 'the same');
  note.row('server memory, peak RSS, without', megabytes(alone.peakResident), 'MiB');
  note.row('server memory, peak RSS, with', megabytes(beside.peakResident), 'MiB', 'bounded');
  note.row('deliveries to the others that never came', alone.missing + beside.missing, '', '0');
}
