import * as fc from 'fast-check';
import { parseArgs } from 'node:util';
import { startTestCluster } from '../../../apps/api/src/testing/test-cluster';
import { RegistrationFixtures } from '../../../libs/meetings/server/registration/registration.fixtures';
import { SeatHistory, seatStory } from './seat-history';

const { values: asked } = parseArgs({ options: { seats: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, at: { type: 'string', default: '4' } } });
const [count, firstSeed, lanes] = [Number(asked.seats), Number(asked.seed), Number(asked.at)];
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)}  ${line}\n`);

let played = 0;
let acts = 0;
const failed: string[] = [];

/** Each lane has an application, a database and a clock of its own, and its own seed. */
async function lane(seed: number, runs: number): Promise<void> {
  const given = await RegistrationFixtures.start();
  const history = new SeatHistory(given);
  const property = fc.asyncProperty(seatStory, async (story) => {
    // Read after the wait: other lanes count meanwhile.
    const lived = await history.play(story);
    acts += lived;
    played += 1;
    if (played % 500 === 0) say(`${played} stories, ${acts} acts`);
  });
  const outcome = await fc.check(property, { numRuns: runs, seed });
  if (outcome.failed) failed.push(`seed ${seed}, path ${outcome.counterexamplePath}: ${String(outcome.errorInstance)}\n  ${JSON.stringify(outcome.counterexample)}`);
  await given.close();
}

const cluster = await startTestCluster();
process.env['COHORTE_TEST_CLUSTER'] = cluster.environment;
try {
  const seeds = Array.from({ length: lanes }, (_, index) => firstSeed + index);
  say(`${count} stories of places, seeds ${seeds.join(' ')}`);
  await Promise.all(seeds.map((seed, index) => lane(seed, Math.ceil((count - index) / lanes))));
  say(`${played} stories, ${acts} acts, ${failed.length} failed`);
  for (const line of failed) say(`FAILED ${line}`);
} finally {
  await cluster.stop();
}
process.exit(failed.length === 0 && played > 0 ? 0 : 1);
