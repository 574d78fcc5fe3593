import { inject, Injectable, InjectionToken, signal } from '@angular/core';
import { type Ack, type Channel, type DownPayload, type UpInput, type UpOutput, wireName } from '@cohorte/platform/contract';
import type { Socket } from 'socket.io-client';
import { ApiError } from './api-client';

export type LiveStatus = 'connecting' | 'online' | 'offline' | 'signed-out';

/** How long an acknowledgement may take before the message counts as unanswered; the sender keeps it and sends again. */
const answerTimeoutMs = 20_000;
/** Milliseconds before knocking again, not all at once. */
const soon = (): number => 1_000 + Math.random() * 2_000;

/** Fetches what speaks to the socket, and makes one that is not connected yet; specs give another. */
export const OPEN_SOCKET = new InjectionToken<() => Promise<Socket>>('open-socket', {
  providedIn: 'root',
  factory: () => () => import('./live-socket').then(({ liveSocket }) => liveSocket()),
});

/** The live connection of this page, shared by all domains; reconnects by itself, with jitter. A page that never connects downloads nothing for it. */
@Injectable({ providedIn: 'root' })
export class RealtimeClient {
  private readonly openSocket = inject(OPEN_SOCKET);
  private readonly state = signal<LiveStatus>('offline');
  private readonly arrivals = new Set<() => void>();
  private readonly ears = new Map<string, Set<(payload: never) => void>>();
  private socket: Socket | undefined;
  private opening = false;
  private wanted = false;

  readonly status = this.state.asReadonly();

  /** Connects once; calling again after a sign-in connects anew. */
  connect(): void {
    this.wanted = true;
    if (this.socket?.connected) return;
    if (this.state() !== 'connecting') this.state.set('connecting');
    if (this.socket) this.socket.connect();
    else void this.open();
  }

  disconnect(): void {
    this.wanted = false;
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

  /** Listens to a channel's message, from now on or from the first connection; answers how to stop. */
  on<C extends Channel, K extends keyof C['down'] & string>(channel: C, message: K, run: (payload: DownPayload<C, K>) => void): () => void {
    const name = wireName(channel, message);
    const listeners = this.ears.get(name) ?? new Set();
    if (!this.ears.has(name)) {
      this.ears.set(name, listeners);
      if (this.socket) this.hear(this.socket, name);
    }
    listeners.add(run);
    return () => void listeners.delete(run);
  }

  private async open(): Promise<void> {
    if (this.opening) return;
    this.opening = true;
    try {
      const socket = this.listen(await this.openSocket());
      for (const name of this.ears.keys()) this.hear(socket, name);
      this.socket = socket;
      if (this.wanted) socket.connect();
    } catch {
      // The network went before the page had it all.
      setTimeout(() => this.wanted && this.connect(), soon());
    } finally {
      this.opening = false;
    }
  }

  private hear(socket: Socket, name: string): void {
    socket.on(name, (payload: unknown) => {
      for (const run of [...(this.ears.get(name) ?? [])]) run(payload as never);
    });
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
    setTimeout(() => socket.connect(), soon());
  }
}
