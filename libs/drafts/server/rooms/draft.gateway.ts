import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import type { UpInput, UpOutput } from '@cohorte/platform/contract';
import { Clock, OnActorChanged, Receives } from '@cohorte/platform/server';
import type { LiveSocket } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { atLeast, draftsChannel, draftsProtocol } from '../../contract';
import type { DraftRight } from '../../contract';
import { DraftDoor } from './draft-door';
import { DraftEntrance } from './draft-entrance';
import { DraftRooms } from './draft-rooms';
import { DraftSeats } from './draft-seats';
import { DraftSignals } from './draft-signals';
import type { Seat } from './draft-table';
import { DraftService } from '../draft.service';
import { readableStateVector } from './state-vector';
import { suggestTo } from '../suggestions/suggestion-lane';

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
  private readonly door = new DraftDoor();
  /** Rises whenever rights may have changed. */
  private rightsChanges = 0;

  constructor(
    private readonly drafts: DraftService,
    private readonly rooms: DraftRooms,
    private readonly seats: DraftSeats,
    private readonly clock: Clock,
    private readonly entrance: DraftEntrance,
    signals: DraftSignals,
  ) {
    rooms.watch({ relay: (draftId, rows) => seats.relay(draftId, rows), isWatching: (draftId) => seats.isTaken(draftId) });
    signals.onAccessChanged((draftId) => void this.lookAgain(draftId));
  }

  @Receives(draftsChannel, 'join')
  async join(actor: Actor, input: UpInput<Channel, 'join'>, socket: LiveSocket): Promise<UpOutput<Channel, 'join'>> {
    if (input.protocol !== draftsProtocol) throw new AppError('gone', 'drafts.reload-needed', { protocol: draftsProtocol });
    readableStateVector(input.stateVector);
    const changes = this.rightsChanges;
    const { right, name, seq: standsAt } = await this.door.enter(() => this.drafts.welcome(actor, input.draftId));
    this.leaveOnClose(socket);
    const { seat, ...answer } = await this.entrance.enter({ ...input, standsAt }, {
      socket, draftId: input.draftId, personId: actor.personId, clientId: input.clientId, name, right, cursor: null, behind: false, refusals: 0,
      tokens: pushesAtOnce, refilledAt: this.clock.now().getTime(),
    });
    // A right withdrawn while the door was open found no seat to close.
    if (changes !== this.rightsChanges && (await this.askAgain(seat)) === 'unknown') throw new AppError('unavailable', 'drafts.cannot-load');
    if (this.seats.find(input.draftId, socket.id) !== seat) throw new AppError('not-found', 'drafts.not-found');
    return { ...answer, seat: seat.number, right: seat.right };
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
    this.rightsChanges += 1;
    await Promise.all(this.seats.of(socket.id).map((seat) => this.askAgain(seat)));
  }

  /** Invitations of this draft changed, here or on another node. */
  private async lookAgain(draftId: string): Promise<void> {
    this.rightsChanges += 1;
    await Promise.all(this.seats.in(draftId).map((seat) => this.askAgain(seat)));
  }

  /** A right that cannot be asked is not there, but nobody is told it was withdrawn: they come to the door again, which asks. */
  private async askAgain(seat: Seat): Promise<DraftRight | null | 'unknown'> {
    const right = await this.drafts.rightOf(seat.socket.actor as Actor, seat.draftId).catch(() => 'unknown' as const);
    if (right === 'unknown') this.seats.sendToTheDoor(seat);
    else if (right === null) this.seats.close(seat, 'right-withdrawn');
    else if (right !== seat.right) this.seats.change(seat, right);
    return right;
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
