import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { canRemindByHand, type changePollParticipant, type invitePollGuests, type listPollParticipants, pollStateAt, type readPollLink } from '../../contract';
import { pollOpened, pollReminderDue } from '../scheduling.events';
import { PollAudienceReader } from './poll-audience';
import { assertOnItsOwn } from './poll-desk';
import { PollLinks } from './poll-link';
import { PollParticipantEntity } from './poll-participant.entity';
import { PollTools } from './poll-tools';

type OnParticipant = InputOf<typeof readPollLink>;

/** The people a poll asks: seen, added, taken off, reminded by those who run it. */
@Injectable()
export class PollPeopleService {
  constructor(
    private readonly tools: PollTools,
    private readonly audience: PollAudienceReader,
    private readonly links: PollLinks,
  ) {}

  list(actor: Actor, pollId: string): Promise<OutputOf<typeof listPollParticipants>> {
    return this.tools.database.transaction(actor, async (tx) => {
      const { poll } = await this.tools.desk.allowed(tx, actor, 'manage', pollId);
      const rows = await tx.getRepository(PollParticipantEntity).find({ where: { pollId, revokedAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } });
      const { people, structures } = await asSystem(tx, 'scheduling', () => this.tools.queries.namesOf(tx, rows));
      const participants = rows.map(({ id, personId, email, name, structureId, required, answeredAt, reminders }) => ({
        id, email, structureId, required, reminders,
        name: personId ? (people.get(personId) ?? null) : name || null,
        structureName: structures.get(structureId ?? '') ?? null,
        answered: answeredAt !== null,
      }));
      const said = (moment: Date | null) => moment?.toISOString() ?? null;
      return { participants, reminderAt: said(poll.reminderAt), autoRemindedAt: said(poll.autoRemindedAt), handRemindedAt: said(poll.handRemindedAt) };
    });
  }

  /** Those added to an open poll are invited, alone: the others have their letter. */
  invite(actor: Actor, { pollId, guests }: InputOf<typeof invitePollGuests>): Promise<Record<string, never>> {
    return this.onPoll(actor, pollId, async (tx) => {
      const poll = await this.tools.desk.alone(tx, pollId);
      const asked = await this.audience.guests(tx, poll.spaceId, guests);
      await this.tools.register.addPeople(tx, pollId, asked);
      if (poll.state === 'open') await this.tools.events.publish(tx, pollOpened, { pollId, addedOnly: false });
    });
  }

  change(actor: Actor, { pollId, participantId, required }: InputOf<typeof changePollParticipant>): Promise<Record<string, never>> {
    return this.onParticipant(actor, { pollId, participantId }, (tx) => tx.getRepository(PollParticipantEntity).update({ id: participantId }, { required }));
  }

  revoke(actor: Actor, on: OnParticipant): Promise<Record<string, never>> {
    const revokedAt = this.tools.clock.now();
    return this.onParticipant(actor, on, (tx) => tx.getRepository(PollParticipantEntity).update({ id: on.participantId }, { revokedAt, answers: '', noneFits: false, answeredAt: null }));
  }

  /** Asked again: the same link, an empty line. */
  deleteAnswers(actor: Actor, on: OnParticipant): Promise<Record<string, never>> {
    return this.onParticipant(actor, on, (tx) => tx.getRepository(PollParticipantEntity).update({ id: on.participantId }, { answers: '', noneFits: false, answeredAt: null }));
  }

  link(actor: Actor, { pollId, participantId }: OnParticipant): Promise<{ link: string }> {
    return this.tools.database.transaction(actor, async (tx) => {
      await this.tools.desk.allowed(tx, actor, 'manage', pollId);
      const row = await tx.getRepository(PollParticipantEntity).findOneBy({ id: participantId, pollId, revokedAt: IsNull() });
      if (!row) throw new AppError('not-found', 'scheduling.participant-unknown');
      return { link: this.links.linkOf(row) };
    });
  }

  /** By hand, once: with the one the poll sends itself, nobody is reminded more than twice. */
  remind(actor: Actor, pollId: string): Promise<{ reminded: number }> {
    return this.tools.database.transaction(actor, async (tx) => {
      const poll = await this.tools.desk.locked(tx, actor, pollId);
      if (pollStateAt(poll, this.tools.clock.now()) !== 'open') throw new AppError('conflict', 'scheduling.poll-not-open');
      if (!canRemindByHand(poll)) throw new AppError('conflict', 'scheduling.reminded-already');
      const missing = await this.countReminder(tx, pollId);
      if (missing === 0) throw new AppError('conflict', 'scheduling.nobody-missing');
      await tx.query('UPDATE scheduling_poll SET hand_reminded_at = $2 WHERE id = $1', [pollId, this.tools.clock.now()]);
      await this.tools.events.publish(tx, pollReminderDue, { pollId, round: 2 });
      await this.tools.register.announce(tx, pollId);
      return { reminded: missing };
    });
  }

  /** Notes one more reminder for each who has not answered; how many they are. */
  async countReminder(tx: Tx, pollId: string): Promise<number> {
    const { affected } = await tx
      .getRepository(PollParticipantEntity)
      .createQueryBuilder()
      .update()
      .set({ reminders: () => 'reminders + 1' })
      .where('poll_id = :pollId AND answered_at IS NULL AND revoked_at IS NULL AND reminders < 2', { pollId })
      .execute();
    return affected ?? 0;
  }

  private onParticipant(actor: Actor, { pollId, participantId }: OnParticipant, work: (tx: Tx) => Promise<unknown>): Promise<Record<string, never>> {
    return this.onPoll(actor, pollId, async (tx) => {
      await this.tools.desk.alone(tx, pollId);
      const known = await tx.getRepository(PollParticipantEntity).existsBy({ id: participantId, pollId, revokedAt: IsNull() });
      if (!known) throw new AppError('not-found', 'scheduling.participant-unknown');
      await work(tx);
    });
  }

  private onPoll(actor: Actor, pollId: string, work: (tx: Tx) => Promise<unknown>): Promise<Record<string, never>> {
    return this.tools.database.transaction(actor, async (tx) => {
      assertOnItsOwn((await this.tools.desk.allowed(tx, actor, 'manage', pollId)).poll);
      await work(tx);
      await this.tools.register.announce(tx, pollId);
      return {};
    });
  }
}
