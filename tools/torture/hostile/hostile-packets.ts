import { encode } from '@msgpack/msgpack';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from '../chance';

/** What is written on a raw connection, below everything that Socket.IO would let a client say. */
export interface HostilePacket {
  readonly name: string;
  readonly bytes: readonly Uint8Array[];
}

type Make = (chance: Chance) => Uint8Array[];

const opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9 } as const;

interface Spoiling {
  readonly kind?: number;
  /** The bits before the kind: last fragment, reserved. */
  readonly first?: number;
  readonly masked?: boolean;
  /** What the frame says it weighs. */
  readonly length?: number;
}

/** A WebSocket frame; every rule of it can be broken. */
function frame(payload: Uint8Array, spoiling: Spoiling = {}): Uint8Array {
  const { kind, first, masked, length } = { kind: 2, first: 0x80, masked: true, length: payload.length, ...spoiling };
  const size = sizeBytes(length);
  size[0] = (size[0] as number) | (masked ? 0x80 : 0);
  return Buffer.concat([Uint8Array.from([first | kind, ...size]), new Uint8Array(masked ? 4 : 0), payload]);
}

function sizeBytes(length: number): number[] {
  if (length < 126) return [length];
  return length < 65_536 ? [126, length >> 8, length & 255] : [127, ...bigEndian(length)];
}

function bigEndian(length: number): number[] {
  const out = Buffer.alloc(8);
  out.writeBigUInt64BE(BigInt(length));
  return [...out];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (said: string): Uint8Array => frame(utf8(said), { kind: opcode.text });
const packet = (value: unknown): Uint8Array => frame(encode(value));
const opened = packet({ type: 0, nsp: '/' });
/** `{ type: 2, nsp: '/', data: ['x', [[[…]]]] }`, as bytes: writing it from values would overflow our own stack. */
const nested = (depth: number): Uint8Array =>
  Uint8Array.from([0x83, 0xa4, ...utf8('type'), 2, 0xa3, ...utf8('nsp'), 0xa1, 0x2f, 0xa4, ...utf8('data'), 0x92, 0xa1, 0x78, ...Array<number>(depth).fill(0x91), 0xc0]);

const makes: Record<string, Make> = {
  'engine packets of no kind': (chance) => [text(chance.of(['9', '4', '7x', '0', '5probe', '6', 'b', 'bAAAA', '', '\u0000', '4'.repeat(1_000), '{"sid":1}', '2'.repeat(300)]))],
  'packets of the text protocol': (chance) => [text(chance.of(['40', '42["drafts:join",null]', '451-["drafts:push",{"_placeholder":true,"num":0}]', '43[', '4' + '5999999999-[]', '40/admin,', '44{}', '41']))],
  'text that is not text': (chance) => [frame(chance.bytes(chance.between(1, 60)), { kind: opcode.text })],
  'random bytes': (chance) => [opened, frame(chance.bytes(chance.between(0, 200)))],
  'values that are no packets': (chance) => [opened, packet(chance.of<unknown>([null, [], 7, 'x', {}, { type: '2' }, { type: 2 }, { type: 2, nsp: 7 }, { type: 2, nsp: '/', data: 'x' }, { type: 2, nsp: '/', data: [7] }, [[], []]]))],
  'bad packet types': (chance) => [opened, packet({ type: chance.of([-1, 5, 6, 99, 2.5, 1e300]), nsp: '/', data: ['drafts:push', {}], id: 1 })],
  'attachments announced and not sent': (chance) => [opened, packet({ type: 5, nsp: '/', attachments: chance.between(1, 1e6), data: ['drafts:push', { _placeholder: true, num: 0 }], id: 2 })],
  'foreign namespaces': (chance) => [packet({ type: 0, nsp: chance.of(['/admin', '', '//', '/'.repeat(9_000), '/__proto__']) }), opened],
  'answers nobody asked for': (chance) => [opened, packet({ type: 3, nsp: '/', id: chance.of([0, 1, -1, 2 ** 53 - 1]), data: [null] }), packet({ type: 4, nsp: '/', data: { message: 'x' } })],
  'reserved events': (chance) => [opened, packet({ type: 2, nsp: '/', data: [chance.of(['connect', 'disconnect', 'disconnecting', 'error', 'newListener', 'connect_error', '__proto__']), {}], id: 3 })],
  'events before a door is open': () => [packet({ type: 2, nsp: '/', data: ['drafts:push', {}], id: 1 })],
  'strange acknowledgement ids': (chance) => [opened, packet({ type: 2, nsp: '/', id: chance.of<unknown>([-1, 1.5, 'x', null, {}]), data: ['drafts:join', null] })],
  'forged prototypes': () => [opened, frame(Uint8Array.from([0x82, 0xa4, ...utf8('type'), 0x02, 0xa9, ...utf8('__proto__'), 0x80]))],
  'lengths that lie': (chance) => [opened, frame(Uint8Array.from([chance.of([0xdb, 0xc6, 0xdd, 0xdf, 0xc9]), 0xff, 0xff, 0xff, 0xff, ...chance.bytes(9)]))],
  'packets cut short': (chance) => {
    const whole = encode({ type: 2, nsp: '/', data: ['drafts:leave', { draftId: 'x' }], id: 4 });
    return [opened, frame(whole.subarray(0, chance.between(1, whole.length - 1)))];
  },
  'nested without end': (chance) => [opened, frame(nested(chance.between(50, 500_000)))],
  'a huge frame': (chance) => [opened, frame(new Uint8Array(chance.between(2_000_001, 2_300_000)))],
  'a frame that says it is huge': (chance) => [opened, frame(new Uint8Array(10), { length: chance.of([2 ** 32, 2 ** 53, 3_000_000]) })],
  'frames against the rules': (chance) => [opened, frame(chance.bytes(10), chance.of([{ masked: false }, { kind: 3 }, { kind: 11 }, { first: 0xf0 }, { first: 0, kind: opcode.ping }]))],
  'continuations of nothing': () => [opened, frame(utf8('x'), { kind: opcode.continuation })],
  'a message never finished': (chance) => [opened, ...Array.from({ length: chance.between(1, 40) }, (_, index) => frame(utf8('x'), { kind: index ? 0 : 2, first: 0 }))],
  'a strange goodbye': (chance) => [opened, frame(chance.of([Uint8Array.of(3), Uint8Array.of(0, 1), Uint8Array.of(3, 237, 255, 254), new Uint8Array(125)]), { kind: opcode.close })],
  'half a frame': (chance) => [opened, frame(new Uint8Array(500)).subarray(0, chance.between(1, 400))],
};

export const hostilePacketNames = Object.keys(makes);

export function hostilePacket(chance: Chance): HostilePacket {
  const name = chance.of(hostilePacketNames);
  return { name, bytes: (makes[name] as Make)(chance) };
}

const handshake = (host: string, cookie: string): string =>
  [
    'GET /live/?EIO=4&transport=websocket HTTP/1.1', `Host: ${host}`, `Origin: http://${host}`, `Cookie: ${cookie}`, 'Connection: Upgrade', 'Upgrade: websocket',
    'Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`, '', '',
  ].join('\r\n');

/** Opens a raw WebSocket, writes, listens for a moment, and breaks off. Answers what came back. */
export async function throwAt(port: number, cookie: string, { bytes }: HostilePacket): Promise<Buffer> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  const heard: Buffer[] = [];
  const upgraded = new Promise<void>((done) => socket.on('data', (piece) => void (heard.push(piece), done())));
  const ended = new Promise<void>((done) => socket.once('close', () => done()));
  socket.on('error', () => undefined);
  socket.write(handshake(`127.0.0.1:${port}`, cookie));
  await Promise.race([upgraded, ended, wait(5_000, undefined, { ref: false })]);
  for (const piece of bytes) if (!socket.destroyed) socket.write(piece);
  await Promise.race([ended, wait(30, undefined, { ref: false })]);
  socket.destroy();
  return Buffer.concat(heard);
}

/** Long polling has its own ways to be wrong. */
export async function pollBadly(url: string, cookie: string, chance: Chance): Promise<number> {
  const query = chance.of([
    'EIO=4&transport=polling&sid=nobody', 'EIO=3&transport=polling', 'EIO=4&transport=carrier-pigeon', 'transport=polling', 'EIO=4&transport=polling', 'EIO=4&transport=websocket',
    `EIO=4&transport=polling&sid=${'x'.repeat(4_000)}`, 'EIO[]=4&transport[]=polling', 'EIO=4&transport=polling&sid=__proto__',
  ]);
  const method = chance.of(['GET', 'POST', 'PUT', 'OPTIONS', 'DELETE']);
  const body = method === 'POST' || method === 'PUT' ? chance.of<string | Uint8Array<ArrayBuffer>>(['4', 'b', 'x'.repeat(3_000_000), chance.bytes(50), '4\u001e4\u001e4', '']) : null;
  const headers = { cookie: chance.happens(0.2) ? 'cohorte.session_token=x.y' : cookie, origin: chance.happens(0.2) ? 'https://elsewhere.example' : url, 'content-type': chance.of(['text/plain', 'application/octet-stream', 'application/json']) };
  return fetch(`${url}/live/?${query}`, { method, headers, body, signal: AbortSignal.timeout(10_000) }).then(async (answer) => (await answer.arrayBuffer(), answer.status), () => 0);
}
