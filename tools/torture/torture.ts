import { DraftService } from '@cohorte/drafts/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Logger } from '@nestjs/common';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Chance } from './chance';
import { type Cast, History } from './histories/history';
import { sharedBlocks } from './histories/page';
import { Verdict } from './histories/verdict';
import type { Person } from './place';
import { Stage } from './stage';

const { values: asked } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, minutes: { type: 'string' }, at: { type: 'string', default: '10' },
    kills: { type: 'boolean', default: false }, only: { type: 'boolean', default: false },
  },
});

const firstSeed = Number(asked.seed);
const count = asked.only ? 1 : Number(asked.histories);
const deadline = asked.minutes ? Date.now() + Number(asked.minutes) * 60_000 : Infinity;
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)}  ${line}\n`);

interface Company {
  readonly lead: Person;
  readonly witness: Person;
  readonly people: readonly Person[];
}

/** Ctrl-C leaves nothing running. */
function tidyUp(stage: Stage): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stage.close().finally(() => process.exit(130)));
}

let played = 0;
let edits = 0;
/** How many kills each history lived through, summed. */
let survived = 0;
const failed: number[] = [];

async function company({ place }: Stage): Promise<Company> {
  const people = [];
  for (let index = 0; index < 12; index += 1) people.push(await place.person(`Personne ${index}`));
  return { lead: await place.person('Cheffe', 'lead'), witness: await place.person('Témoin', 'expert'), people };
}

/** A draft of its own, with texts that everybody writes in, and two to four people who may. */
async function castFor(seed: number, stage: Stage, { lead, people }: Company): Promise<Cast> {
  const chance = new Chance(seed ^ 0x5eed);
  const { app, town } = stage.place;
  const draftId = await app.get(Database).transaction(systemActor('torture'), (tx) =>
    app.get(DraftService).createFrom(tx, { kind: 'notes', title: `Histoire ${seed}`, ownerSpaceId: town.structureId, content: { type: 'doc', content: sharedBlocks(chance.between(1, 3)) } }));
  const from = chance.between(0, people.length - 1);
  const chosen = Array.from({ length: chance.between(2, 4) }, (_, index) => people[(from + index) % people.length] as Person);
  await stage.rows(
    `INSERT INTO drafts_grant (id, draft_id, person_id, access, created_at) SELECT gen_random_uuid(), $1, p, 'editor', now() FROM unnest($2::uuid[]) p ON CONFLICT DO NOTHING`,
    [draftId, chosen.map((person) => person.actor.personId)]);
  return { draftId, lead, people: chosen };
}

async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries > 60) throw error;
      await wait(500);
    }
  }
}

async function tell(seed: number, stage: Stage, who: Company): Promise<void> {
  const history = new History(seed, stage, await insist(() => castFor(seed, stage, who)));
  const killsBefore = stage.killed;
  const faults = await history.play().then(() => history.comeBack()).then(() => new Verdict(history, stage, who.witness).reach()).catch((error: Error) => [`the history itself failed: ${error.stack}`]);
  history.leave();
  played += 1;
  edits += history.ledger.edits.length;
  survived += stage.killed - killsBefore;
  if (faults.length > 0) report(history, faults);
  if (played % 20 === 0) summary(stage);
}

function report({ seed, log, cast }: History, faults: readonly string[]): void {
  failed.push(seed);
  say(`FAILED  seed ${seed}, draft ${cast.draftId}\n${faults.slice(0, 40).map((fault) => `    ${fault}`).join('\n')}\n  what happened:\n${log.map((line) => `    ${line}`).join('\n')}\n  again: npm run torture -- --seed ${seed} --only${asked.kills ? ' --kills' : ''}`);
}

const summary = (stage: Stage): void =>
  say(`${played} histories, ${edits} edits, ${failed.length} failed; ${stage.killed} processes killed in ${stage.rounds} rounds (${Object.entries(stage.kills).map(([name, times]) => `${name} ${times}`).join(', ')}); each history lived through ${(survived / Math.max(1, played)).toFixed(1)} kills on average`);

/** Kills come for all histories that are under way. */
async function kill(stage: Stage, isOver: () => boolean): Promise<void> {
  const chance = new Chance(firstSeed ^ 0xdead);
  while (!isOver()) {
    await wait(chance.between(100, 800));
    if (!isOver()) await stage.round(chance);
  }
}

async function run(stage: Stage): Promise<void> {
  const who = await company(stage);
  const [settings] = await stage.rows<Record<string, string>>(`SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit, current_setting('full_page_writes') AS full_page_writes`);
  say(`two api nodes, one worker, one PostgreSQL: ${JSON.stringify(settings)}`);
  await stage.place.town.close();
  let next = 0;
  let over = false;
  const lane = async (): Promise<void> => {
    while (next < count && Date.now() < deadline) await tell(firstSeed + next++, stage, who);
  };
  const killing = asked.kills ? kill(stage, () => over) : Promise.resolve();
  await Promise.all(Array.from({ length: Math.min(count, Number(asked.at)) }, lane));
  over = true;
  await killing;
}

process.on('unhandledRejection', (error) => say(`unhandled: ${String((error as Error)?.stack ?? error)}`));
const stage = await Stage.build(resolve(process.env['TORTURE_PROGRAM'] ?? 'dist/torture/api.mjs'));
// What arranges the histories is not what is tried: its troubles while the database is down are its own.
Logger.overrideLogger(false);
tidyUp(stage);
try {
  await run(stage);
} finally {
  summary(stage);
  say(failed.length === 0 ? 'No acknowledged edit was lost, doubled, resurrected or torn; every reading agreed.' : `Failing seeds: ${failed.join(' ')}`);
  await stage.close();
}
process.exit(failed.length === 0 && played > 0 ? 0 : 1);
