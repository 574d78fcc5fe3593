import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type decidePoll, instantOf, type PollView, voicesOf } from '../../contract';
import { pollDecided } from '../scheduling.events';
import type { PollEntity } from './poll.entity';
import { answeringOf } from './poll-lines';
import { PollMeetings } from './poll-meetings';
import { PollParticipantEntity } from './poll-participant.entity';
import { isAhead } from './poll-rules';
import { PollTools } from './poll-tools';
import { PollSlotEntity } from './poll-slot.entity';

export interface Decision {
  readonly slotId: string;
  readonly time?: string | undefined;
  readonly despiteRequired: boolean;
}

/** When a whole day is kept without an hour, the working day begins then. */
const dayBegins = '09:00';

/** Keeping a slot: the meeting has its date, places follow the answers, the poll is decided; all or nothing. Kept again, the same meeting moves. */
@Injectable()
export class PollDecisionService {
  constructor(
    private readonly tools: PollTools,
    private readonly meetings: PollMeetings,
  ) {}

  decide(actor: Actor, { pollId, slotId, time, despiteRequired }: InputOf<typeof decidePoll>): Promise<PollView> {
    return this.tools.act(actor, pollId, (tx, poll) => this.keep(tx, poll, { slotId, time, despiteRequired }));
  }

  /** In the caller's transaction, on a poll it holds alone; the caller saves the poll. */
  async keep(tx: Tx, poll: PollEntity, decision: Decision): Promise<void> {
    if (poll.state === 'draft' || poll.state === 'cancelled') throw new AppError('conflict', 'scheduling.poll-not-open');
    const slot = await tx.getRepository(PollSlotEntity).findOneBy({ id: decision.slotId, pollId: poll.id, status: 'offered' });
    if (!slot) throw new AppError('not-found', 'scheduling.slot-gone');
    if (!isAhead(slot, this.tools.clock.now())) throw new AppError('conflict', 'scheduling.slot-in-past');
    const rows = await tx.getRepository(PollParticipantEntity).findBy({ pollId: poll.id, revokedAt: IsNull() });
    if (!decision.despiteRequired) assertRequired(rows, slot, poll);
    const startsAt = startOf(slot, poll.zone, decision.time);
    await this.meetings.date(tx, poll, slot, startsAt);
    Object.assign(poll, { state: 'decided', decidedSlotId: slot.id, decidedAt: this.tools.clock.now() });
    await this.tools.events.publish(tx, pollDecided, { pollId: poll.id, meetingId: poll.meetingId, startsAt: startsAt.toISOString() });
  }
}

function assertRequired(rows: readonly PollParticipantEntity[], slot: PollSlotEntity, poll: PollEntity): void {
  const voices = voicesOf(rows.map((row) => answeringOf(row, [slot])), poll.counting);
  const missing = voices.filter((voice) => voice.required && voice.answers[0] !== 'yes' && voice.answers[0] !== 'if-need-be').length;
  if (missing > 0) throw new AppError('conflict', 'scheduling.required-missing', { missing });
}

function startOf(slot: PollSlotEntity, zone: string, time = dayBegins): Date {
  if (!slot.allDay) return slot.startsAt;
  const instant = instantOf(`${slot.day}T${time}`, zone);
  if (!instant) throw new AppError('bad-input', 'scheduling.no-such-hour', { at: time });
  return new Date(instant);
}
