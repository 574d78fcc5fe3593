import type { Socket } from 'socket.io';
import { type Channel, type DownPayload, type Principal, wireName } from '../../contract';

/** One open connection of one signed-in person. */
export class LiveSocket {
  /** Whatever a gateway keeps for this connection. */
  readonly data = new Map<string, unknown>();

  constructor(
    private readonly socket: Socket,
    public actor: Principal,
  ) {}

  get id(): string {
    return this.socket.id;
  }

  /** Bytes waiting to leave, as the transport knows them: gateways slow down or resync past their budget. */
  get pendingPackets(): number {
    const connection = this.socket.conn as unknown as { writeBuffer?: unknown[] };
    return connection.writeBuffer?.length ?? 0;
  }

  join(room: string): void {
    void this.socket.join(room);
  }

  leave(room: string): void {
    void this.socket.leave(room);
  }

  emit<C extends Channel, K extends keyof C['down'] & string>(channel: C, message: K, payload: DownPayload<C, K>): void {
    this.socket.emit(wireName(channel, message), payload);
  }

  onClose(run: () => void): void {
    this.socket.once('disconnect', run);
  }

  /** Ends the connection, for a session that no longer holds. */
  end(): void {
    this.socket.disconnect(true);
  }
}
