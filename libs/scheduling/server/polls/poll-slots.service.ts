import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, systemActor } from '@cohorte/platform/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type addPollSlots, pollStateAt, type PollView, type proposePollSlot, type proposePollSlotByLink, type removePollSlot, type reviewPollSlot, type WrittenSlot } from '../../contract';
import { pollOpened } from '../scheduling.events';
import { PollAnswerService } from './poll-answer.service';
import type { PollParticipantEntity } from './poll-participant.entity';
import { assertDeadline, assertNoTwins, deadlineOf, placeSlots } from './poll-rules';
import { PollTools } from './poll-tools';
import { PollSlotEntity } from './poll-slot.entity';

/** At most this many slots of one person wait or stand: a poll is not theirs to fill. */
const proposalsMax = 5;

/** The slots of a poll once it exists: more of them, fewer, and those its participants propose. */
@Injectable()
export class PollSlotService {
  constructor(
    private readonly tools: PollTools,
    private readonly answers: PollAnswerService,
  ) {}

  add(actor: Actor, { pollId, slots, closesAt }: InputOf<typeof addPollSlots>): Promise<PollView> {
    return this.tools.act(actor, pollId, async (tx, poll) => {
      const now = this.tools.clock.now();
      const fresh = placeSlots(slots, poll.zone, now);
      const present = await this.tools.queries.slotsOf(tx, pollId);
      assertNoTwins(fresh, present);
      const all = [...present, ...fresh];
      const deadline = closesAt ? deadlineOf(closesAt, poll.zone, all, now) : poll.closesAt;
      if (poll.state !== 'draft') assertDeadline(deadline, all, now);
      await this.tools.register.addSlots(tx, poll, fresh);
      if (poll.state === 'draft') poll.closesAt = deadline;
      else await this.tools.register.open(tx, poll, deadline, { addedOnly: true });
    });
  }

  /** Its letters stay in the lines and are read by nobody; the slot that was kept stays. */
  remove(actor: Actor, { pollId, slotId }: InputOf<typeof removePollSlot>): Promise<PollView> {
    return this.tools.act(actor, pollId, async (tx, poll) => {
      if (poll.decidedSlotId === slotId) throw new AppError('conflict', 'scheduling.slot-is-kept');
      const slots = tx.getRepository(PollSlotEntity);
      if (poll.state !== 'draft' && (await slots.countBy({ pollId, status: 'offered' })) <= 1) throw new AppError('conflict', 'scheduling.last-slot');
      const { affected } = await slots.delete({ id: slotId, pollId });
      if (!affected) throw new AppError('not-found', 'scheduling.slot-gone');
      await this.answers.recount(tx, pollId);
    });
  }

  review(actor: Actor, { pollId, slotId, accepted }: InputOf<typeof reviewPollSlot>): Promise<PollView> {
    return this.tools.act(actor, pollId, async (tx) => {
      const { affected } = await tx
        .getRepository(PollSlotEntity)
        .update({ id: slotId, pollId, status: 'proposed' }, { status: accepted ? 'offered' : 'refused', addedAt: this.tools.clock.now() });
      if (!affected) throw new AppError('conflict', 'scheduling.slot-gone');
      if (accepted) await this.tellOfMore(tx, pollId);
    });
  }

  propose(actor: Actor, { pollId, slot }: InputOf<typeof proposePollSlot>): Promise<PollView> {
    return this.tools.database.transaction(actor, async (tx) => {
      const { me } = await this.tools.desk.allowed(tx, actor, 'answer', pollId);
      if (!me) throw new AppError('forbidden', 'scheduling.not-asked');
      await asSystem(tx, 'scheduling', () => this.write(tx, me, slot));
      return this.tools.queries.readIn(tx, actor, pollId);
    });
  }

  proposeByLink({ token, slot }: InputOf<typeof proposePollSlotByLink>): Promise<PollView> {
    return this.tools.database.transaction(systemActor('scheduling'), async (tx) => {
      const me = await this.answers.byLink(tx, token);
      await this.write(tx, me, slot);
      return this.tools.queries.readByParticipant(tx, me.id);
    });
  }

  /** Two people may propose at once: the poll is theirs in turn, since each slot takes a place. */
  private async write(tx: Tx, me: Pick<PollParticipantEntity, 'id' | 'pollId'>, slot: WrittenSlot): Promise<void> {
    const { desk, register, queries, clock } = this.tools;
    const poll = await desk.alone(tx, me.pollId);
    if (pollStateAt(poll, clock.now()) !== 'open') throw new AppError('gone', 'scheduling.poll-closed');
    if (poll.proposals === 'none') throw new AppError('forbidden', 'scheduling.no-proposals');
    const present = await queries.slotsOf(tx, poll.id);
    const fresh = placeSlots([slot], poll.zone, clock.now());
    assertNoTwins(fresh, present);
    if (present.filter((one) => one.proposedBy === me.id).length >= proposalsMax) throw new AppError('conflict', 'scheduling.too-many-proposals', { most: proposalsMax });
    await register.addSlots(tx, poll, fresh, poll.proposals === 'open' ? 'offered' : 'proposed', me.id);
    await tx.query('UPDATE scheduling_poll SET places = $2 WHERE id = $1', [poll.id, poll.places]);
    if (poll.proposals === 'open') await this.tellOfMore(tx, poll.id);
    await register.announce(tx, poll.id);
  }

  private async tellOfMore(tx: Tx, pollId: string): Promise<void> {
    await this.tools.events.publish(tx, pollOpened, { pollId, addedOnly: true });
  }
}
