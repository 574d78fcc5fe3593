import { type Channel, type DownPayload, Encoder, wireName } from '../../contract';

/** One message for many connections, written once. */
export interface PreparedMessage {
  readonly name: string;
  readonly payload: unknown;
  readonly bytes: Buffer;
  /** The whole WebSocket frame, head included. */
  readonly frame: Buffer;
}

const encoder = new Encoder();

export function prepared<C extends Channel, K extends keyof C['down'] & string>(channel: C, message: K, payload: DownPayload<C, K>): PreparedMessage {
  const [packet] = encoder.encode({ type: 2, nsp: '/', data: [wireName(channel, message), payload] }) as [Uint8Array];
  const head = frameHead(packet.byteLength);
  const frame = Buffer.concat([head, packet]);
  return { name: message, payload, frame, bytes: frame.subarray(head.byteLength) };
}

/** RFC 6455, 5.2: final, binary, not masked, and how long. */
function frameHead(length: number): Buffer {
  if (length < 126) return Buffer.of(0x82, length);
  if (length < 65_536) return Buffer.of(0x82, 126, length >> 8, length & 0xff);
  const head = Buffer.alloc(10);
  head.writeUInt16BE(0x827f);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
