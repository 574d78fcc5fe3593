import type { DateSearch } from '@cohorte/meetings/contract';
import { type DateSearchSource, SeeksDates } from '@cohorte/meetings/server';
import { asSystem, Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/**
 * Tells the meeting's own page that a poll, or the one of its whole track, looks for its date: people were asked and nothing is decided. One that
 * closed while the meeting was given its date by hand looks for nothing any more.
 */
@SeeksDates()
@Injectable()
export class PollSearches implements DateSearchSource {
  constructor(private readonly clock: Clock) {}

  async searchOf(tx: Tx, meetingId: string): Promise<DateSearch | null> {
    const [poll] = await asSystem(tx, 'scheduling', () => tx.query<{ id: string; spaceId: string; trackPollId: string | null }[]>(
      `SELECT p.id, p.space_id AS "spaceId", p.track_poll_id AS "trackPollId" FROM scheduling_poll p JOIN meetings_meeting m ON m.id = p.meeting_id
        WHERE p.meeting_id = $1 AND p.state IN ('open', 'closed') AND (m.starts_at IS NULL OR (p.state = 'open' AND p.closes_at > $2))
        ORDER BY p.created_at DESC, p.id DESC LIMIT 1`,
      [meetingId, this.clock.now()]));
    if (!poll) return null;
    return poll.trackPollId ? { kind: 'track', path: `/parcours/${poll.spaceId}/dates` } : { kind: 'poll', path: `/sondages/${poll.id}` };
  }
}
