import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Events, mailTokenHash, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { answerAt, type answerPoll, type answerPollByLink, hasAnswered, type MyAnswers, pollStateAt, withAnswer } from '../../contract';
import { pollAnswered } from '../scheduling.events';
import { PollDesk } from './poll-desk';
import type { PollEntity } from './poll.entity';
import { PollParticipantEntity } from './poll-participant.entity';
import { PollQueries } from './poll.queries';
import { PollRegister } from './poll-register';
import { PollSlotEntity } from './poll-slot.entity';

type Given = Pick<InputOf<typeof answerPoll>, 'answers' | 'noneFits'>;

/** Answering: with an account or by a personal link, until the poll closes, one's own line and no other. */
@Injectable()
export class PollAnswerService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly desk: PollDesk,
    private readonly register: PollRegister,
    private readonly queries: PollQueries,
  ) {}

  answer(actor: Actor, { pollId, ...given }: InputOf<typeof answerPoll>): Promise<MyAnswers> {
    return this.database.transaction(actor, async (tx) => {
      const { me } = await this.desk.allowed(tx, actor, 'answer', pollId);
      return this.desk.shared(tx, pollId, async (poll) => this.write(tx, poll, me?.id ?? (await this.join(tx, actor, poll)), given));
    });
  }

  answerByLink({ token, ...given }: InputOf<typeof answerPollByLink>): Promise<MyAnswers> {
    return this.database.transaction(systemActor('scheduling'), async (tx) => {
      const { pollId, id } = await this.byLink(tx, token);
      return this.desk.shared(tx, pollId, (poll) => this.write(tx, poll, id, given));
    });
  }

  /** Whose link this is; a link taken back says so. */
  async byLink(tx: Tx, token: string): Promise<PollParticipantEntity> {
    const found = await tx.getRepository(PollParticipantEntity).findOneBy({ tokenHash: mailTokenHash(token) });
    if (!found) throw new AppError('not-found', 'scheduling.link-unknown');
    if (found.revokedAt) throw new AppError('gone', 'scheduling.link-revoked');
    return found;
  }

  /** Part of a larger act of another domain's feature: the caller has found the participant. */
  answerIn(tx: Tx, pollId: string, participantId: string, given: Given): Promise<MyAnswers> {
    return this.desk.shared(tx, pollId, (poll) => this.write(tx, poll, participantId, given));
  }

  /** After a slot went: whoever had only answered that one is missing again. The caller holds the poll. */
  async recount(tx: Tx, pollId: string): Promise<void> {
    const slots = await tx.getRepository(PollSlotEntity).findBy({ pollId });
    const participants = tx.getRepository(PollParticipantEntity);
    for (const row of await participants.findBy({ pollId, answeredAt: Not(IsNull()) })) {
      if (!hasAnswered(slots.map((slot) => answerAt(row.answers, slot.place)), row.noneFits)) await participants.update({ id: row.id }, { answeredAt: null });
    }
  }

  /** Someone of the space who was not asked by name joins by answering. */
  private async join(tx: Tx, actor: Actor, poll: PollEntity): Promise<string> {
    this.assertOpen(poll);
    const structureId = actor.roles.find((held) => held.spaceId === poll.spaceId && held.viaStructureId)?.viaStructureId ?? null;
    await this.register.addPeople(tx, poll.id, [{ personId: actor.personId, email: null, name: '', structureId, required: false }]);
    const me = await tx.getRepository(PollParticipantEntity).findOneByOrFail({ pollId: poll.id, personId: actor.personId });
    return me.id;
  }

  private assertOpen(poll: PollEntity): void {
    const state = pollStateAt(poll, this.clock.now());
    if (state === 'decided') throw new AppError('gone', 'scheduling.poll-decided');
    if (state === 'cancelled') throw new AppError('gone', 'scheduling.poll-cancelled');
    if (state !== 'open') throw new AppError('gone', 'scheduling.poll-closed');
  }

  private async write(tx: Tx, poll: PollEntity, participantId: string, given: Given): Promise<MyAnswers> {
    this.assertOpen(poll);
    const participants = tx.getRepository(PollParticipantEntity);
    const row = await participants.findOneOrFail({ where: { id: participantId }, lock: { mode: 'pessimistic_write' } });
    if (row.revokedAt) throw new AppError('gone', 'scheduling.link-revoked');
    const slots = await tx.getRepository(PollSlotEntity).findBy({ pollId: poll.id });
    apply(row, poll, slots, given);
    row.changedAt = this.clock.now();
    row.answeredAt = hasAnswered(slots.map((slot) => answerAt(row.answers, slot.place)), row.noneFits) ? (row.answeredAt ?? row.changedAt) : null;
    // Whoever has an account needs no link.
    if (row.answeredAt && !row.linkToldAt && !row.personId && !poll.trackPollId) await this.tell(tx, row);
    const { answers, noneFits, changedAt, answeredAt, linkToldAt } = row;
    await participants.update({ id: row.id }, { answers, noneFits, changedAt, answeredAt, linkToldAt });
    await this.register.announce(tx, poll.id);
    return this.queries.mineOf(tx, row, slots);
  }

  private async tell(tx: Tx, row: PollParticipantEntity): Promise<void> {
    row.linkToldAt = this.clock.now();
    await this.events.publish(tx, pollAnswered, { pollId: row.pollId, participantId: row.id });
  }
}

/** Changes a line: some slots, or the confirmation that none suits, which a slot that does takes back. */
function apply(row: PollParticipantEntity, poll: PollEntity, slots: readonly PollSlotEntity[], given: Given): void {
  const places = new Map(slots.filter((slot) => slot.status === 'offered' || slot.proposedBy === row.id).map((slot) => [slot.id, slot.place]));
  for (const { slotId, answer } of given.answers) {
    const place = places.get(slotId);
    if (place === undefined) throw new AppError('conflict', 'scheduling.slot-gone');
    if (answer === 'if-need-be' && !poll.thirdAnswer) throw new AppError('bad-input', 'scheduling.no-third-answer');
    row.answers = withAnswer(row.answers, place, answer);
    if (answer === 'yes' || answer === 'if-need-be') row.noneFits = false;
  }
  if (given.noneFits === undefined) return;
  row.noneFits = given.noneFits;
  if (given.noneFits) for (const place of places.values()) row.answers = withAnswer(row.answers, place, 'no');
}
