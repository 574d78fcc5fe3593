import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { openReplacement, readReplacement } from '../../contract';
import { PollCopyService } from './poll-copy.service';
import { PollEntity } from './poll.entity';
import { deadlineAfter, isAhead } from './poll-rules';
import { PollService } from './poll.service';
import type { PollSlotEntity } from './poll-slot.entity';
import { PollTools } from './poll-tools';

/** Once a meeting is postponed: its last poll again, for the same people, with what is left of its slots. */
@Injectable()
export class PollReplacementService {
  constructor(
    private readonly tools: PollTools,
    private readonly polls: PollService,
    private readonly copies: PollCopyService,
  ) {}

  read(actor: Actor, meetingId: string): Promise<OutputOf<typeof readReplacement>> {
    return this.tools.database.transaction(actor, async (tx) => {
      await this.polls.pollable(tx, actor, meetingId);
      const former = await this.formerOf(tx, meetingId);
      const current = await tx.getRepository(PollEntity).findOneBy({ meetingId, state: In(['draft', 'open']) });
      if (!former) return { former: null, currentPollId: current?.id ?? null };
      const slots = (await this.slotsLeft(tx, former)).map(({ id, startsAt, minutes, day, allDay }) => ({ id, startsAt: startsAt.toISOString(), minutes, day, allDay }));
      const { title, zone } = former;
      return { former: { title, zone, slots, people: (await this.copies.peopleOf(tx, former.id)).length }, currentPollId: current?.id ?? null };
    });
  }

  /** Opened at once, and everybody told; without a slot left there is nothing to ask yet: a draft waits for some. */
  open(actor: Actor, { meetingId, requestId }: InputOf<typeof openReplacement>): Promise<OutputOf<typeof openReplacement>> {
    return this.tools.database.transaction(actor, async (tx) => {
      const meeting = await this.polls.pollable(tx, actor, meetingId);
      const made = await this.polls.madeBefore(tx, requestId, meetingId);
      if (made) return { pollId: made, opened: await tx.getRepository(PollEntity).existsBy({ id: made, state: Not('draft') }) };
      // Pressed by two animators at once, it is one poll, and everybody is written to once.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('scheduling.replacement:' || $1, 0))`, [meetingId]);
      const current = await tx.getRepository(PollEntity).findOneBy({ meetingId, state: In(['draft', 'open']) });
      if (current) return { pollId: current.id, opened: current.state === 'open' };
      if (meeting.startsAt) throw new AppError('conflict', 'scheduling.meeting-dated');
      const former = await this.formerOf(tx, meetingId);
      if (!former) throw new AppError('not-found', 'scheduling.no-former-poll');
      const { id: _id, places: _places, version: _version, ...settings } = former;
      const slots = await this.slotsLeft(tx, former);
      const poll = await this.tools.register.create(tx, {
        ...settings, slots, requestId, trackPollId: null, createdBy: actor.personId, closesAt: deadlineAfter(former, slots, this.tools.clock.now()), people: await this.copies.peopleOf(tx, former.id),
      });
      if (slots.length > 0) await this.polls.openNow(tx, poll);
      return { pollId: poll.id, opened: slots.length > 0 };
    });
  }

  private formerOf(tx: Tx, meetingId: string): Promise<PollEntity | null> {
    return tx.getRepository(PollEntity).findOne({ where: { meetingId, state: Not(In(['draft', 'open'])) }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  private async slotsLeft(tx: Tx, former: PollEntity): Promise<PollSlotEntity[]> {
    const now = this.tools.clock.now();
    return (await this.tools.queries.slotsOf(tx, former.id)).filter((slot) => slot.status === 'offered' && slot.id !== former.decidedSlotId && isAhead(slot, now));
  }
}
