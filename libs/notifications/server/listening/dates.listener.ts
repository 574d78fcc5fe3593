import { meetingCancelled, meetingDated, MeetingReader, meetingRestored } from '@cohorte/meetings/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, type Delivery, On, type PayloadOf, type Tx } from '@cohorte/platform/server';
import { pollDecided, PollReader, TrackPollReader } from '@cohorte/scheduling/server';
import { Injectable } from '@nestjs/common';
import { Notices, type Telling } from '../notices/notices';
import type { DateKind } from '../words/date-words';
import { LetterAudience } from './letter-audience';

interface ToldDate {
  readonly meetingId: string;
  readonly startsAt: string | null;
  readonly previousStartsAt?: string | null | undefined;
}

/** Tells the date a poll found, and what becomes of it, to those asked whom neither a place nor the meeting’s space tells. */
@Injectable()
export class DatesListener {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly meetings: MeetingReader,
    private readonly audience: LetterAudience,
    private readonly polls: PollReader,
    private readonly tracks: TrackPollReader,
  ) {}

  @On(pollDecided)
  decided(told: PayloadOf<typeof pollDecided>, delivery: Delivery): Promise<void> {
    return this.tell('poll-decided', told, delivery);
  }

  @On(meetingDated)
  dated(told: PayloadOf<typeof meetingDated>, delivery: Delivery): Promise<void> {
    return this.tell(told.startsAt && !told.previousStartsAt ? 'poll-decided' : 'poll-moved', told, delivery);
  }

  @On(meetingCancelled)
  cancelled(told: PayloadOf<typeof meetingCancelled>, delivery: Delivery): Promise<void> {
    return this.tell('poll-cancelled', told, delivery);
  }

  @On(meetingRestored)
  restored(told: PayloadOf<typeof meetingRestored>, delivery: Delivery): Promise<void> {
    return this.tell('poll-restored', told, delivery);
  }

  /** Someone asked by two polls about one meeting is told once: the occasion is the fact. */
  private tell(kind: DateKind, { meetingId, startsAt, previousStartsAt }: ToldDate, { eventId }: Delivery): Promise<void> {
    return this.database.transaction(systemActor('notifications'), async (tx) => {
      const meeting = await this.meetings.find(tx, meetingId);
      if (!meeting) return;
      const facts = { meetingId, startsAt: startsAt ?? '', ...(previousStartsAt ? { previous: previousStartsAt } : {}) };
      for (const { pollId, trackPollId } of await this.polls.decidedFor(tx, meetingId)) {
        const to = await this.audience.untold(tx, meeting, await this.asked(tx, pollId, trackPollId));
        await this.notices.write(tx, { kind, about: trackPollId ? 'track-poll' : 'poll', aboutId: trackPollId ?? pollId, occasion: `event:${eventId}`, facts, to });
      }
    });
  }

  /** Those of a whole track have one link for all its polls, and its page. */
  private async asked(tx: Tx, pollId: string, trackPollId: string | null): Promise<Telling['to']> {
    const people = trackPollId ? await this.tracks.participantsOf(tx, trackPollId) : (await this.polls.participantsOf(tx, pollId)).filter(({ isGone }) => !isGone);
    return people.flatMap(({ attendee: { personId, email, name }, participantId }) => (personId || email ? [{ personId, email: email ?? '', name, standingId: participantId }] : []));
  }
}
