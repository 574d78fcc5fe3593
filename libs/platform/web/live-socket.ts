import { Decoder, Encoder } from '@cohorte/platform/contract';
import { io, type Socket } from 'socket.io-client';

/** Long polling first, then WebSocket: hospital proxies that swallow upgrades still let people write. */
export const liveSocket = (): Socket =>
  io({ path: '/live', parser: { Encoder, Decoder }, transports: ['polling', 'websocket'], autoConnect: false, reconnectionDelay: 500, reconnectionDelayMax: 8_000, randomizationFactor: 0.7 });
