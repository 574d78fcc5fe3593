import { systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Events, Every, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { voicesOf } from '../../contract';
import { pollClosed, pollComplete, pollReminderDue, trackPollClosed } from '../scheduling.events';
import { PollDesk } from './poll-desk';
import { PollEntity } from './poll.entity';
import { answeringOf } from './poll-lines';
import { PollParticipantEntity } from './poll-participant.entity';
import { PollPeopleService } from './poll-people.service';
import { PollRegister } from './poll-register';

/** Names and addresses of guests are forgotten this long after the last slot of their poll. Registrations are kept as long. */
const guestsKeptMonths = 24;

/** What polls do by themselves, at their minute: close, remind once, say that everyone has answered, forget guests. */
@Injectable()
export class PollClosing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly desk: PollDesk,
    private readonly register: PollRegister,
    private readonly people: PollPeopleService,
  ) {}

  @Every(60)
  async sweep(): Promise<void> {
    await this.each(`closes_at <= $1`, (tx, poll) => this.close(tx, poll));
    await this.each(`reminder_at <= $1 AND closes_at > $1 AND auto_reminded_at IS NULL AND track_poll_id IS NULL`, (tx, poll) => this.remind(tx, poll));
    await this.each(`closes_at > $1 AND complete_told_at IS NULL`, (tx, poll) => this.tellComplete(tx, poll));
  }

  @Every(86_400)
  async forgetGuests(): Promise<void> {
    await this.database.transaction(systemActor('scheduling'), (tx) =>
      tx.query(
        `UPDATE scheduling_poll_participant g SET email = NULL, name = '', name_key = '', revoked_at = coalesce(revoked_at, $1)
          WHERE g.email IS NOT NULL AND NOT EXISTS (SELECT FROM scheduling_poll_slot s WHERE s.poll_id = g.poll_id AND s.starts_at > $1::timestamptz - make_interval(months => $2))`,
        [this.clock.now(), guestsKeptMonths],
      ),
    );
  }

  /** One transaction a poll, so that one that fails holds no other back. */
  private async each(due: string, work: (tx: Tx, poll: PollEntity) => Promise<void>): Promise<void> {
    const found = await this.database.transaction(systemActor('scheduling'), (tx) => tx.query<{ id: string }[]>(`SELECT id FROM scheduling_poll WHERE state = 'open' AND ${due.replaceAll('$1', '$1::timestamptz')}`, [this.clock.now()]));
    for (const { id } of found) {
      await this.database.transaction(systemActor('scheduling'), async (tx) => {
        const poll = await this.desk.alone(tx, id);
        if (poll.state === 'open') await work(tx, poll);
      });
    }
  }

  private async close(tx: Tx, poll: PollEntity): Promise<void> {
    // Extended in between: its deadline is read again under the lock.
    if (poll.closesAt > this.clock.now()) return;
    await tx.getRepository(PollEntity).update({ id: poll.id }, { state: 'closed', closedReason: 'auto', closedAt: poll.closesAt });
    if (poll.trackPollId === null) await this.events.publish(tx, pollClosed, { pollId: poll.id, byItself: true });
    else await this.tellTrackClosed(tx, poll.trackPollId);
    await this.register.announce(tx, poll.id);
  }

  /** The polls of a track close one after the other: the last says that all are closed. */
  private async tellTrackClosed(tx: Tx, trackPollId: string): Promise<void> {
    if (!(await tx.getRepository(PollEntity).existsBy({ trackPollId, state: 'open' }))) await this.events.publish(tx, trackPollClosed, { trackPollId });
  }

  private async remind(tx: Tx, poll: PollEntity): Promise<void> {
    if (poll.autoRemindedAt) return;
    await tx.getRepository(PollEntity).update({ id: poll.id }, { autoRemindedAt: this.clock.now() });
    if ((await this.people.countReminder(tx, poll.id)) > 0) await this.events.publish(tx, pollReminderDue, { pollId: poll.id, round: 1 });
  }

  /** Every voice has answered: of a structure, one of its people is enough. */
  private async tellComplete(tx: Tx, poll: PollEntity): Promise<void> {
    const rows = await tx.getRepository(PollParticipantEntity).findBy({ pollId: poll.id, revokedAt: IsNull() });
    const voices = voicesOf(rows.map((row) => answeringOf(row, [])), poll.counting);
    if (poll.completeToldAt || voices.length === 0 || voices.some((voice) => !voice.answered)) return;
    await tx.getRepository(PollEntity).update({ id: poll.id }, { completeToldAt: this.clock.now() });
    if (!poll.trackPollId) await this.events.publish(tx, pollComplete, { pollId: poll.id });
  }
}
