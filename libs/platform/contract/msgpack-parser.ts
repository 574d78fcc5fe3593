import { decode, encode } from '@msgpack/msgpack';
import { Emitter } from '@socket.io/component-emitter';

/** Socket.IO packets as MessagePack: one binary frame a packet, and `Uint8Array` stays `Uint8Array` in the browser and in Node. */
interface Packet {
  type: number;
  nsp: string;
  data?: unknown;
  id?: number;
}

/** The one namespace is not written; nor is what is absent at the end. */
const everywhere = '/';

const isPacket = (packet: Packet): boolean =>
  Number.isInteger(packet.type) && packet.type >= 0 && packet.type <= 4 && typeof packet.nsp === 'string' && (packet.id === undefined || Number.isSafeInteger(packet.id)) &&
  hasShape(packet);

/** CONNECT 0 and CONNECT_ERROR 4 carry an object or nothing, EVENT 2 and ACK 3 an array; EVENT starts with its name. */
function hasShape({ type, data }: Packet): boolean {
  if (type === 2) return Array.isArray(data) && typeof data[0] === 'string';
  if (type === 3) return Array.isArray(data);
  return data === undefined || (typeof data === 'object' && !Array.isArray(data));
}

export class Encoder {
  encode({ type, nsp, data, id }: Packet): Uint8Array[] {
    const fields = [type, data ?? null, id ?? null, nsp];
    if (nsp === everywhere) fields.length = id !== undefined ? 3 : data !== undefined ? 2 : 1;
    return [encode(fields, { ignoreUndefined: true })];
  }
}

type DecoderEvents = { decoded: (packet: Packet) => void };

export class Decoder extends Emitter<DecoderEvents, DecoderEvents> {
  add(chunk: unknown): void {
    if (!(chunk instanceof Uint8Array) && !(chunk instanceof ArrayBuffer)) throw new Error('binary packets only');
    const fields = decode(chunk instanceof ArrayBuffer ? new Uint8Array(chunk) : chunk) as unknown;
    if (!Array.isArray(fields) || fields.length > 4) throw new Error('not a packet');
    const [type, data, id, nsp] = fields as [number, unknown, number | null, string?];
    const packet = { type, nsp: nsp ?? everywhere, ...(data == null ? {} : { data }), ...(id == null ? {} : { id }) };
    if (!isPacket(packet)) throw new Error('not a packet');
    this.emit('decoded', packet);
  }

  destroy(): void {
    this.off();
  }
}
