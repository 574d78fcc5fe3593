import type { Socket } from 'socket.io';
import { type Channel, type DownPayload, type Principal, wireName } from '../../contract';
import type { PreparedMessage } from './prepared-message';

/** A packet that has not left for the network yet, as Engine.IO keeps it. */
interface QueuedPacket {
  readonly data?: { readonly byteLength?: number };
  readonly options?: { readonly topic?: string };
}

interface Connection {
  readonly writeBuffer?: QueuedPacket[];
  write(data: Buffer, options: { wsPreEncodedFrame: Buffer[]; topic: string }): void;
}

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

  /** Packets waiting to leave: gateways slow down or resync past their budget. */
  get pendingPackets(): number {
    return this.connection.writeBuffer?.length ?? 0;
  }

  /** Bytes of the prepared messages among them; answers to the connection's own questions do not count. */
  get pendingBytes(): number {
    const waiting = this.connection.writeBuffer ?? [];
    return waiting.reduce((sum, packet) => (packet.options?.topic ? sum + (packet.data?.byteLength ?? 0) : sum), 0);
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

  /** Sends what was written once for many; `topic` is what it can be forgotten by. */
  deliver(message: PreparedMessage, topic: string): void {
    if (this.socket.connected) this.connection.write(message.bytes, { wsPreEncodedFrame: [message.frame], topic });
  }

  /** Forgets the prepared messages of a topic that have not left yet: their reader is too far behind, or may not have them any more. */
  dropPrepared(topic: string): void {
    const waiting = this.connection.writeBuffer ?? [];
    const kept = waiting.filter((packet) => packet.options?.topic !== topic);
    waiting.splice(0, waiting.length, ...kept);
  }

  onClose(run: () => void): void {
    this.socket.once('disconnect', run);
  }

  /** Ends the connection, for a session that no longer holds. */
  end(): void {
    this.socket.disconnect(true);
  }

  private get connection(): Connection {
    return this.socket.conn as unknown as Connection;
  }
}
