import { Config, newId } from '@cohorte/platform/server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RegistrationFixtures } from '../../../libs/meetings/server/registration/registration.fixtures';
import { bundleProgram, ServerNode } from '../server-node';

const places = 60;
const attempts = 1_000;
const people = 850;
/** Of those who got a place at once, so many leave again at once, each pressing twice. */
const leavers = 30;

interface Asked {
  readonly status: number;
  readonly body: { readonly registrations?: readonly { readonly status: string }[]; readonly token?: string | null };
}

let given: RegistrationFixtures;
let nodes: ServerNode[] = [];
const folder = mkdtempSync(join(tmpdir(), 'cohorte-burst-'));
const program = `dist/testing/burst-${process.pid}.mjs`;

beforeAll(async () => {
  given = await RegistrationFixtures.start();
  const path = bundleProgram('apps/api/src/main.ts', program);
  const secret = given.app.get<Config>(Config).value.secret;
  nodes = await Promise.all(['a', 'b', 'c', 'd'].map((name) => ServerNode.start({ name, program: path, database: given.app.database, dataDir: folder, roles: 'http', secret })));
}, 240_000);

afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await given.close();
  rmSync(folder, { recursive: true, force: true });
  for (const end of ['', '.map']) rmSync(`${program}${end}`, { force: true });
});

async function post(node: ServerNode, path: string, body: object): Promise<Asked> {
  const answer = await fetch(new URL(path, node.url), { method: 'POST', headers: { 'content-type': 'application/json', origin: node.url }, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Asked['body'] };
}

it('sixty places and a thousand attempts at four processes: exactly sixty, the others in their turn, nobody twice, no failure', async () => {
  const meetingId = await given.aMeeting({ places }, { startsAt: new Date(Date.now() + 30 * 86_400_000) });
  const requests = Array.from({ length: people }, () => newId());
  let left = 0;
  const statuses: number[] = [];
  const attempt = async (index: number): Promise<void> => {
    const who = index % people;
    const node = nodes[index % nodes.length] as ServerNode;
    const asked = await post(node, `/api/meetings/${meetingId}/registrations`, { requestId: requests[who], guest: { name: `Personne ${who}`, email: `p${who}@burst.example`, structureName: `Structure ${who}` } });
    statuses.push(asked.status);
    if (asked.body.registrations?.[0]?.status !== 'registered' || !asked.body.token || left >= leavers) return;
    left += 1;
    const leave = () => post(nodes[(index + 1) % nodes.length] as ServerNode, `/api/registration-links/${asked.body.token}/acts`, { act: 'cancel' });
    statuses.push(...(await Promise.all([leave(), leave()])).map(({ status }) => status));
  };
  await Promise.all(Array.from({ length: attempts }, (_, index) => attempt(index)));

  if (statuses.some((status) => status >= 500)) console.info(nodes.map((node) => node.log().slice(-2500)).join('\n=====\n'));
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  const rows = await given.rows<{ name_key: string; status: string; turn: string }>('SELECT name_key, status, turn FROM meetings_registration WHERE meeting_id = $1 ORDER BY turn', [meetingId]);
  expect(new Set(rows.map((row) => row.name_key)).size).toBe(people);
  expect(rows).toHaveLength(people);
  const standing = rows.filter(({ status }) => status !== 'cancelled').map(({ status }) => status);
  expect(standing).toEqual([...Array<string>(places).fill('registered'), ...Array<string>(standing.length - places).fill('waiting')]);
  expect(people - standing.length).toBe(left);
  // Turns are dealt in the order of the commits: the log, whose lines are too, says them in that order.
  const log = await given.rows<{ number: string }>(`SELECT number FROM meetings_allocation WHERE meeting_id = $1 AND rule IN ('registered.own', 'waiting.own') ORDER BY line`, [meetingId]);
  expect(log.map(({ number }) => Number(number))).toEqual(Array.from({ length: people }, (_, index) => index + 1));
}, 300_000);
