import { AppError } from '@cohorte/platform/contract';
import { Clock, Events, newId, Signals, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type PollSettings, participantsMax, placesMax, reminderAt, type SlotStatus } from '../../contract';
import { pollOpened } from '../scheduling.events';
import { PollEntity } from './poll.entity';
import { PollLinks } from './poll-link';
import { PollParticipantEntity } from './poll-participant.entity';
import type { PlacedSlot } from './poll-rules';
import { PollSlotEntity } from './poll-slot.entity';

/** Someone to ask: a person of this installation, or a guest by name and address. */
export interface Asked {
  readonly personId: string | null;
  readonly email: string | null;
  readonly name: string;
  readonly structureId: string | null;
  readonly required: boolean;
}

export interface NewPoll extends PollSettings {
  readonly meetingId: string;
  readonly spaceId: string;
  readonly networkId: string;
  readonly requestId: string;
  readonly trackPollId: string | null;
  readonly createdBy: string | null;
  readonly zone: string;
  readonly closesAt: Date;
  readonly slots: readonly PlacedSlot[];
  readonly people: readonly Asked[];
}

export const nameKeyOf = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
const keyOf = (asked: Asked): string => asked.personId ?? `${asked.email ?? ''}/${nameKeyOf(asked.name)}`;

/** Writes polls, slots and participants, in the caller's transaction, once the policy has said yes. */
@Injectable()
export class PollRegister {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly links: PollLinks,
    private readonly signals: Signals,
  ) {}

  /** A draft, with its slots and the people it will ask. */
  async create(tx: Tx, given: NewPoll): Promise<PollEntity> {
    const { slots, people, ...settings } = given;
    const row: PollEntity = { ...settings, ...unopened, id: newId(), createdAt: this.clock.now() };
    await tx.getRepository(PollEntity).insert(row);
    await this.addSlots(tx, row, slots);
    await this.addPeople(tx, row.id, people);
    await tx.getRepository(PollEntity).update({ id: row.id }, { places: row.places });
    return row;
  }

  /** Gives each slot the next place; the caller saves the poll. */
  async addSlots(tx: Tx, poll: PollEntity, slots: readonly PlacedSlot[], status: SlotStatus = 'offered', proposedBy: string | null = null): Promise<PollSlotEntity[]> {
    if (poll.places + slots.length > placesMax) throw new AppError('conflict', 'scheduling.too-many-slots', { most: placesMax });
    const rows = slots.map((slot, index) => ({ ...slot, id: newId(), pollId: poll.id, place: poll.places + index, status, proposedBy, addedAt: this.clock.now() }));
    poll.places += rows.length;
    if (rows.length > 0) await tx.getRepository(PollSlotEntity).insert(rows);
    return rows;
  }

  /** Asks people; those asked already stay as they are. */
  async addPeople(tx: Tx, pollId: string, people: readonly Asked[]): Promise<void> {
    const participants = tx.getRepository(PollParticipantEntity);
    const present = await participants.findBy({ pollId });
    const known = new Set(present.filter((row) => !row.revokedAt).map(keyOf));
    const fresh = [...new Map(people.toReversed().map((asked) => [keyOf(asked), asked])).values()].filter((asked) => !known.has(keyOf(asked)));
    if (known.size + fresh.length > participantsMax) throw new AppError('bad-input', 'scheduling.too-many-participants', { most: participantsMax });
    // Someone asked again after having been taken off gets a new link.
    const gone = new Map(present.filter((row) => row.revokedAt).map((row) => [keyOf(row), row]));
    for (const asked of fresh.filter((one) => gone.has(keyOf(one)))) await participants.delete({ id: gone.get(keyOf(asked))?.id ?? '' });
    if (fresh.length > 0) await participants.insert(fresh.map((asked) => ({ ...silent, ...asked, ...this.links.fresh(), pollId, nameKey: nameKeyOf(asked.name), createdAt: this.clock.now() })));
  }

  /** Someone who said themselves who they are: their link is theirs from now on, and told. */
  async addPasserBy(tx: Tx, pollId: string, { name, email }: { name: string; email: string }): Promise<PollParticipantEntity> {
    const now = this.clock.now();
    const asked = { personId: null, email, name, structureId: null, required: false };
    const row = { ...silent, ...asked, ...this.links.fresh(), pollId, nameKey: nameKeyOf(name), byOpenLink: true, linkToldAt: now, createdAt: now };
    await tx.getRepository(PollParticipantEntity).insert(row);
    return row;
  }

  /** Opens a poll, or opens it again: reminders are counted from its first opening. */
  async open(tx: Tx, poll: PollEntity, closesAt: Date, told: { addedOnly: boolean } | null = { addedOnly: false }): Promise<void> {
    poll.state = 'open';
    poll.openedAt ??= this.clock.now();
    Object.assign(poll, { closesAt, closedAt: null, closedReason: null, reminderAt: reminderAt(poll.openedAt, closesAt) });
    await tx.getRepository(PollEntity).save(poll);
    if (told && !poll.trackPollId) await this.events.publish(tx, pollOpened, { pollId: poll.id, ...told });
    await this.announce(tx, poll.id);
  }

  /** Open grids, on every node, ask again once this is committed. */
  async announce(tx: Tx, pollId: string): Promise<void> {
    await tx.query(`SELECT pg_notify($1, $2)`, [pollsSignal, pollId]);
  }

  /** After the commit, and answers of one moment together: a NOTIFY of each would make their commits wait for one another. */
  announceSoon(pollId: string): void {
    this.signals.tell(pollsSignal, pollId);
  }
}

/** What nodes tell each other when a poll changed. */
export const pollsSignal = 'scheduling_polls';

const unopened = {
  state: 'draft', closedReason: null, openedAt: null, closedAt: null, decidedAt: null, decidedSlotId: null, reminderAt: null, autoRemindedAt: null, handRemindedAt: null,
  completeToldAt: null, places: 0, version: 1,
} as const;

const silent = { answers: '', noneFits: false, answeredAt: null, changedAt: null, linkToldAt: null, reminders: 0, byOpenLink: false, revokedAt: null };
