import type { DateSearch } from '@cohorte/meetings/contract';
import { type DateSearchSource, SeeksDates } from '@cohorte/meetings/server';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** Tells the meeting's own page that a poll, or the one of its whole track, looks for its date: people were asked and nothing is decided. */
@SeeksDates()
@Injectable()
export class PollSearches implements DateSearchSource {
  async searchOf(tx: Tx, meetingId: string): Promise<DateSearch | null> {
    const [poll] = await asSystem(tx, 'scheduling', () => tx.query<{ id: string; spaceId: string; trackPollId: string | null }[]>(
      `SELECT id, space_id AS "spaceId", track_poll_id AS "trackPollId" FROM scheduling_poll WHERE meeting_id = $1 AND state IN ('open', 'closed') ORDER BY created_at DESC, id DESC LIMIT 1`, [meetingId]));
    if (!poll) return null;
    return poll.trackPollId ? { kind: 'track', path: `/parcours/${poll.spaceId}/dates` } : { kind: 'poll', path: `/sondages/${poll.id}` };
  }
}
