import { EmbeddedPostgres, newRolePasswords, prepareRoles, testTemplate } from '@cohorte/platform/server';
import { Logger } from '@nestjs/common';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '../../../apps/api/src/data-source';
import { Chance } from '../chance';
import { MailStorm } from './mail-storm';

/** `npm run torture -- --mails 500 --kills 20 [--seed 1]`: letters leave to a mail server that records everything, while their worker is killed. */
const { values: asked } = parseArgs({ options: { mails: { type: 'string', default: '500' }, kills: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } } });
const [mails, kills, seed] = [Number(asked.mails), Number(asked.kills), Number(asked.seed)];
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)}  ${line}\n`);

const dataDir = mkdtempSync(join(tmpdir(), 'cohorte-torture-mails-'));
chmodSync(dataDir, 0o755);
const postgres = await EmbeddedPostgres.start({ dataDir, durable: true, onLost: (error) => say(`PostgreSQL is lost: ${error.message}`) });
const passwords = newRolePasswords();
const { ownerUrl } = await prepareRoles(postgres.superUrl, passwords, testTemplate);
await migrate(ownerUrl);
process.env['COHORTE_TEST_CLUSTER'] = JSON.stringify({ superUrl: postgres.superUrl, passwords });
Logger.overrideLogger(false);

let isGood = false;
const storm = await MailStorm.build({ program: resolve(process.env['TORTURE_PROGRAM'] ?? 'dist/torture/api.mjs'), mails, kills, chance: new Chance(seed), say });
try {
  const after = await storm.run();
  isGood = after.missing.length === 0 && after.twice.length === 0 && after.unsettled === 0 && after.repeats <= after.kills && after.receptions === mails + after.repeats;
  say(`${mails} people, worker killed ${after.kills} times: ${after.receptions} receptions, ${after.missing.length} missing, ${after.twice.length} told twice, ${after.repeats} repeated under the same Message-ID, ${after.unsettled} not settled`);
  say(isGood ? 'Nobody was missed, nobody was told twice.' : 'NOT KEPT');
} finally {
  await storm.close();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(isGood ? 0 : 1);
