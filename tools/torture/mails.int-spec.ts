import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Chance } from './chance';
import { MailStorm } from './mails/mail-storm';
import { bundleProgram } from './server-node';

const [mails, kills] = [60, 4];
let storm: MailStorm;

beforeAll(async () => {
  const program = bundleProgram('apps/api/src/main.ts', `dist/testing/mails-api-${process.pid}.mjs`);
  storm = await MailStorm.build({ program, mails, kills, chance: new Chance(20241017), say: () => undefined });
}, 300_000);

afterAll(() => storm?.close());

it('a worker killed while letters leave: nobody is missed, nobody is told twice', async () => {
  const after = await storm.run();
  expect(after).toMatchObject({ kills, missing: [], twice: [], unsettled: 0 });
  // One letter at most is under way when a process dies.
  expect(after.repeats).toBeLessThanOrEqual(kills);
  expect(after.receptions).toBe(mails + after.repeats);
}, 600_000);
