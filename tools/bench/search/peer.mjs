import { fork } from 'node:child_process';
import { totalmem } from 'node:os';

/** Most of the machine’s memory: the engine holds every document. */
const heapMegabytes = Math.floor((totalmem() / 2 ** 20) * 0.6);

/** Measures an engine in a process of its own, whose memory is free again once it has ended. */
export function measureApart({ note, ...told }) {
  return new Promise((done) => {
    const child = fork(new URL('peer.process.mjs', import.meta.url), { execArgv: [`--max-old-space-size=${heapMegabytes}`] });
    let isWhole = false;
    child.on('message', ({ how, values }) => note[how](...values));
    child.once('disconnect', () => (isWhole = true));
    child.once('exit', (code, signal) => {
      if (!isWhole || code !== 0) note.failed(new Error(`its process ended early (${signal ?? code}), with at most ${heapMegabytes} MB for its heap`));
      done();
    });
    child.send(told);
  });
}
