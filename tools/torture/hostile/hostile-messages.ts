import { draftsProtocol } from '@cohorte/drafts/contract';
import { newId } from '@cohorte/platform/server';
import * as Y from 'yjs';
import type { Chance } from '../chance';
import { hostileUpdate, honestUpdate } from './hostile-updates';
import type { HostileUpdate, Target } from './hostile-updates';

/** The attacker's view of where it is. */
export interface Surroundings extends Target {
  readonly draftId: string;
  /** Drafts that exist, and are none of its business. */
  readonly elsewhere: readonly string[];
  /** Push ids that others have used in this draft. */
  readonly usedPushIds: readonly string[];
  readonly otherPersonId: string;
}

/** One message on the channel. `refuse`: must be refused by name; `either`: may turn out to be valid. */
export interface HostileMessage {
  readonly name: string;
  readonly event: string;
  readonly args: readonly unknown[];
  readonly expected: HostileUpdate['expected'];
  /** The update inside, when there is one: it counts as written if it was saved. */
  readonly update?: Uint8Array;
}

type Make = (chance: Chance, here: Surroundings) => HostileMessage;

const message = (name: string, event: string, ...args: unknown[]): HostileMessage => ({ name, event: `drafts:${event}`, args, expected: 'refuse' });
const clientId = (chance: Chance): number => chance.between(1, 2 ** 32 - 1);
const push = (chance: Chance, { draftId }: Surroundings, update: unknown, instead: object = {}): object => ({ draftId, clientId: clientId(chance), pushId: newId(), update, ...instead });
const presence = ({ draftId }: Surroundings, cursor: unknown, more: object = {}): object => ({ draftId, cursor, ...more });

const notBytes = (chance: Chance): unknown =>
  chance.of<unknown>([null, undefined, 'AAAA', '', 7, NaN, true, [], [1, 2, 3], {}, { 0: 1, length: 1 }, { type: 'Buffer', data: [0, 0] }, [[null]], -1, new Date(0), 1e300]);
const notAnId = (chance: Chance): unknown =>
  chance.of<unknown>([null, undefined, '', 'x', '../../etc/passwd', `${newId()}x`, 7, [newId()], { $ne: null }, "'; DROP TABLE drafts_update; --", '\u0000', chance.bytes(16), 'é'.repeat(5_000)]);
const notANumber = (chance: Chance): unknown => chance.of<unknown>([null, undefined, '1', -1, 1.5, NaN, Infinity, 2 ** 54, -(2 ** 53), [], {}, chance.bytes(4), true]);
const anything = (chance: Chance): unknown => chance.of<unknown>([null, undefined, 0, '', 'text', [], [null], {}, true, chance.bytes(9), [[[[[]]]]], { a: { b: { c: null } } }, -0, NaN]);

const pushes: Record<string, Make> = {
  update: (chance, here) => {
    const { name, update, expected } = hostileUpdate(chance, here);
    return { ...message(name, 'push', push(chance, here, update)), expected, update };
  },
  'bytes that are none': (chance, here) => message('bytes that are none', 'push', push(chance, here, notBytes(chance))),
  'wrong draft': (chance, here) => message('wrong draft', 'push', push(chance, here, honestUpdate(chance, here), { draftId: chance.of([newId(), ...here.elsewhere]) })),
  'no draft id': (chance, here) => message('no draft id', 'push', push(chance, here, honestUpdate(chance, here), { draftId: notAnId(chance) })),
  'no push id': (chance, here) => message('no push id', 'push', push(chance, here, honestUpdate(chance, here), { pushId: notAnId(chance) })),
  'someone’s push id': (chance, here) => message('someone’s push id', 'push', push(chance, here, honestUpdate(chance, here), { pushId: chance.of(here.usedPushIds) })),
  'no client id': (chance, here) => message('no client id', 'push', push(chance, here, honestUpdate(chance, here), { clientId: notANumber(chance) })),
  'in someone’s name': (chance, here) => message('in someone’s name', 'push', push(chance, here, honestUpdate(chance, here), { clientId: chance.of(here.others) })),
  'more than asked': (chance, here) => message('more than asked', 'push', push(chance, here, honestUpdate(chance, here), { [chance.of(['personId', 'seq', 'right', 'from', '__proto__x'])]: here.otherPersonId })),
};

const door = (chance: Chance, { draftId }: Surroundings, instead: object): object =>
  ({ protocol: draftsProtocol, draftId, clientId: clientId(chance), stateVector: Uint8Array.of(0), seq: 0, ...instead });

const joins: Record<string, Make> = {
  'another protocol': (chance, here) => message('another protocol', 'join', door(chance, here, { protocol: chance.of<unknown>([0, draftsProtocol + 1, -1, null, '1']) })),
  'a strange state vector': (chance, here) => ({ ...message('a strange state vector', 'join', door(chance, here, { stateVector: chance.bytes(chance.between(1, 60)) })), expected: 'either' }),
  'an endless state vector': (chance, here) => message('an endless state vector', 'join', door(chance, here, { stateVector: new Uint8Array(200_001 + chance.between(0, 9)) })),
  'no state vector': (chance, here) => message('no state vector', 'join', door(chance, here, { stateVector: notBytes(chance) })),
  'no client id at the door': (chance, here) => message('no client id at the door', 'join', door(chance, here, { clientId: notANumber(chance) })),
  'no position': (chance, here) => message('no position', 'join', door(chance, here, { seq: notANumber(chance) })),
  'a position nobody has reached': (chance, here) => ({ ...message('a position nobody has reached', 'join', door(chance, here, { seq: chance.of([1, 10_000, 2 ** 53 - 1]) })), expected: 'either' }),
  'another’s draft': (chance, here) => message('another’s draft', 'join', door(chance, here, { draftId: chance.of([newId(), ...here.elsewhere]) })),
};

const presences: Record<string, Make> = {
  'presence with a forged name': (chance, here) =>
    message('presence with a forged name', 'presence', presence(here, null, { [chance.of(['name', 'key', 'personId', 'clientId', 'entries'])]: chance.of<unknown>(['Madame la Présidente', here.otherPersonId, []]) })),
  'giant presence': (chance, here) => message('giant presence', 'presence', presence(here, { anchor: chance.bytes(257), head: new Uint8Array(chance.of([257, 100_000, 1_500_000])) })),
  'presence that is none': (chance, here) => message('presence that is none', 'presence', presence(here, chance.of<unknown>([undefined, 0, 'x', [], {}, { anchor: notBytes(chance), head: notBytes(chance) }, { anchor: new Uint8Array(1), head: new Uint8Array(1), name: 'x' }]))),
  'a strange cursor': (chance, here) => ({ ...message('a strange cursor', 'presence', presence(here, { anchor: chance.bytes(chance.between(0, 256)), head: chance.bytes(chance.between(0, 256)) })), expected: 'either' }),
  'presence elsewhere': (chance, here) => message('presence elsewhere', 'presence', { draftId: chance.of([newId(), ...here.elsewhere]), cursor: null }),
};

const strange: Record<string, Make> = {
  'anything at all': (chance) => message('anything at all', chance.of(['join', 'push', 'presence', 'leave']), anything(chance)),
  'too many arguments': (chance, here) => message('too many arguments', 'push', push(chance, here, honestUpdate(chance, here)), anything(chance)),
  'no arguments': (chance) => message('no arguments', chance.of(['join', 'push', 'presence', 'leave'])),
  'no such message': (chance, here) => message('no such message', chance.of(['updated', 'closed', 'left', 'resync', 'constructor', '__proto__', '', 'push ', 'x'.repeat(10_000)]), presence(here, null)),
  'leaving what is none': (chance) => message('leaving what is none', 'leave', { draftId: notAnId(chance) }),
};

const families = { pushes, joins, presences, strange };
const lots = { pushes: 60, joins: 12, presences: 12, strange: 16 };

/** Half of the pushes carry a hostile update; the other half is wrong around it. */
export function hostileMessage(chance: Chance, here: Surroundings): HostileMessage {
  const family = chance.lot(lots);
  const makes: Record<string, Make> = families[family];
  const name = family === 'pushes' && chance.happens(0.7) ? 'update' : chance.of(Object.keys(makes));
  return (makes[name] as Make)(chance, here);
}

/** What the draft must hold when these updates have been saved, in any order. */
export function docWith(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
