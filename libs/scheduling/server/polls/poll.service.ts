import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { canPoll, type changePoll, type createPoll, type extendPoll, pollStateAt, type PollView, showsMore } from '../../contract';
import { pollClosed } from '../scheduling.events';
import { PollAudienceReader } from './poll-audience';
import { PollEntity } from './poll.entity';
import { PollParticipantEntity } from './poll-participant.entity';
import { PollMeetings } from './poll-meetings';
import { deadlineOf, placeSlots } from './poll-rules';
import { PollTools } from './poll-tools';

/** A poll’s life: written, opened, extended, closed, given up. */
@Injectable()
export class PollService {
  constructor(
    private readonly tools: PollTools,
    private readonly meetings: PollMeetings,
    private readonly audience: PollAudienceReader,
  ) {}

  create(actor: Actor, input: InputOf<typeof createPoll>): Promise<{ pollId: string }> {
    const { meetingId, requestId, open, audience, alsoPersonIds, guests, requiredStructureIds, requiredPersonIds, slots, closesAt, ...settings } = input;
    return this.tools.database.transaction(actor, async (tx) => {
      const meeting = await this.pollable(tx, actor, meetingId);
      const made = await this.madeBefore(tx, requestId, meetingId);
      if (made) return { pollId: made };
      const now = this.tools.clock.now();
      const placed = placeSlots(slots, settings.zone, now);
      const deadline = deadlineOf(closesAt, settings.zone, placed, now);
      const people = await this.audience.of(tx, meeting.spaceId, { audience, alsoPersonIds, guests, requiredStructureIds, requiredPersonIds });
      const { spaceId, networkId } = meeting;
      const poll = await this.tools.register.create(tx, {
        ...settings, meetingId, spaceId, networkId, requestId, people, slots: placed, closesAt: deadline, trackPollId: null, createdBy: actor.personId,
      });
      if (open) await this.openNow(tx, poll);
      return { pollId: poll.id };
    });
  }

  change(actor: Actor, { pollId, version, ...settings }: InputOf<typeof changePoll>): Promise<PollView> {
    return this.tools.act(actor, pollId, async (tx, poll) => {
      if (poll.version !== version) throw new AppError('conflict', 'scheduling.changed-meanwhile');
      if (showsMore(poll, settings) && (await tx.getRepository(PollParticipantEntity).existsBy({ pollId, answeredAt: Not(IsNull()) }))) throw new AppError('conflict', 'scheduling.promised-hidden');
      Object.assign(poll, settings);
    });
  }

  open(actor: Actor, pollId: string): Promise<PollView> {
    return this.tools.act(actor, pollId, async (tx, poll) => {
      if (poll.state !== 'draft') throw new AppError('conflict', 'scheduling.not-a-draft');
      await this.openNow(tx, poll);
    });
  }

  close(actor: Actor, pollId: string): Promise<PollView> {
    return this.tools.act(actor, pollId, async (tx, poll) => {
      if (pollStateAt(poll, this.tools.clock.now()) !== 'open') throw new AppError('conflict', 'scheduling.poll-not-open');
      Object.assign(poll, { state: 'closed', closedReason: 'manual', closedAt: this.tools.clock.now() });
      await this.tools.events.publish(tx, pollClosed, { pollId, byItself: false });
    });
  }

  cancel(actor: Actor, pollId: string): Promise<PollView> {
    return this.tools.act(actor, pollId, async (_tx, poll) => {
      if (poll.state === 'decided') throw new AppError('conflict', 'scheduling.poll-decided');
      Object.assign(poll, { state: 'cancelled', closedAt: this.tools.clock.now() });
      return Promise.resolve();
    });
  }

  /** Another deadline; closed, given up or decided, it opens again with the answers it had, and nobody is written to. */
  extend(actor: Actor, { pollId, closesAt }: InputOf<typeof extendPoll>): Promise<PollView> {
    return this.tools.act(actor, pollId, async (tx, poll) => {
      const slots = await this.tools.queries.slotsOf(tx, pollId);
      const deadline = deadlineOf(closesAt, poll.zone, slots, this.tools.clock.now());
      if (poll.state === 'draft') poll.closesAt = deadline;
      else await this.tools.register.open(tx, poll, deadline, null);
    });
  }

  /** The meeting, if the actor may look for its date: who animates its space or its network. */
  async pollable(tx: Tx, actor: Actor, meetingId: string) {
    const meeting = await this.meetings.find(tx, meetingId);
    const place = meeting && { ...meeting, isParticipant: false, isDraft: false };
    if (!meeting || !place || !canPoll(actor, 'read', place)) throw new AppError('not-found', 'scheduling.meeting-unknown');
    if (!canPoll(actor, 'manage', place)) throw new AppError('forbidden', 'scheduling.animators-only');
    if (meeting.isCancelled) throw new AppError('conflict', 'scheduling.meeting-cancelled');
    return meeting;
  }

  /** The poll this very form made; of two sent at once, the second waits for the first. */
  async madeBefore(tx: Tx, requestId: string, meetingId: string): Promise<string | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`scheduling.poll-request ${requestId}`]);
    const made = await tx.getRepository(PollEntity).findOneBy({ requestId });
    if (made && made.meetingId !== meetingId) throw new AppError('conflict', 'scheduling.request-used');
    return made?.id ?? null;
  }

  /** A draft may have waited: its slots and its deadline are asked again. */
  async openNow(tx: Tx, poll: PollEntity): Promise<void> {
    const now = this.tools.clock.now();
    const slots = await this.tools.queries.slotsOf(tx, poll.id);
    if (slots.length === 0) throw new AppError('conflict', 'scheduling.no-slots');
    if (poll.closesAt <= now) throw new AppError('conflict', 'scheduling.deadline-in-past');
    await this.tools.register.open(tx, poll, poll.closesAt);
  }
}
