import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draftsEn } from '@cohorte/drafts/words.en';
import { draftsFr } from '@cohorte/drafts/words.fr';
import { platformEn } from '@cohorte/platform/words.en';
import { platformFr } from '@cohorte/platform/words.fr';
import type { Ack } from '@cohorte/platform/contract';
import { newId } from '@cohorte/platform/server';
import { readFileSync } from 'node:fs';
import * as Y from 'yjs';
import { Chance } from './chance';
import { Attacker, wasSaved, wasTaken } from './hostile/attacker';
import { docWith, hostileMessage } from './hostile/hostile-messages';
import type { HostileMessage, Surroundings } from './hostile/hostile-messages';
import { hostilePacket, pollBadly, throwAt } from './hostile/hostile-packets';
import { Place, request, type Person } from './place';
import { bundleProgram, type ServerNode } from './server-node';
import { Device, Tab } from './tab';
import { isSaved, opened, sameDocument, sameText, textOf, until, writeAndSave, writeLine } from './tab-acts';

const seed = Number(process.env['TORTURE_SEED'] ?? 20_261_122);
const messages = 9_200;
const packets = 800;
const attackers = 4;

let place: Place;
let node: ServerNode;
let draftId: string;
let silent: Tab;
let bystander: Tab;
let hostiles: Person[];
let here: Surroundings;
let bystanderCuts = 0;
const tabs: Tab[] = [];
const assailants: Attacker[] = [];
/** What the server said it saved: the draft must hold this, and nothing else. */
const saved: Uint8Array[] = [];

const tabOf = (person: Person): Tab => {
  const tab = new Tab({ device: new Device(person.actor.personId, person.cookie), draftId, url: node.url });
  tabs.push(tab);
  return tab;
};

beforeAll(async () => {
  place = await Place.build();
  node = await place.node(bundleProgram('apps/api/src/main.ts', `dist/testing/hostile-api-${process.pid}.mjs`), 'api');
  draftId = await place.town.draft('Attaqué');
  const neighbour = newId();
  await place.town.structure(neighbour, 'CHU de Rouen');
  const elsewhere = [await place.town.draft('Voisin', neighbour), await place.town.draft('Autre voisin', neighbour)];
  bystander = await opened(tabOf(await place.person('Passante', 'member')));
  bystander.socket.on('disconnect', () => (bystanderCuts += 1));
  silent = await opened(tabOf(await place.person('Silencieux', 'member')));
  await writeAndSave(bystander, 'Avant tout.');
  hostiles = await Promise.all(Array.from({ length: attackers }, (_, index) => place.person(`Hostile ${index}`, 'member')));
  const used = await place.town.rows<{ push_id: string; client_id: string }>('SELECT push_id, client_id FROM drafts_update WHERE draft_id = $1', [draftId]);
  here = {
    draftId, elsewhere, usedPushIds: used.map((row) => row.push_id), otherPersonId: bystander.options.device.personId,
    others: [...new Set([...used.map((row) => Number(row.client_id)), bystander.replica.clientId])],
    doc: docWith([Y.encodeStateAsUpdate(bystander.replica.doc())]),
    clockOf: (client) => Y.getState(bystander.replica.doc().store, client),
  };
  saved.push(Y.encodeStateAsUpdate(bystander.replica.doc()));
  bystander.replica.doc().on('update', (update, origin) => void (origin !== 'server' && saved.push(update)));
}, 300_000);

afterAll(async () => {
  for (const tab of tabs) tab.kill();
  for (const attacker of assailants) attacker.leave();
  await place?.close();
});

const words: Record<string, { errors?: Record<string, unknown> }[]> = { drafts: [draftsFr, draftsEn], platform: [platformFr, platformEn] };

function hasWords(code: string): boolean {
  const [domain = '', name = ''] = code.split('.');
  return (words[domain] ?? [{}]).every(({ errors }) => typeof errors?.[name] === 'string');
}

/** A saved update that says nothing new is no harm. */
const changes = (update: Uint8Array): boolean => !sameDocument(docWith(saved), docWith([...saved, update]));

const wrongs: string[] = [];
const tally = new Map<string, number>();

const saidBy = (answer: Ack): string => (answer.ok ? String((answer.output as { outcome?: unknown }).outcome ?? 'ok') : answer.code);

/** What is wrong with the server's answer to a hostile message, or null. */
function fault({ expected, update }: HostileMessage, answer: Ack): string | null {
  if (!answer.ok) return hasWords(answer.code) && answer.kind !== 'internal' ? null : `refused without words, ${answer.code}`;
  const harmless = expected === 'either' || !wasTaken(answer) || (update && !changes(update));
  return harmless ? null : `taken (${saidBy(answer)})`;
}

async function attack(attacker: Attacker, sent: HostileMessage, label: string): Promise<void> {
  const answer = await attacker.send(sent.event, sent.args).catch(() => null);
  if (!answer) return void wrongs.push(`${label} ${sent.name}: no answer`);
  const what = `${sent.name} → ${saidBy(answer)}`;
  tally.set(what, (tally.get(what) ?? 0) + 1);
  const found = fault(sent, answer);
  if (found) wrongs.push(`${label} ${sent.name}: ${found}`);
  if (sent.update && wasSaved(answer)) saved.push(sent.update);
}

/** The sender's next honest message, on a connection of its own. */
async function comesBackHonestly(person: Person, text: string): Promise<void> {
  const tab = tabOf(person);
  await opened(tab);
  tab.replica.doc().on('update', (update, origin) => void (origin !== 'server' && saved.push(update)));
  await writeAndSave(tab, text);
  tab.kill();
}

async function assail(index: number): Promise<void> {
  const person = hostiles[index] as Person;
  const attacker = await Attacker.connect(node.url, person.cookie, draftId);
  assailants.push(attacker);
  for (let turn = 0; turn < messages / attackers; turn += 1) {
    const chance = new Chance(seed + index * 1_000_000 + turn);
    await attack(attacker, hostileMessage(chance, here), `[seed ${seed}, attacker ${index}, message ${turn}]`);
    if (turn % 50 === 0) writeLine(bystander, `ligne ${index}-${turn} `);
    if (turn % 250 === 249) await comesBackHonestly(person, `honnête ${index}-${turn} `);
  }
  expect(attacker.disconnections).toBe(0);
}

async function breakIn(person: Person, index: number): Promise<void> {
  for (let turn = index; turn < packets; turn += attackers) {
    const chance = new Chance(seed + 500_000_000 + turn);
    if (chance.happens(0.25)) await pollBadly(node.url, person.cookie, chance);
    else await throwAt(node.port, person.cookie, hostilePacket(chance));
    if (turn % 200 < attackers) await comesBackHonestly(person, `après les paquets ${turn} `);
  }
}

const residentMegabytes = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${node.pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

async function nobodyWasHurt(): Promise<void> {
  expect(node.isAlive).toBe(true);
  expect((await request(node, hostiles[0] as Person, { path: '/health/ready' })).status).toBe(200);
  await until('the bystander’s work to be saved', () => isSaved(bystander));
  expect({ cuts: bystanderCuts, refused: bystander.sync.refused().length, ending: bystander.sync.ending() }).toEqual({ cuts: 0, refused: 0, ending: null });
  const expected = docWith(saved);
  const fresh = await opened(tabOf(await place.person('Fraîche', 'member')));
  await until('the bystander and a fresh client to agree', () => sameText(fresh.replica.doc(), bystander.replica.doc()));
  expect(textOf(fresh.replica.doc()).split('</paragraph>')).toEqual(textOf(expected).split('</paragraph>'));
  expect(Y.decodeStateVector(Y.encodeStateVector(fresh.replica.doc()))).toEqual(Y.decodeStateVector(Y.encodeStateVector(expected)));
  fresh.kill();
}

describe('ten thousand hostile messages', () => {
  it('each is refused by name, changes nothing, and touches nobody else', async () => {
    const before = residentMegabytes();
    await Promise.all(hostiles.map((_, index) => assail(index)));
    expect(wrongs).toEqual([]);
    await nobodyWasHurt();
    console.info(`hostile: ${messages} messages, seed ${seed}, server at ${before.toFixed(0)} → ${residentMegabytes().toFixed(0)} MB\n${[...tally].sort().map(([what, times]) => `${times}× ${what}`).join('\n')}`);
  }, 600_000);

  it('raw packets break their own connection at most', async () => {
    await Promise.all(hostiles.map((person, index) => breakIn(person, index)));
    await nobodyWasHurt();
  }, 300_000);

  it('someone who has joined and not written yet writes when they like', async () => {
    silent.replica.doc().on('update', (update, origin) => void (origin !== 'server' && saved.push(update)));
    await writeAndSave(silent, 'Le silencieux parle. ');
    expect(silent.sync.refused()).toEqual([]);
    await nobodyWasHurt();
  }, 60_000);

  it('a reader’s hostile messages are no better than a writer’s', async () => {
    const reader = await Attacker.connect(node.url, (await place.person('Lectrice', 'expert')).cookie, draftId);
    assailants.push(reader);
    const before = textOf(bystander.replica.doc());
    for (let turn = 0; turn < 200; turn += 1) {
      const sent = hostileMessage(new Chance(seed + 700_000_000 + turn), here);
      await attack(reader, { ...sent, expected: sent.event === 'drafts:push' ? 'refuse' : sent.expected }, `[reader, message ${turn}]`);
    }
    expect(wrongs).toEqual([]);
    expect(textOf(bystander.replica.doc())).toBe(before);
    await nobodyWasHurt();
  }, 120_000);
});
