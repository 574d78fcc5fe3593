import { MeetingReader, MeetingSeats, MeetingService } from '@cohorte/meetings/server';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { answerAt } from '../../contract';
import type { PollEntity } from './poll.entity';
import { PollParticipantEntity } from './poll-participant.entity';
import { PollReader } from './poll.reader';
import type { PollSlotEntity } from './poll-slot.entity';

/** What a poll needs to know of the meeting it finds a date for. */
export interface PolledMeeting {
  readonly id: string;
  readonly title: string;
  readonly spaceId: string;
  readonly networkId: string;
  readonly startsAt: string | null;
  readonly minutes: number;
  readonly zone: string;
  readonly isCancelled: boolean;
}

/** The meetings polls find dates for, and the places that follow from the answers. */
@Injectable()
export class PollMeetings {
  constructor(
    private readonly reader: MeetingReader,
    private readonly meetings: MeetingService,
    private readonly seats: MeetingSeats,
    private readonly participants: PollReader,
  ) {}

  async find(tx: Tx, meetingId: string): Promise<PolledMeeting | null> {
    const found = await this.reader.find(tx, meetingId);
    if (!found) return null;
    const { id, title, spaceId, networkId, startsAt, minutes, zone, state } = found;
    return { id, title, spaceId, networkId, startsAt, minutes, zone, isCancelled: state === 'cancelled' };
  }

  /**
   * The meeting has its date; yes is registered, or waits when it is full, if need be is asked to confirm, no receives the replay. Who said
   * nothing of this slot is told the date and chooses.
   */
  async date(tx: Tx, poll: PollEntity, slot: PollSlotEntity, startsAt: Date): Promise<void> {
    await this.meetings.decideDate(tx, { meetingId: poll.meetingId, startsAt, minutes: slot.minutes });
    const asked = await this.participants.participantsOf(tx, poll.id);
    const lines = await asSystem(tx, 'scheduling', () => tx.getRepository(PollParticipantEntity).findBy({ pollId: poll.id }));
    const said = new Map(lines.filter((row) => row.answeredAt).map((row) => [row.id, answerAt(row.answers, slot.place)]));
    const answers = asked.flatMap(({ participantId, attendee, isGone }) => {
      const answer = isGone ? null : said.get(participantId);
      return answer ? [{ attendee, answer }] : [];
    });
    await this.seats.seatAnswers(tx, poll.meetingId, answers, { pollId: poll.id });
  }
}
