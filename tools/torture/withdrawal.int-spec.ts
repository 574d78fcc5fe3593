import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { Chance } from './chance';
import { Place, request, type Person } from './place';
import { bundleProgram, type ServerNode } from './server-node';
import { Device, Tab } from './tab';
import { isSaved, opened, textOf, until, writeLine } from './tab-acts';
import { Victim } from './withdrawn/victim';

const rounds = 10;
const victimsARound = 10;
/** Drafts that are tried at the same time. */
const abreast = 2;
const deadlineMs = 20_000;
/** This much silence, while a neighbour on the same node goes on hearing news, is the end. */
const silenceMs = 1_000;
const newsHeardByOthers = 8;

const ways = ['grant removed', 'role removed', 'session ended', 'lowered to reader'] as const;
type Way = (typeof ways)[number];

let place: Place;
let nodes: ServerNode[];
let lead: Person;
const open: Tab[] = [];
const delays = new Map<Way, number[]>();

beforeAll(async () => {
  place = await Place.build();
  const program = bundleProgram('apps/api/src/main.ts', `dist/testing/withdrawal-api-${process.pid}.mjs`);
  nodes = await Promise.all([place.node(program, 'a'), place.node(program, 'b')]);
  // Tells the events of the others, and has no sockets itself.
  await place.node(program, 'worker', 'worker');
  lead = await place.person('Cheffe', 'lead');
}, 300_000);

afterAll(async () => {
  for (const tab of open) tab.kill();
  await place?.close();
});

const tabOf = (person: Person, draftId: string, node: ServerNode): Tab => {
  const tab = new Tab({ device: new Device(person.actor.personId, person.cookie), draftId, url: node.url });
  open.push(tab);
  return tab;
};

const asLead = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
  const answer = await request(nodes[0] as ServerNode, lead, { method, path, ...(body ? { body } : {}) });
  if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${String(answer.body['code'])}`);
  return answer.body;
};

/** Someone who writes in the draft, and how they will lose it. */
async function victim(draftId: string, way: Way, node: ServerNode): Promise<Victim> {
  const person = await place.person(`Personne ${way}`, way === 'role removed' ? 'member' : undefined);
  const path = `/api/drafts/${draftId}/grants`;
  const grant = way === 'role removed' ? null : await asLead('POST', path, { personId: person.actor.personId, right: 'editor' });
  const tab = await opened(tabOf(person, draftId, node));
  const withdraw: Record<Way, () => Promise<unknown>> = {
    'grant removed': () => asLead('DELETE', `${path}/${String(grant?.['id'])}`),
    'lowered to reader': () => asLead('POST', path, { personId: person.actor.personId, right: 'reader' }),
    'role removed': async () => {
      const [row] = await place.town.rows<{ id: string }>('SELECT id FROM networks_membership WHERE person_id = $1', [person.actor.personId]);
      await asLead('DELETE', `/api/memberships/${row?.id}`);
    },
    // On the node where they are not: whoever steals a computer does not choose it.
    'session ended': async () => {
      const elsewhere = await place.signedIn(person.actor);
      const answer = await request(nodes.find((one) => one !== node) as ServerNode, elsewhere, { method: 'DELETE', path: `/api/me/sessions/${person.sessionId}` });
      if (answer.status !== 200) throw new Error(`session: ${answer.status}`);
    },
  };
  return new Victim({ tab, person, node, way, withdraw: withdraw[way] });
}

/** Somebody who types and points at speed until told to stop. */
async function typist(tab: Tab, chance: Chance, stopped: () => boolean): Promise<void> {
  for (let line = 0; !stopped(); line += 1) {
    writeLine(tab, `frappe ${line} `);
    tab.point(chance.bytes(20));
    await wait(60);
  }
}

async function goneFor(lost: Victim): Promise<void> {
  await until(`silence for «${lost.way}»`, () => lost.isCutOff(silenceMs, newsHeardByOthers), deadlineMs);
  delays.set(lost.way, [...(delays.get(lost.way) ?? []), lost.lastByteAfterMs]);
  expect(await lost.whatIsStillOpen()).toEqual([]);
}

async function round(number: number): Promise<void> {
  const chance = new Chance(number);
  const draftId = await place.town.draft(`Manche ${number}`);
  const writers = await Promise.all([0, 1].map(async (index) => opened(tabOf(await place.person('Écrit', 'member'), draftId, nodes[index] as ServerNode))));
  const victims = await Promise.all(Array.from({ length: victimsARound }, (_, index) => victim(draftId, ways[(index + number) % ways.length] as Way, nodes[index % 2] as ServerNode)));
  let stopped = false;
  const typing = [...writers, ...victims.map(({ tab }) => tab)].map((tab) => typist(tab, chance, () => stopped || tab.sync.phase() === 'ended' || tab.sync.right() === 'reader'));
  writers.forEach((tab, index) => tab.socket.io.engine.on('packet', () => victims.forEach((one, at) => at % 2 === index && one.neighbourHeard())));
  const lost = await Promise.allSettled(victims.map(async (one) => {
    await wait(chance.between(200, 1_500));
    await one.loseIt();
    await goneFor(one);
  }));
  stopped = true;
  await Promise.all(typing);
  expect(lost.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([]);
  await theRestGoesOn(writers, victims);
}

async function theRestGoesOn(writers: Tab[], victims: Victim[]): Promise<void> {
  await until('the writers’ work to be saved', () => writers.every(isSaved));
  await until('the writers to agree', () => new Set(writers.map((tab) => textOf(tab.replica.doc()))).size === 1);
  const text = textOf((writers[0] as Tab).replica.doc());
  for (const lost of victims) expect(text).not.toContain(lost.forbiddenWord);
  for (const tab of [...writers, ...victims.map((lost) => lost.tab)]) tab.kill();
}

const worst = (): string =>
  [...delays].map(([way, found]) => `${found.length}× ${way}: median ${found.sort((a, b) => a - b)[found.length >> 1]?.toFixed(0)} ms, worst ${Math.max(...found).toFixed(0)} ms`).join('\n');

describe('a right withdrawn in the middle of a session', () => {
  it(`leaves not a byte more, and nothing to write with, ${rounds * victimsARound} times of ${rounds * victimsARound}, on two nodes`, async () => {
    for (let number = 0; number < rounds; number += abreast) await Promise.all(Array.from({ length: abreast }, (_, beside) => round(number + beside)));
    console.info(`withdrawal: last byte after the order was answered\n${worst()}`);
    expect([...delays.values()].flat()).toHaveLength(rounds * victimsARound);
  }, 600_000);
});
