import { MeetingReader, type ToldMeeting } from '@cohorte/meetings/server';
import { systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Every, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { Notices } from '../notices/notices';
import { LetterAudience } from './letter-audience';
import { type Reminder, reminderTimes } from './reminder-times';

const aMinute = 60;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** What a worker was away for is made up for within this time, not later: a reminder says «demain». */
const lateness: Record<Reminder, number> = { 'week-before': 12 * hourMs, 'day-before': 12 * hourMs, 'hour-before': 45 * 60_000 };

/** Looks every minute for meetings whose reminders are due, and writes each once for those who are coming then. */
@Injectable()
export class RemindersSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly meetings: MeetingReader,
    private readonly notices: Notices,
    private readonly audience: LetterAudience,
  ) {}

  @Every(aMinute)
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(systemActor('notifications'), async (tx) => {
      const soon = await this.meetings.startingBetween(tx, now, new Date(now.getTime() + 8 * dayMs));
      for (const meeting of (await this.meetings.factsOf(tx, soon)).values()) await this.remind(tx, meeting, now);
    });
  }

  private async remind(tx: Tx, meeting: ToldMeeting, now: Date): Promise<void> {
    if (!meeting.startsAt || !meeting.published) return;
    const times = Object.entries(reminderTimes(new Date(meeting.startsAt))) as [Reminder, Date][];
    for (const [kind, at] of times) {
      if (at <= now && now.getTime() - at.getTime() < lateness[kind]) await this.write(tx, kind, meeting);
    }
  }

  /** Once for a date: whoever registers afterwards has just been told everything. */
  private async write(tx: Tx, kind: Reminder, { id, startsAt }: ToldMeeting): Promise<void> {
    const occasion = `${kind}:${id}:${startsAt}`;
    const done = await tx.query<unknown[]>('INSERT INTO notifications_sweep (occasion, done_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1', [occasion, this.clock.now()]);
    if (done.length === 0) return;
    const to = await this.audience.standing(tx, id, ['registered', 'to-confirm']);
    await this.notices.write(tx, { kind, about: 'meeting', aboutId: id, occasion, facts: { startsAt: startsAt ?? '' }, to });
  }
}
