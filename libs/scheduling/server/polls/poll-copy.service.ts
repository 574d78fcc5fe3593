import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { answerAt, csvOf, dayAt, type duplicatePoll, wallAt, weeksLater } from '../../contract';
import type { PollEntity } from './poll.entity';
import { PollParticipantEntity } from './poll-participant.entity';
import { type Asked } from './poll-register';
import { deadlineOf, placeSlots } from './poll-rules';
import { PollService } from './poll.service';
import type { PollSlotEntity } from './poll-slot.entity';
import { PollTools } from './poll-tools';

const said = { yes: 'oui', 'if-need-be': 'si besoin', no: 'non' } as const;

/** What leaves a poll: the same one some weeks later, and its answers as a table. */
@Injectable()
export class PollCopyService {
  constructor(
    private readonly tools: PollTools,
    private readonly polls: PollService,
  ) {}

  /** The same days of the week and the same hours on the clock, whatever summer time does; a draft, with the same people. */
  duplicate(actor: Actor, { pollId, meetingId, requestId, weeks }: InputOf<typeof duplicatePoll>): Promise<{ pollId: string }> {
    return this.tools.database.transaction(actor, async (tx) => {
      const { poll } = await this.tools.desk.allowed(tx, actor, 'manage', pollId);
      const meeting = await this.polls.pollable(tx, actor, meetingId);
      if (meeting.spaceId !== poll.spaceId) throw new AppError('bad-input', 'scheduling.other-space');
      const made = await this.polls.madeBefore(tx, requestId, meetingId);
      if (made) return { pollId: made };
      const { places: _places, id: _id, version: _version, ...settings } = poll;
      const copy = await this.tools.register.create(tx, {
        ...settings, ...(await this.shifted(tx, poll, weeks)), meetingId, requestId, trackPollId: null, createdBy: actor.personId, people: await this.peopleOf(tx, pollId),
      });
      return { pollId: copy.id };
    });
  }

  /** One line a person: structure, name, then a column a slot, in French as the table is for the network’s office. */
  export(actor: Actor, pollId: string): Promise<{ fileName: string; text: string }> {
    return this.tools.database.transaction(actor, async (tx) => {
      const { poll } = await this.tools.desk.allowed(tx, actor, 'manage', pollId);
      const slots = (await this.tools.queries.slotsOf(tx, pollId)).filter((slot) => slot.status === 'offered');
      const rows = await tx.getRepository(PollParticipantEntity).findBy({ pollId, revokedAt: IsNull() });
      const { people, structures } = await asSystem(tx, 'scheduling', () => this.tools.queries.namesOf(tx, rows));
      const lines = rows.map((row) => [
        structures.get(row.structureId ?? '') ?? '',
        (row.personId ? people.get(row.personId) : row.name) ?? 'membre supprimé',
        row.required ? 'requise' : '',
        ...slots.map((slot) => wordOf(row, slot)),
      ]);
      const head = ['Structure', 'Nom', 'Présence', ...slots.map((slot) => headOf(slot, poll.zone))];
      const sorted = lines.toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '', 'fr') || (a[1] ?? '').localeCompare(b[1] ?? '', 'fr'));
      return { fileName: `sondage-${dayAt(this.tools.clock.now(), poll.zone)}.csv`, text: csvOf([head, ...sorted]) };
    });
  }

  private async shifted(tx: Tx, poll: PollEntity, weeks: number) {
    const slots = (await this.tools.queries.slotsOf(tx, poll.id)).filter((slot) => slot.status === 'offered');
    const now = this.tools.clock.now();
    const written = slots.map(({ startsAt, minutes, allDay, day }) => ({ at: weeksLater(allDay ? day : wallAt(startsAt, poll.zone), weeks), minutes }));
    const placed = placeSlots(written, poll.zone, now);
    return { slots: placed, closesAt: deadlineOf(weeksLater(wallAt(poll.closesAt, poll.zone), weeks), poll.zone, placed, now) };
  }

  /** Those asked, to be asked again; guests whose name was forgotten are nobody to ask. */
  async peopleOf(tx: Tx, pollId: string): Promise<Asked[]> {
    const rows = await tx.getRepository(PollParticipantEntity).findBy({ pollId, revokedAt: IsNull() });
    return rows.filter((row) => row.personId ?? row.email).map(({ personId, email, name, structureId, required }) => ({ personId, email, name, structureId, required }));
  }
}

const headOf = (slot: PollSlotEntity, zone: string): string => (slot.allDay ? slot.day : wallAt(slot.startsAt, zone).replace('T', ' '));

function wordOf(row: PollParticipantEntity, slot: PollSlotEntity): string {
  const answer = answerAt(row.answers, slot.place);
  return answer ? said[answer] : '';
}
