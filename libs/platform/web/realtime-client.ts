import { inject, Injectable, InjectionToken, signal } from '@angular/core';
import { type Ack, type Channel, Decoder, type DownPayload, Encoder, type UpInput, type UpOutput, wireName } from '@cohorte/platform/contract';
import { io, type Socket } from 'socket.io-client';
import { ApiError } from './api-client';

export type LiveStatus = 'connecting' | 'online' | 'offline' | 'signed-out';

/** How long an acknowledgement may take before the message counts as unanswered; the sender keeps it and sends again. */
const answerTimeoutMs = 20_000;

/** Opens the socket; specs give another. */
export const OPEN_SOCKET = new InjectionToken<() => Socket>('open-socket', {
  providedIn: 'root',
  factory: () => () =>
    // Long polling first, then WebSocket: hospital proxies that swallow upgrades still let people write.
    io({ path: '/live', parser: { Encoder, Decoder }, transports: ['polling', 'websocket'], autoConnect: false, reconnectionDelay: 500, reconnectionDelayMax: 8_000, randomizationFactor: 0.7 }),
});

/** The live connection of this page, shared by all domains; reconnects by itself, with jitter. */
@Injectable({ providedIn: 'root' })
export class RealtimeClient {
  private readonly openSocket = inject(OPEN_SOCKET);
  private readonly state = signal<LiveStatus>('offline');
  private readonly arrivals = new Set<() => void>();
  private socket: Socket | undefined;

  readonly status = this.state.asReadonly();

  /** Connects once; calling again after a sign-in connects anew. */
  connect(): void {
    this.socket ??= this.listen(this.openSocket());
    if (this.socket.connected) return;
    if (this.state() !== 'connecting') this.state.set('connecting');
    this.socket.connect();
  }

  disconnect(): void {
    this.socket?.disconnect();
    this.state.set('offline');
  }

  /** Runs at each arrival online, the first included: rooms are joined anew. Answers how to stop. */
  onOnline(run: () => void): () => void {
    this.arrivals.add(run);
    return () => void this.arrivals.delete(run);
  }

  /** Sends one message and waits for its acknowledgement; throws `ApiError` (`offline` when none came). */
  async send<C extends Channel, K extends keyof C['up'] & string>(channel: C, message: K, payload: UpInput<C, K>): Promise<UpOutput<C, K>> {
    if (!this.socket?.connected) throw new ApiError({ kind: 'offline', code: 'platform.offline' });
    let ack: Ack;
    try {
      ack = (await this.socket.timeout(answerTimeoutMs).emitWithAck(wireName(channel, message), payload)) as Ack;
    } catch {
      throw new ApiError({ kind: 'offline', code: 'platform.offline' });
    }
    if (ack.ok) return ack.output as UpOutput<C, K>;
    throw new ApiError({ kind: ack.kind as ApiError['kind'], code: ack.code, details: (ack.details ?? {}) as ApiError['details'] });
  }

  /** Listens to a channel's message; answers how to stop. */
  on<C extends Channel, K extends keyof C['down'] & string>(channel: C, message: K, run: (payload: DownPayload<C, K>) => void): () => void {
    this.socket ??= this.listen(this.openSocket());
    const socket = this.socket;
    const name = wireName(channel, message);
    socket.on(name, run as never);
    return () => void socket.off(name, run as never);
  }

  private listen(socket: Socket): Socket {
    socket.on('connect', () => {
      this.state.set('online');
      for (const run of this.arrivals) run();
    });
    socket.on('disconnect', (reason) => this.state.set(reason === 'io client disconnect' ? 'offline' : 'connecting'));
    socket.on('connect_error', (error) => {
      this.state.set(error.message === 'platform.sign-in-needed' ? 'signed-out' : 'connecting');
      // Turned away by a server that could not ask its database: the library would leave it at that.
      if (this.state() === 'connecting' && !socket.active) this.tryAgain(socket);
    });
    // A socket the server ended (session over, restart) is not reopened by the library: try again, the server says if it may be.
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.tryAgain(socket);
    });
    return socket;
  }

  private tryAgain(socket: Socket): void {
    setTimeout(() => socket.connect(), 1_000 + Math.random() * 2_000);
  }
}
