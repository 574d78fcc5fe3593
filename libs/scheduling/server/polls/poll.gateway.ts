import type { Actor } from '@cohorte/networks/contract';
import type { UpInput } from '@cohorte/platform/contract';
import { Database, type LiveSocket, OnActorChanged, Realtime, Receives, Signals } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { pollsChannel } from '../../contract';
import { PollDesk } from './poll-desk';
import { pollsSignal } from './poll-register';

const roomOf = (pollId: string): string => `poll:${pollId}`;
const watched = 'polls-watched';
/** Answers of one moment are told together: three hundred people need not ask again three hundred times. */
const gatherForMs = 400;

/** Tells open grids that a poll changed; what changed is asked over HTTP, by each for what they may see. */
@Injectable()
export class PollGateway {
  private readonly gathering = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly database: Database,
    private readonly desk: PollDesk,
    private readonly realtime: Realtime,
    signals: Signals,
  ) {
    signals.on(pollsSignal, (pollId) => this.gather(pollId));
  }

  @Receives(pollsChannel, 'watch')
  async watch(actor: Actor, { pollId }: UpInput<typeof pollsChannel, 'watch'>, socket: LiveSocket): Promise<Record<string, never>> {
    await this.database.transaction(actor, (tx) => this.desk.allowed(tx, actor, 'read', pollId));
    socket.join(roomOf(pollId));
    socket.data.set(watched, new Set([...this.watchedBy(socket), pollId]));
    return {};
  }

  @Receives(pollsChannel, 'leave')
  leave(_actor: Actor, { pollId }: UpInput<typeof pollsChannel, 'leave'>, socket: LiveSocket): Promise<Record<string, never>> {
    socket.leave(roomOf(pollId));
    this.watchedBy(socket).delete(pollId);
    return Promise.resolve({});
  }

  /** Whoever may no longer read a poll hears no more of it. */
  @OnActorChanged()
  async recheck(socket: LiveSocket): Promise<void> {
    const actor = socket.actor as Actor;
    for (const pollId of this.watchedBy(socket)) {
      const stays = await this.database.transaction(actor, (tx) => this.desk.allowed(tx, actor, 'read', pollId)).then(() => true, () => false);
      if (!stays) await this.leave(actor, { pollId }, socket);
    }
  }

  private watchedBy(socket: LiveSocket): Set<string> {
    return (socket.data.get(watched) as Set<string> | undefined) ?? new Set();
  }

  private gather(pollId: string): void {
    if (this.gathering.has(pollId)) return;
    const tell = setTimeout(() => {
      this.gathering.delete(pollId);
      this.realtime.to(roomOf(pollId)).emit(pollsChannel, 'changed', { pollId });
    }, gatherForMs);
    this.gathering.set(pollId, tell.unref());
  }
}
