import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import type { UpInput, UpOutput } from '@cohorte/platform/contract';
import { Clock, OnActorChanged, Receives } from '@cohorte/platform/server';
import type { LiveSocket } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { atLeast, draftsChannel, draftsProtocol } from '../contract';
import { DraftRooms } from './draft-rooms';
import { DraftSeats } from './draft-seats';
import type { Seat } from './draft-seats';
import { DraftSignals } from './draft-signals';
import { DraftWriterNames } from './draft-writer-names';
import { DraftService } from './draft.service';
import { readableStateVector } from './state-vector';
import { suggestTo } from './suggestion-lane';

type Channel = typeof draftsChannel;

/** Far above ten fingers, far below what hurts. */
const pushesPerSecond = 50;
const pushesAtOnce = 200;
/** Honest editors are refused never or once; who insists is shown out. */
const refusalsBeforeClosing = 5;
const countedRefusals = new Set(['drafts.update-refused', 'drafts.client-id-belongs-to-someone-else', 'drafts.push-id-used-for-something-else', 'drafts.suggestion-changes-text']);

/** The live side of drafts: join, push, show one's cursor, leave. Rights are asked at the door and again whenever they may have changed. */
@Injectable()
export class DraftGateway {
  constructor(
    private readonly drafts: DraftService,
    private readonly rooms: DraftRooms,
    private readonly seats: DraftSeats,
    private readonly clock: Clock,
    private readonly names: DraftWriterNames,
    signals: DraftSignals,
  ) {
    rooms.watch({ relay: (draftId, relayed) => seats.relay(draftId, relayed), isWatching: (draftId) => seats.isTaken(draftId) });
    signals.onAccessChanged((draftId) => void this.lookAgain(draftId));
  }

  @Receives(draftsChannel, 'join')
  async join(actor: Actor, input: UpInput<Channel, 'join'>, socket: LiveSocket): Promise<UpOutput<Channel, 'join'>> {
    if (input.protocol !== draftsProtocol) throw new AppError('gone', 'drafts.reload-needed', { protocol: draftsProtocol });
    const { draftId, clientId } = input;
    const { right } = await this.drafts.allowed(actor, draftId, 'read');
    const name = await this.names.of(actor);
    const stateVector = readableStateVector(input.stateVector);
    const room = await this.rooms.open(draftId);
    this.leaveOnClose(socket);
    const seat: Seat = {
      socket, draftId, personId: actor.personId, name, clientId, right, cursor: null, behind: false, refusals: 0,
      tokens: pushesAtOnce, refilledAt: this.clock.now().getTime(),
    };
    // Between the answer and the seat nothing can be relayed: no update is missed.
    const answer = await room.look((copy) => {
      const present = this.seats.present(draftId).filter((entry) => entry.key !== socket.id);
      this.seats.take(seat);
      return { seq: copy.seq, right, update: copy.above(stateVector), stateVector: copy.stateVector(), present };
    });
    // A right withdrawn while the door was open found no seat to close.
    void this.askAgain(seat);
    return answer;
  }

  @Receives(draftsChannel, 'push')
  async push(actor: Actor, input: UpInput<Channel, 'push'>, socket: LiveSocket): Promise<UpOutput<Channel, 'push'>> {
    const { draftId, clientId, pushId, update } = input;
    const seat = this.seatOf(draftId, socket);
    if (!atLeast(seat.right, 'suggester')) throw new AppError('forbidden', 'drafts.read-only');
    this.spend(seat);
    try {
      const room = await this.rooms.open(draftId);
      const push = { personId: actor.personId, clientId, pushId, update, from: socket.id };
      return await (atLeast(seat.right, 'editor') ? room.push(push) : suggestTo(room, push));
    } catch (error) {
      this.countRefusal(seat, error);
      throw error;
    }
  }

  @Receives(draftsChannel, 'presence')
  async presence(_actor: Actor, { draftId, cursor }: UpInput<Channel, 'presence'>, socket: LiveSocket): Promise<UpOutput<Channel, 'presence'>> {
    const seat = this.seatOf(draftId, socket);
    seat.cursor = cursor;
    this.seats.show(seat);
    return {};
  }

  @Receives(draftsChannel, 'leave')
  async leave(_actor: Actor, { draftId }: UpInput<Channel, 'leave'>, socket: LiveSocket): Promise<UpOutput<Channel, 'leave'>> {
    const seat = this.seats.find(draftId, socket.id);
    if (seat) this.seats.leave(seat);
    return {};
  }

  @OnActorChanged()
  async actorChanged(socket: LiveSocket): Promise<void> {
    await Promise.all(this.seats.of(socket.id).map((seat) => this.askAgain(seat)));
  }

  /** Invitations of this draft changed, here or on another node. */
  private async lookAgain(draftId: string): Promise<void> {
    await Promise.all(this.seats.in(draftId).map((seat) => this.askAgain(seat)));
  }

  /** When the right cannot be asked, it is not there. */
  private async askAgain(seat: Seat): Promise<void> {
    const right = await this.drafts.rightOf(seat.socket.actor as Actor, seat.draftId).catch(() => null);
    if (right === null) return this.seats.close(seat, 'right-withdrawn');
    if (right === seat.right) return;
    seat.right = right;
    seat.socket.emit(draftsChannel, 'rightChanged', { draftId: seat.draftId, right });
  }

  private seatOf(draftId: string, socket: LiveSocket): Seat {
    const seat = this.seats.find(draftId, socket.id);
    if (!seat) throw new AppError('conflict', 'drafts.not-joined');
    return seat;
  }

  private spend(seat: Seat): void {
    const now = this.clock.now().getTime();
    seat.tokens = Math.min(pushesAtOnce, seat.tokens + ((now - seat.refilledAt) / 1_000) * pushesPerSecond);
    seat.refilledAt = now;
    if (seat.tokens < 1) throw new AppError('too-many', 'drafts.too-fast');
    seat.tokens -= 1;
  }

  private countRefusal(seat: Seat, error: unknown): void {
    if (!(error instanceof AppError) || !countedRefusals.has(error.code)) return;
    seat.refusals += 1;
    if (seat.refusals >= refusalsBeforeClosing) this.seats.close(seat, 'refused-too-often');
  }

  private leaveOnClose(socket: LiveSocket): void {
    if (socket.data.has('drafts.leaves')) return;
    socket.data.set('drafts.leaves', true);
    socket.onClose(() => this.seats.of(socket.id).forEach((seat) => this.seats.leave(seat)));
  }
}
