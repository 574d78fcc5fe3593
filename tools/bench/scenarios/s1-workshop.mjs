import { runRoom, seatsOf } from './room.mjs';

const megabytes = (bytes) => (bytes === null ? null : bytes / 2 ** 20);

/** S1: one draft, many people, with and without cursors; then a calm and a quiet room. */
export const workshop = {
  name: 'S1',
  title: 'One draft, one workshop',

  async run(target, { options, note }) {
    const people = { editors: options.editors, watchers: options.watchers };
    const [busy, pointing, calm, quiet] = await target.prepare({ drafts: 4, people: { editor: people.editors, watcher: people.watchers } });
    const busyLoad = { seconds: options.seconds, rate: 5 };
    await measured(`${people.editors} editors + ${people.watchers} watchers, 5 keys/s each`, busy, people, busyLoad);
    await measured('the same with a cursor per key', pointing, people, { ...busyLoad, cursor: true });
    await measured('calm: 10 editors + 40 watchers, 1 key/s each', calm, { editors: 10, watchers: 40 }, { seconds: options.seconds / 2, rate: 1 });
    await measured('quiet: 2 editors, 1 key/s each', quiet, { editors: 2 }, { seconds: options.seconds / 2, rate: 1 });

    async function measured(group, draft, room, load) {
      note.group(group);
      try {
        const result = await runRoom(target, seatsOf(target, draft, room), load, room.editors > 10 ? options.generators : 2);
        tell(note, result, { watchers: room.watchers > 0, kind: group.split(':')[0] });
      } catch (error) {
        note.failed(error);
      }
    }
  },
};

const targets = {
  calm: { editorP99: '≤ 30 ms' },
  quiet: { editorP50: '≤ 5 ms' },
};

/** The figures of one room, the same rows for every load. */
export function tell(note, result, { watchers, kind = '' }) {
  const aim = targets[kind] ?? {};
  // What never arrived cost nothing yet: a server that is behind is charged for what it did.
  const keys = Math.max(1, result.keys * (1 - result.missing / Math.max(1, result.expected)));
  note.row('edits typed', result.keys, '');
  note.row('editor sees the edit, p50', result.editor.quantile(0.5), 'ms', aim.editorP50);
  note.row('editor sees the edit, p95', result.editor.quantile(0.95), 'ms');
  note.row('editor sees the edit, p99', result.editor.quantile(0.99), 'ms', aim.editorP99);
  if (watchers) {
    note.row('watcher sees the edit, p50', result.watcher.quantile(0.5), 'ms');
    note.row('watcher sees the edit, p95', result.watcher.quantile(0.95), 'ms');
    note.row('watcher sees the edit, p99', result.watcher.quantile(0.99), 'ms', '≤ 120 ms');
  }
  note.row('acknowledged, p50', result.acks.quantile(0.5), 'ms');
  note.row('acknowledged, p95', result.acks.quantile(0.95), 'ms', kind === '' ? undefined : '≤ 250 ms');
  note.row('server CPU per edit', result.serverCpuMs / keys, 'ms');
  note.row('database CPU per edit', result.databaseCpuMs / keys, 'ms');
  note.row('server + database CPU per edit', (result.serverCpuMs + result.databaseCpuMs) / keys, 'ms', '≤ half of the best peer');
  note.row('bytes per edit, all connections', result.bytes / keys, 'B');
  note.row('server memory, peak RSS', megabytes(result.peakResident), 'MiB');
  note.row('server memory at the end, PSS', megabytes(result.proportional), 'MiB');
  note.row('database memory at the end, PSS', megabytes(result.databaseProportional), 'MiB');
  note.row('deliveries that had not come after 45 s more', result.missing, '', '0');
  note.row('refusals and cut connections', result.refusals.length + result.closed, '', '0');
  note.row('converged (editors, fresh client)', result.converged ? 'yes' : 'no', '', 'yes');
  note.row('load processes: event loop late, p99', result.lag.p99, 'ms', 'small, or the load is the limit');
  if (result.refusals.length > 0) note.remark(`refused: ${[...new Set(result.refusals)].join(', ')}`);
}
