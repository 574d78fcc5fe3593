import type { Actor } from '@cohorte/networks/contract';
import { AppError, systemActor } from '@cohorte/platform/contract';
import { asSystem, Every, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { trackPollStateAt } from '../../contract';
import { trackPollComplete, trackPollReminderDue } from '../scheduling.events';
import { missingIn, type TrackLine, TrackLines } from './track-lines';
import { TrackPollEntity } from './track-poll.entity';
import { TrackTools } from './track-poll.service';

/** Reminders of a track poll, one letter for all its meetings: once by itself, once by hand, to those missing only. */
@Injectable()
export class TrackReminders {
  constructor(
    private readonly tools: TrackTools,
    private readonly lines: TrackLines,
  ) {}

  remind(actor: Actor, trackPollId: string): Promise<{ reminded: number }> {
    return this.tools.database.transaction(actor, async (tx) => {
      const track = await this.tools.desk.locked(tx, actor, trackPollId);
      if (trackPollStateAt(track, this.tools.clock.now()) !== 'open') throw new AppError('conflict', 'scheduling.poll-not-open');
      if (track.handRemindedAt) throw new AppError('conflict', 'scheduling.reminded-already');
      const reminded = await this.count(tx, track);
      if (reminded === 0) throw new AppError('conflict', 'scheduling.nobody-missing');
      await tx.getRepository(TrackPollEntity).update({ id: track.id }, { handRemindedAt: this.tools.clock.now() });
      await this.tools.events.publish(tx, trackPollReminderDue, { trackPollId, round: 2 });
      return { reminded };
    });
  }

  @Every(60)
  async sweep(): Promise<void> {
    await this.each('reminder_at <= $1 AND closes_at > $1 AND auto_reminded_at IS NULL', (tx, track) => this.remindMissing(tx, track));
    await this.each('closes_at > $1 AND complete_told_at IS NULL', (tx, track) => this.tellComplete(tx, track));
  }

  private async each(due: string, work: (tx: Tx, track: TrackPollEntity) => Promise<void>): Promise<void> {
    const found = await this.tools.database.transaction(systemActor('scheduling'), (tx) =>
      tx.query<{ id: string }[]>(`SELECT id FROM scheduling_track_poll WHERE decided_at IS NULL AND cancelled_at IS NULL AND ${due.replaceAll('$1', '$1::timestamptz')}`, [this.tools.clock.now()]));
    for (const { id } of found) {
      await this.tools.database.transaction(systemActor('scheduling'), async (tx) => {
        const track = await tx.getRepository(TrackPollEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } });
        if (track) await work(tx, track);
      });
    }
  }

  private async remindMissing(tx: Tx, track: TrackPollEntity): Promise<void> {
    if (track.autoRemindedAt) return;
    await tx.getRepository(TrackPollEntity).update({ id: track.id }, { autoRemindedAt: this.tools.clock.now() });
    if ((await this.count(tx, track)) > 0) await this.tools.events.publish(tx, trackPollReminderDue, { trackPollId: track.id, round: 1 });
  }

  private async tellComplete(tx: Tx, track: TrackPollEntity): Promise<void> {
    const grid = await this.lines.grid(tx, track);
    if (track.completeToldAt || grid.lines.length === 0 || missingIn(grid).length > 0) return;
    await tx.getRepository(TrackPollEntity).update({ id: track.id }, { completeToldAt: this.tools.clock.now() });
    await this.tools.events.publish(tx, trackPollComplete, { trackPollId: track.id });
  }

  /** Notes one more reminder for each who misses a meeting; how many people they are. */
  private async count(tx: Tx, track: TrackPollEntity): Promise<number> {
    const missing = missingIn(await this.lines.grid(tx, track));
    const ids = missing.flatMap((line: TrackLine) => [...line.byPoll.values()].map((row) => row.id));
    await asSystem(tx, 'scheduling', () => tx.query('UPDATE scheduling_poll_participant SET reminders = least(2, reminders + 1) WHERE id = ANY ($1)', [ids]));
    return missing.length;
  }
}
