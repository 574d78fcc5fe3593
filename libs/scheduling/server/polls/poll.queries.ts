import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { bestSlots, canPoll, lineOf, type MyAnswers, type PollSlot, pollSight, pollStateAt, type PollView, tally, voicesOf } from '../../contract';
import { PollDesk } from './poll-desk';
import { PollEntity } from './poll.entity';
import { answeringOf, answersOf, type GridNames, linesOf } from './poll-lines';
import { PollMeetings } from './poll-meetings';
import { PollParticipantEntity } from './poll-participant.entity';
import { isAhead } from './poll-rules';
import { PollSlotEntity } from './poll-slot.entity';

/** Whom a view is made for. */
export interface PollReading {
  readonly me: PollParticipantEntity | null;
  readonly seesEverything: boolean;
  readonly canManage: boolean;
  readonly canAnswer: boolean;
}

/** Reads of polls for screens. What a reader may not see is left out here, before anything leaves the server. */
@Injectable()
export class PollQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: PollDesk,
    private readonly people: People,
    private readonly spaces: Spaces,
    private readonly meetings: PollMeetings,
  ) {}

  read(actor: Actor, pollId: string): Promise<PollView> {
    return this.database.transaction(actor, (tx) => this.readIn(tx, actor, pollId));
  }

  /** As the bearer of a personal link sees it; the caller acts for the domain. */
  async readByParticipant(tx: Tx, participantId: string): Promise<PollView> {
    const me = await tx.getRepository(PollParticipantEntity).findOneByOrFail({ id: participantId });
    const poll = await tx.getRepository(PollEntity).findOneByOrFail({ id: me.pollId });
    return this.view(tx, poll, { me, seesEverything: false, canManage: false, canAnswer: true });
  }

  /** The poll after a change, as whoever changed it sees it. */
  async readIn(tx: Tx, actor: Actor, pollId: string): Promise<PollView> {
    const { poll, place, me } = await this.desk.allowed(tx, actor, 'read', pollId);
    const may = (action: Parameters<typeof canPoll>[1]) => canPoll(actor, action, place);
    return this.view(tx, poll, { me, seesEverything: may('see-everything'), canManage: may('manage'), canAnswer: may('answer') });
  }

  /** The domain reads every line, then shows those the reader may see. */
  view(tx: Tx, poll: PollEntity, reading: PollReading): Promise<PollView> {
    return asSystem(tx, 'scheduling', async () => {
      const slots = await this.slotsFor(tx, poll, reading);
      const rows = await tx.getRepository(PollParticipantEntity).findBy({ pollId: poll.id, revokedAt: IsNull() });
      const state = pollStateAt(poll, this.clock.now());
      const voices = voicesOf(rows.map((row) => answeringOf(row, slots)), poll.counting);
      const sight = pollSight({ ...poll, state }, { ...reading, hasAnswered: (reading.me?.answeredAt ?? null) !== null });
      const names = sight.names ? await this.namesOf(tx, rows) : null;
      const answerable = reading.canAnswer && state === 'open';
      return {
        ...(await this.facts(tx, poll)),
        state,
        slots: slots.map((slot) => showSlot(slot, reading.me)),
        mine: reading.me ? await this.mineOf(tx, reading.me, slots) : null,
        voices: { answered: voices.filter((voice) => voice.answered).length, total: voices.length, structures: voices.filter((voice) => voice.isStructure).length },
        lines: sight.lines ? linesOf({ rows, slots, counting: poll.counting, me: reading.me, names }) : null,
        tally: sight.totals ? this.tallyOf(poll, slots, voices) : null,
        canAnswer: answerable,
        canManage: reading.canManage && poll.trackPollId === null,
        canPropose: answerable && poll.proposals !== 'none',
      };
    });
  }

  async mineOf(tx: Tx, row: PollParticipantEntity, slots: readonly PollSlotEntity[]): Promise<MyAnswers> {
    const { people, structures } = await this.namesOf(tx, [row]);
    return {
      participantId: row.id,
      name: (row.personId ? people.get(row.personId) : row.name) ?? '',
      structureName: structures.get(row.structureId ?? '') ?? null,
      answers: lineOf(answersOf(row, slots)),
      noneFits: row.noneFits,
      answered: row.answeredAt !== null,
    };
  }

  /** In time; a slot that waits for a word is shown to those who give it and to its author, a refused one to nobody. */
  async slotsFor(tx: Tx, poll: PollEntity, reading: Pick<PollReading, 'me' | 'canManage'>): Promise<PollSlotEntity[]> {
    const slots = await this.slotsOf(tx, poll.id);
    return slots.filter((slot) => slot.status === 'offered' || (slot.status === 'proposed' && (reading.canManage || (reading.me && slot.proposedBy === reading.me.id))));
  }

  slotsOf(tx: Tx, pollId: string): Promise<PollSlotEntity[]> {
    return tx.getRepository(PollSlotEntity).find({ where: { pollId }, order: { startsAt: 'ASC', minutes: 'ASC', place: 'ASC' } });
  }

  async namesOf(tx: Tx, rows: readonly PollParticipantEntity[]): Promise<GridNames> {
    const people = await this.people.profilesOf(tx, rows.flatMap((row) => row.personId ?? []));
    const structureIds = [...new Set(rows.flatMap((row) => row.structureId ?? []))];
    const structures = structureIds.length === 0 ? [] : await tx.query<{ id: string; name: string }[]>('SELECT id, coalesce(short_name, name) AS name FROM networks_structure WHERE id = ANY ($1)', [structureIds]);
    return { people: new Map(people.map(({ id, name }) => [id, name])), structures: new Map(structures.map(({ id, name }) => [id, name])) };
  }

  private tallyOf(poll: PollEntity, slots: readonly PollSlotEntity[], voices: ReturnType<typeof voicesOf>): PollView['tally'] {
    const tallies = tally(voices, slots.length, poll.quorum);
    const now = this.clock.now();
    const best = new Set(bestSlots(tallies, (slot) => slots[slot] !== undefined && isAhead(slots[slot], now)));
    return tallies.map((one, slot) => ({ ...one, isBest: best.has(slot) }));
  }

  private async facts(tx: Tx, poll: PollEntity) {
    const meeting = await this.meetings.find(tx, poll.meetingId);
    const space = await this.spaces.find(tx, poll.spaceId);
    const { id, meetingId, spaceId, title, note, zone, closedReason, thirdAnswer, visibility, namesHidden, counting, quorum, proposals, version } = poll;
    return {
      id, meetingId, spaceId, title, note, zone, closedReason, thirdAnswer, visibility, namesHidden, counting, quorum, proposals, version,
      meetingTitle: meeting?.title ?? title,
      isOfTrack: poll.trackPollId !== null,
      spaceName: space?.name ?? '',
      decided: await this.decidedOf(tx, poll, meeting?.startsAt ?? null),
      closesAt: poll.closesAt.toISOString(),
      openedAt: poll.openedAt?.toISOString() ?? null,
    };
  }

  /** Moved since by hand, the meeting has the last word. */
  private async decidedOf(tx: Tx, poll: PollEntity, startsAt: string | null): Promise<PollView['decided']> {
    if (poll.state !== 'decided') return null;
    const kept = await tx.getRepository(PollSlotEntity).findOneByOrFail({ id: poll.decidedSlotId ?? '' });
    return { slotId: kept.id, startsAt: startsAt ?? kept.startsAt.toISOString(), minutes: kept.minutes };
  }
}

function showSlot(slot: PollSlotEntity, me: PollParticipantEntity | null): PollSlot {
  const { id, minutes, day, allDay } = slot;
  const isNew = me?.answeredAt !== null && me?.answeredAt !== undefined && slot.addedAt > me.answeredAt && (me.answers[slot.place] ?? '-') === '-';
  return { id, startsAt: slot.startsAt.toISOString(), minutes, day, allDay, waits: slot.status === 'proposed', isNew };
}
