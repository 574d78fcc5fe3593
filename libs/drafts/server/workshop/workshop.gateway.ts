import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import type { UpInput, UpOutput } from '@cohorte/platform/contract';
import { Clock, Database, Receives } from '@cohorte/platform/server';
import type { LiveSocket } from '@cohorte/platform/server';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { draftsChannel } from '../../contract';
import type { SheetPlace, WorkshopState } from '../../contract';
import { DraftSeats } from '../rooms/draft-seats';
import { DraftSignals } from '../rooms/draft-signals';
import { WorkshopTable } from './workshop-table';

type Channel = typeof draftsChannel;

/** The facilitator's page is shown to the others this often at most, in milliseconds. */
const lookEvery = 300;
/** Sixty people sitting down at once are told in a few messages, not in sixty. */
const tellAfter = 60;
/** States kept of drafts nobody sits in any more, before they are dropped. */
const forgottenAfter = 500;

/**
 * The live side of workshops: tells every seat the latest state, and where the facilitator's page stands.
 * States are read from the database after a signal that every node hears; places are a light lane of their own, never stored.
 */
@Injectable()
export class WorkshopGateway implements OnModuleDestroy {
  private readonly logger = new Logger('drafts');
  private readonly states = new Map<string, Promise<WorkshopState>>();
  private readonly places = new Map<string, SheetPlace>();
  private readonly leaving = new Map<string, { place: SheetPlace; actor: Actor; timer: NodeJS.Timeout }>();

  private readonly onlyCursor = new Map<string, string>();
  private readonly telling = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly table: WorkshopTable,
    private readonly seats: DraftSeats,
    private readonly database: Database,
    private readonly clock: Clock,
    signals: DraftSignals,
  ) {
    signals.hearAlso('drafts_workshop', (draftId) => this.changed(draftId), () => this.lookAgain());
    signals.hearAlso('drafts_look', (payload) => this.looked(payload));
  }

  onModuleDestroy(): void {
    for (const { timer } of this.leaving.values()) clearTimeout(timer);
    for (const timer of this.telling.values()) clearTimeout(timer);
  }

  @Receives(draftsChannel, 'workshop')
  async workshop(_actor: Actor, { draftId }: UpInput<Channel, 'workshop'>, socket: LiveSocket): Promise<UpOutput<Channel, 'workshop'>> {
    this.mustSit(draftId, socket);
    const state = await this.stateOf(draftId);
    const place = state.workshop?.following ? (this.places.get(draftId) ?? null) : null;
    return { state: { ...state, now: this.clock.now().toISOString() }, place };
  }

  @Receives(draftsChannel, 'look')
  async look(actor: Actor, { draftId, place }: UpInput<Channel, 'look'>, socket: LiveSocket): Promise<UpOutput<Channel, 'look'>> {
    this.mustSit(draftId, socket);
    const { workshop } = await this.stateOf(draftId);
    if (!workshop?.following || workshop.facilitator.personId !== actor.personId) return {};
    const waiting = this.leaving.get(draftId);
    if (waiting) waiting.place = place;
    else {
      this.leaving.set(draftId, { place, actor, timer: setTimeout(() => void this.leave(draftId), lookEvery).unref() });
      await this.tellNodes(actor, draftId, place);
    }
    return {};
  }

  /** What was shown last within the interval, when it differs from what has left at its beginning. */
  private async leave(draftId: string): Promise<void> {
    const waiting = this.leaving.get(draftId);
    this.leaving.delete(draftId);
    const known = this.places.get(draftId);
    if (waiting && !(known && samePlace(known, waiting.place))) await this.tellNodes(waiting.actor, draftId, waiting.place).catch(() => undefined);
  }

  private async tellNodes(actor: Actor, draftId: string, { position, fraction }: SheetPlace): Promise<void> {
    const payload = `${draftId} ${Buffer.from(position).toString('base64')} ${fraction}`;
    await this.database.transaction(actor, (tx) => tx.query(`SELECT pg_notify('drafts_look', $1)`, [payload]));
  }

  private looked(payload: string): void {
    const [draftId = '', position = '', fraction = '0'] = payload.split(' ');
    if (!this.seats.isTaken(draftId)) return void this.places.delete(draftId);
    const place = { position: Uint8Array.from(Buffer.from(position, 'base64')), fraction: Number(fraction) };
    this.places.set(draftId, place);
    for (const { socket } of this.seats.in(draftId)) socket.emit(draftsChannel, 'looked', { draftId, place });
  }

  private changed(draftId: string): void {
    this.states.delete(draftId);
    if (!this.telling.has(draftId)) this.telling.set(draftId, setTimeout(() => void this.tellSeats(draftId), tellAfter).unref());
  }

  private async tellSeats(draftId: string): Promise<void> {
    this.telling.delete(draftId);
    if (!this.seats.isTaken(draftId)) return void this.places.delete(draftId);
    try {
      const reading = this.stateOf(draftId);
      const state = await reading;
      // A later signal reads again: only the latest state is worth sending.
      if (this.states.get(draftId) !== reading) return;
      if (!state.workshop?.following) this.places.delete(draftId);
      for (const { socket } of this.seats.in(draftId)) socket.emit(draftsChannel, 'workshop', { draftId, state });
    } catch (error) {
      this.logger.error({ err: error, draftId }, 'the state of a workshop could not be told');
    }
  }

  /** After signals may have been missed. */
  private lookAgain(): void {
    const known = [...this.states.keys()];
    this.states.clear();
    for (const draftId of known) this.changed(draftId);
  }

  private stateOf(draftId: string): Promise<WorkshopState> {
    const known = this.states.get(draftId);
    if (known) return known;
    if (this.states.size >= forgottenAfter) [...this.states.keys()].filter((id) => !this.seats.isTaken(id)).forEach((id) => this.states.delete(id));
    const reading = this.table.state(draftId);
    this.states.set(draftId, reading);
    reading.then(
      (state) => this.states.get(draftId) === reading && this.showCursors(draftId, state),
      () => this.states.get(draftId) === reading && this.states.delete(draftId),
    );
    return reading;
  }

  /** Those who only watch are sent the facilitator's caret alone when the workshop says so. */
  private showCursors(draftId: string, { workshop }: WorkshopState): void {
    const only = workshop?.cursors === 'facilitator' ? workshop.facilitator.personId : null;
    if (only === (this.onlyCursor.get(draftId) ?? null)) return;
    this.seats.restrictCursors(draftId, only === null ? null : [only]);
    if (only === null) this.onlyCursor.delete(draftId);
    else this.onlyCursor.set(draftId, only);
  }

  private mustSit(draftId: string, socket: LiveSocket): void {
    if (!this.seats.find(draftId, socket.id)) throw new AppError('conflict', 'drafts.not-joined');
  }
}

const samePlace = (one: SheetPlace, other: SheetPlace): boolean => one.fraction === other.fraction && Buffer.compare(one.position, other.position) === 0;
