import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** What one reading may use. */
export interface ReadingLimits {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Of memory in use, libraries outside the heap included. */
  readonly bytes: number;
}

export type Stopped = 'time' | 'memory' | null;

const lookEveryMs = 250;
/** Ticks a second and bytes a page, on every Linux we run on. */
const [tickMs, pageBytes] = [10, 4_096];

/** Stops a process that takes too long, computes too much or grows too large, and answers why once it has ended. Where there is no `/proc`, only its time is watched. */
export function watched(child: ChildProcess, limits: ReadingLimits, ended: AbortSignal): Promise<{ code: number | null; stopped: Stopped }> {
  let stopped: Stopped = null;
  const stop = (why: Stopped): void => {
    stopped ??= why;
    child.kill('SIGKILL');
  };
  const abandon = (): void => stop('time');
  if (ended.aborted) abandon();
  else ended.addEventListener('abort', abandon, { once: true });
  const clock = setTimeout(() => stop('time'), limits.wallMs);
  const look = setInterval(() => void used(child.pid).then(({ cpuMs, bytes }) => (cpuMs > limits.cpuMs ? stop('time') : bytes > limits.bytes ? stop('memory') : undefined)), lookEveryMs);
  return new Promise((done) => {
    const end = (code: number | null): void => {
      clearTimeout(clock);
      clearInterval(look);
      ended.removeEventListener('abort', abandon);
      done({ code, stopped });
    };
    child.once('exit', (code) => end(code)).once('error', () => end(null));
  });
}

async function used(pid: number | undefined): Promise<{ cpuMs: number; bytes: number }> {
  try {
    const [stat, statm] = [await readFile(`/proc/${pid}/stat`, 'utf8'), await readFile(`/proc/${pid}/statm`, 'utf8')];
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * tickMs, bytes: Number(statm.split(' ')[1]) * pageBytes };
  } catch {
    return { cpuMs: 0, bytes: 0 };
  }
}
