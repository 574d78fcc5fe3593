import { Injectable } from '@nestjs/common';
import { systemActor } from '../../contract';
import { Database } from '../database/database';
import { createTestApp, type TestApp } from '../testing/test-app';
import { Every } from './every';
import { PeriodicRuns } from './periodic-runs';

@Injectable()
class Sweeper {
  runs = 0;
  failing = false;
  /** Held while a run lasts, when the spec wants one to last. */
  until: Promise<void> = Promise.resolve();

  @Every(60)
  async sweep(): Promise<void> {
    this.runs += 1;
    await this.until;
    if (this.failing) throw new Error('the broom broke');
  }
}

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp({ providers: [Sweeper], actor: null });
});
afterEach(() => app.close());

const sweeper = (): Sweeper => app.get(Sweeper);
/** The platform sweeps on its own account too. */
const runDue = async (): Promise<string[]> => (await app.get(PeriodicRuns).runDue()).filter((name) => name.startsWith('Sweeper.'));
/** The period goes by. */
const later = (seconds: number) =>
  app.get(Database).transaction(systemActor('specs'), (tx) => tx.query('UPDATE platform_periodic_run SET began_at = began_at - make_interval(secs => $1)', [seconds]));

it('runs once a period, not before the next one', async () => {
  expect(await runDue()).toEqual(['Sweeper.sweep']);
  expect(await runDue()).toEqual([]);
  await later(30);
  expect(await runDue()).toEqual([]);
  await later(31);
  expect(await runDue()).toEqual(['Sweeper.sweep']);
  expect(sweeper().runs).toBe(2);
});

it('several nodes at once make one run, and none begins while one lasts', async () => {
  let done = (): void => undefined;
  sweeper().until = new Promise((resolve) => (done = resolve));
  const first = runDue();
  const others = Array.from({ length: 3 }, async () => {
    while (sweeper().runs === 0) await new Promise((resolve) => setImmediate(resolve));
    return runDue();
  });
  expect(await Promise.all(others)).toEqual([[], [], []]);
  done();
  expect(await first).toEqual(['Sweeper.sweep']);
  expect(sweeper().runs).toBe(1);
});

it('a run that failed is told, and the next period runs again', async () => {
  sweeper().failing = true;
  expect(await runDue()).toEqual(['Sweeper.sweep']);
  await later(61);
  expect(await runDue()).toEqual(['Sweeper.sweep']);
});

it('a worker runs by itself, and ends what runs before it stops', async () => {
  let done = (): void => undefined;
  const worker = await createTestApp({ providers: [Sweeper], actor: null, config: { roles: ['worker'] } });
  worker.get(Sweeper).until = new Promise((resolve) => (done = resolve));
  while (worker.get(Sweeper).runs === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  let closed = false;
  const closing = worker.close().then(() => (closed = true));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(closed).toBe(false);
  done();
  await closing;
});
