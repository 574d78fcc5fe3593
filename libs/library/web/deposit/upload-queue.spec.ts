import { atOnce, type QueuedFile, type Sending, type SendingEvents, UploadQueue } from './upload-queue';

/** A queue whose line and clock are in our hands. */
function bench() {
  const going = new Map<string, SendingEvents>();
  const said: string[] = [];
  const timers: { ms: number; run: () => void }[] = [];
  const queue = new UploadQueue<string>({
    send: (file: QueuedFile<string>, events): Sending => {
      said.push(`send ${file.id}@${file.sent}`);
      going.set(file.id, events);
      return {
        stop: () => { said.push(`stop ${file.id}`); going.delete(file.id); },
        drop: () => { said.push(`drop ${file.id}`); going.delete(file.id); },
      };
    },
    forget: (file) => said.push(`forget ${file.id}`),
    after: (ms, run) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => { const at = timers.indexOf(timer); if (at >= 0) timers.splice(at, 1); };
    },
    changed: () => undefined,
  });
  const fill = (count: number): void => queue.add(Array.from({ length: count }, (_, index) => ({ id: `f${index}`, size: 100, carried: '' })));
  const end = (id: string, how: 'done' | 'cut' | 'stumbled' | 'refused'): void => {
    const events = going.get(id);
    going.delete(id);
    if (how === 'done') events?.done();
    else events?.failed({ kind: how, code: `library.${how}` });
  };
  const tick = (): void => timers.splice(0).forEach(({ run }) => run());
  const states = (): string => queue.files.map(({ state }) => state).join(' ');
  return { queue, going, said, timers, fill, end, tick, states };
}

it('sends in order, at most three at once', () => {
  const { fill, end, said, going, states } = bench();
  fill(5);
  expect(going.size).toBe(atOnce);
  end('f1', 'done');
  end('f0', 'done');
  expect(said).toEqual(['send f0@0', 'send f1@0', 'send f2@0', 'send f3@0', 'send f4@0']);
  for (const id of ['f2', 'f3', 'f4']) end(id, 'done');
  expect(states()).toBe('sent sent sent sent sent');
});

it('a cut line is tried again ever more slowly, for as long as it takes, by one file alone; then all go on from where they were', () => {
  const { queue, fill, going, end, tick, timers, states, said } = bench();
  fill(200);
  going.get('f0')?.progress(40);
  for (const id of ['f0', 'f1', 'f2']) end(id, 'cut');
  expect([queue.isCut, going.size, said.length]).toEqual([true, 0, 3]);
  const waits: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    waits.push(...timers.map(({ ms }) => ms));
    tick();
    expect([...going.keys()]).toEqual(['f0']);
    end('f0', 'cut');
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000]);
  expect(new Set(states().split(' '))).toEqual(new Set(['waiting']));
  queue.wake();
  expect(said.at(-1)).toBe('send f0@40');
  going.get('f0')?.progress(50);
  expect([queue.isCut, going.size]).toEqual([false, atOnce]);
});

it('a server that stumbles five times over one file leaves it aside, and the others pass', () => {
  const { queue, fill, end, tick, states, going } = bench();
  fill(2);
  end('f1', 'done');
  for (let round = 0; round < 5; round += 1) {
    end('f0', 'stumbled');
    tick();
  }
  expect(states()).toBe('failed sent');
  expect(queue.files[0]?.problem).toEqual({ kind: 'stumbled', code: 'library.stumbled' });
  queue.retry();
  expect(going.has('f0')).toBe(true);
});

it('progress forgets earlier stumbles', () => {
  const { fill, end, tick, going, states } = bench();
  fill(1);
  for (let round = 0; round < 9; round += 1) {
    end('f0', 'stumbled');
    tick();
    going.get('f0')?.progress(round + 1);
  }
  expect(states()).toBe('sending');
});

it('what is refused says why and is not sent again', () => {
  const { queue, fill, end, states, said } = bench();
  fill(1);
  end('f0', 'refused');
  queue.retry();
  queue.resume();
  queue.wake();
  expect(states()).toBe('refused');
  expect(said).toEqual(['send f0@0']);
});

it('one is paused and another takes its place; all are paused, and nothing starts; resumed, they go on', () => {
  const { queue, fill, going, end, said, states } = bench();
  fill(5);
  going.get('f0')?.progress(30);
  queue.pause('f0');
  expect([...going.keys()]).toEqual(['f1', 'f2', 'f3']);
  queue.pause();
  expect(going.size).toBe(0);
  expect(states()).toBe('paused paused paused paused paused');
  queue.resume('f4');
  expect([...going.keys()]).toEqual(['f4']);
  queue.resume();
  expect(said).toContain('send f0@30');
  end('f0', 'done');
  expect(states()).toBe('sent sending sending waiting sending');
});

it('a paused file that still speaks is not heard', () => {
  const { queue, fill, going, states } = bench();
  fill(1);
  const events = going.get('f0');
  queue.pause();
  events?.done();
  events?.failed({ kind: 'cut', code: '' });
  expect(states()).toBe('paused');
  expect(queue.isCut).toBe(false);
});

it('cancelled, a file leaves the queue and what arrived is forgotten; what was sent stays', () => {
  const { queue, fill, end, said } = bench();
  fill(5);
  end('f0', 'done');
  queue.cancel('f1');
  queue.cancel();
  expect(queue.files.map(({ id }) => id)).toEqual(['f0']);
  expect(said.filter((one) => /drop|forget/.test(one))).toHaveLength(4);
  expect(said).not.toContain('drop f0');
});

it('closing leaves nothing running', () => {
  const { queue, fill, end, going, timers } = bench();
  fill(4);
  end('f2', 'cut');
  queue.close();
  expect([going.size, timers.length]).toEqual([0, 0]);
});

it('a file whose words are being changed waits for the end of the change; the others pass', () => {
  const { queue, fill, said, states } = bench();
  expect(queue.hold('f0')).toBe(true);
  fill(5);
  expect([said.join(), queue.hold('f1'), queue.hold('f4')]).toEqual(['send f1@0,send f2@0,send f3@0', false, true]);
  queue.release('f0');
  queue.cancel('f4');
  expect(states()).toBe('waiting sending sending sending');
  queue.cancel('f1');
  expect(said.at(-1)).toBe('send f0@0');
});
