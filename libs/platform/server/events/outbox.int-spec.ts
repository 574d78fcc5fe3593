import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { systemActor } from '../../contract';
import { Database } from '../database/database';
import { createTestApp, type TestApp } from '../testing/test-app';
import { event, On } from './event';
import { Events } from './events';
import { OutboxDispatcher } from './outbox-dispatcher';

const happened = event('specs.happened', z.object({ what: z.string() }));

@Injectable()
class Faithful {
  readonly heard: string[] = [];

  @On(happened)
  async hear(payload: { what: string }): Promise<void> {
    this.heard.push(payload.what);
  }
}

@Injectable()
class Clumsy {
  failures = 0;
  readonly heard: string[] = [];

  @On(happened)
  async hear(payload: { what: string }): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('stumbled');
    }
    this.heard.push(payload.what);
  }
}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ providers: [Faithful, Clumsy], actor: null });
});
afterAll(() => app.close());

const tell = (what: string, fail = false) =>
  app.get(Database).transaction(systemActor('specs'), async (tx) => {
    await app.get(Events).publish(tx, happened, { what });
    if (fail) throw new Error('rolled back');
  });

it('tells a fact to all listeners after its commit, once', async () => {
  await tell('a cohort opened');
  await app.get(OutboxDispatcher).deliverDue();
  await app.get(OutboxDispatcher).deliverDue();
  expect([app.get(Faithful).heard, app.get(Clumsy).heard]).toEqual([['a cohort opened'], ['a cohort opened']]);
});

it('tells nothing of a change that was rolled back', async () => {
  const before = app.get(Faithful).heard.length;
  await expect(tell('never', true)).rejects.toThrow('rolled back');
  await app.get(OutboxDispatcher).deliverDue();
  expect(app.get(Faithful).heard).toHaveLength(before);
});

it('calls again a listener that failed, and does not call again the one that heard', async () => {
  app.get(Clumsy).failures = 1;
  await tell('twice');
  await app.get(OutboxDispatcher).deliverDue();
  expect(app.get(Clumsy).heard).not.toContain('twice');
  await app.get(Database).transaction(systemActor('specs'), (tx) => tx.query('UPDATE platform_outbox SET next_attempt_at = now() WHERE delivered_at IS NULL'));
  await app.get(OutboxDispatcher).deliverDue();
  expect(app.get(Clumsy).heard).toContain('twice');
  expect(app.get(Faithful).heard.filter((what) => what === 'twice')).toHaveLength(1);
});
