import { draftsChannel, draftsProtocol } from '@cohorte/drafts/contract';
import type { DownPayload, UpInput } from '@cohorte/platform/contract';
import { type Ack, Decoder, Encoder, wireName } from '@cohorte/platform/contract';
import { randomUUID } from 'node:crypto';

/** Where a client of the load sits, and as whom. */
interface Seat {
  readonly url: string;
  readonly origin: string;
  readonly cookie: string;
  readonly draft: string;
}

interface Client {
  readonly clientId: number;
  stateVector(): Uint8Array;
  send(bytes: Uint8Array | string): void;
  joined(updates: readonly Uint8Array[]): void;
  heard(frame: Frame): void;
  acknowledged(push: number): void;
  refused(reason: string): void;
}

interface Packet {
  readonly type: number;
  readonly data?: unknown;
  readonly id?: number;
}

interface Frame {
  readonly packets: readonly Packet[];
  updates?: readonly Uint8Array[];
}

interface Frames {
  read(data: Buffer, parse: (data: Buffer) => Frame): Frame;
}

type Up = keyof typeof draftsChannel.up & string;
type Channel = typeof draftsChannel;

const packetType = { connect: 0, event: 2, ack: 3, refused: 4 } as const;
const engine = { open: '0', ping: '2', pong: '3', message: '4' } as const;
const names = { updated: wireName(draftsChannel, 'updated'), resync: wireName(draftsChannel, 'resync'), closed: wireName(draftsChannel, 'closed') };

const encoder = new Encoder();
const decoder = new Decoder();
let decoded: Packet[] = [];
decoder.on('decoded', (packet) => void decoded.push(packet as Packet));

function parse(data: Buffer): Frame {
  decoded = [];
  decoder.add(data);
  const packets = decoded;
  const [packet] = packets;
  const [name, payload] = packet?.type === packetType.event ? (packet.data as [string, unknown]) : [];
  return name === names.updated ? { packets, updates: (payload as DownPayload<Channel, 'updated'>).updates } : { packets };
}

/** Our server's channel on a bare socket: the contract's messages and parser, without the Socket.IO client's own costs. */
class OurWire {
  private readonly answers = new Map<number, (ack: Ack) => void>();
  private nextId = 0;

  constructor(
    private readonly seat: Seat,
    private readonly client: Client,
    private readonly frames: Frames,
  ) {}

  request() {
    return { url: `${this.seat.url}/live/?EIO=4&transport=websocket`, headers: { cookie: this.seat.cookie, origin: this.seat.origin } };
  }

  /** The server speaks first. */
  opened(): void {}

  received(data: Buffer, isBinary: boolean): void {
    if (!isBinary) return this.hear(data.toString());
    const frame = this.frames.read(data, parse);
    if (frame.updates) return this.client.heard(frame);
    for (const packet of frame.packets) this.packet(packet);
  }

  push(number: number, update: Uint8Array): void {
    const { draft: draftId } = this.seat;
    this.say('push', { draftId, clientId: this.client.clientId, pushId: randomUUID(), update }, (ack) => {
      if (!ack.ok) return this.client.refused(ack.code);
      const { outcome } = ack.output as { outcome: string };
      if (outcome === 'saved') return this.client.acknowledged(number);
      this.client.refused(outcome);
    });
  }

  point(position: Uint8Array): void {
    this.say('presence', { draftId: this.seat.draft, cursor: { anchor: position, head: position } }, (ack) => {
      if (!ack.ok) this.client.refused(ack.code);
    });
  }

  private hear(text: string): void {
    if (text.startsWith(engine.open)) return this.write({ type: packetType.connect, nsp: '/' });
    if (text === engine.ping) this.client.send(engine.pong);
  }

  private packet({ type, data, id }: Packet): void {
    if (type === packetType.connect) return this.join();
    if (type === packetType.refused) return this.client.refused((data as { message: string }).message);
    if (type === packetType.ack && id !== undefined) {
      this.answers.get(id)?.((data as [Ack])[0]);
      this.answers.delete(id);
    }
    const name = type === packetType.event ? (data as [string])[0] : '';
    if (name === names.resync || name === names.closed) this.client.refused(name);
  }

  private join(): void {
    const input = { protocol: draftsProtocol, draftId: this.seat.draft, clientId: this.client.clientId, stateVector: this.client.stateVector(), seq: 0 };
    this.say('join', input, (ack) => {
      if (!ack.ok) return this.client.refused(ack.code);
      this.client.joined((ack.output as { updates: readonly Uint8Array[] }).updates);
    });
  }

  private say<K extends Up>(message: K, input: UpInput<Channel, K>, answered: (ack: Ack) => void): void {
    const id = this.nextId;
    this.nextId += 1;
    this.answers.set(id, answered);
    this.write({ type: packetType.event, nsp: '/', id, data: [wireName(draftsChannel, message), input] });
  }

  private write(packet: Packet & { nsp: string }): void {
    for (const chunk of encoder.encode(packet)) this.client.send(typeof chunk === 'string' ? engine.message + chunk : chunk);
  }
}

export const createWire = (seat: Seat, client: Client, frames: Frames) => new OurWire(seat, client, frames);
