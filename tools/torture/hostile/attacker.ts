import { draftsChannel, draftsProtocol } from '@cohorte/drafts/contract';
import type { PushOutcome } from '@cohorte/drafts/contract';
import { wireName } from '@cohorte/platform/contract';
import type { Ack } from '@cohorte/platform/contract';
import type { Socket } from 'socket.io-client';
import { openSocket } from '../tab';
import { until } from '../tab-acts';

/** A signed-in person with a socket who says what no browser would. Comes back in whenever it was shown out. */
export class Attacker {
  disconnections = 0;
  private joined = false;

  private constructor(
    private readonly socket: Socket,
    private readonly draftId: string,
  ) {
    socket.on('disconnect', () => {
      this.joined = false;
      this.disconnections += 1;
    });
    socket.on(wireName(draftsChannel, 'closed'), () => (this.joined = false));
  }

  static async connect(url: string, cookie: string, draftId: string): Promise<Attacker> {
    const socket = openSocket(url, cookie);
    const attacker = new Attacker(socket, draftId);
    socket.connect();
    await until('an attacker’s socket', () => socket.connected);
    return attacker;
  }

  async send(event: string, args: readonly unknown[]): Promise<Ack> {
    if (!this.joined) await this.join();
    return this.say(event, args);
  }

  leave(): void {
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }

  private async join(): Promise<void> {
    const door = { protocol: draftsProtocol, draftId: this.draftId, clientId: Math.floor(Math.random() * 2 ** 32), stateVector: Uint8Array.of(0), seq: 0 };
    const answer = await this.say(wireName(draftsChannel, 'join'), [door]);
    if (!answer.ok) throw new Error(`An attacker was not let in: ${answer.code}`);
    this.joined = true;
  }

  private say(event: string, args: readonly unknown[]): Promise<Ack> {
    return this.socket.timeout(30_000).emitWithAck(event, ...args) as Promise<Ack>;
  }
}

export const wasSaved = (answer: Ack): boolean => answer.ok && (answer.output as Partial<PushOutcome> | null)?.outcome === 'saved';
export const wasTaken = (answer: Ack): boolean => answer.ok && (answer.output as Partial<PushOutcome> | null)?.outcome !== 'resync';
