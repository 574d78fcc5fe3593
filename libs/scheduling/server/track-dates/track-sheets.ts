import { People } from '@cohorte/identity/server';
import { MeetingService } from '@cohorte/meetings/server';
import { Spaces } from '@cohorte/networks/server';
import { asSystem, Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { answerAt, dayAt, trackPollStateAt, type TrackSheet } from '../../contract';
import type { PollSlotEntity } from '../polls/poll-slot.entity';
import type { TrackGrid, TrackLine, TrackPage } from './track-lines';
import type { TrackPollEntity } from './track-poll.entity';
import { TrackStops } from './track-stops';

/** The page a participant answers: every meeting, their own answers, nothing of the others. */
@Injectable()
export class TrackSheets {
  constructor(
    private readonly clock: Clock,
    private readonly meetings: MeetingService,
    private readonly stops: TrackStops,
    private readonly people: People,
    private readonly spaces: Spaces,
  ) {}

  /** The domain reads, for a guest may read nothing; the line is the reader’s own. */
  show(tx: Tx, { track, grid, line }: { track: TrackPollEntity; grid: TrackGrid; line: TrackLine }): Promise<TrackSheet> {
    return asSystem(tx, 'scheduling', async () => {
      const numbered = await this.stops.numbered(tx, track.spaceId, await this.meetings.inSpaces(tx, [track.spaceId]));
      const byMeeting = new Map(numbered.map((one) => [one.meeting.id, one]));
      const names = line.personId ? await this.people.namesOf(tx, [line.personId]) : null;
      return {
        id: track.id,
        cohortId: track.spaceId,
        cohortName: (await this.spaces.find(tx, track.spaceId))?.name ?? '',
        zone: track.zone,
        state: trackPollStateAt(track, this.clock.now()),
        closesAt: track.closesAt.toISOString(),
        name: names?.get(line.personId ?? '') ?? line.name,
        meetings: grid.pages.flatMap((page) => {
          const known = byMeeting.get(page.poll.meetingId);
          return known ? [{ ...meetingOf(known), ...this.answersOn(page, line, track.zone) }] : [];
        }),
      };
    });
  }

  private answersOn({ poll, slots }: TrackPage, line: TrackLine, zone: string) {
    const row = line.byPoll.get(poll.id);
    const decided = slots.find((slot) => poll.state === 'decided' && slot.id === poll.decidedSlotId);
    return {
      slots: slots.map((slot) => slotOf(slot, zone)),
      answers: slots.map((slot) => (row ? answerAt(row.answers, slot.place) : null)),
      noneFits: row?.noneFits ?? false,
      answered: (row?.answeredAt ?? null) !== null,
      decidedStartsAt: decided?.startsAt.toISOString() ?? null,
    };
  }
}

const meetingOf = ({ meeting, number }: { meeting: { id: string; title: string; objective: string; minutes: number }; number: number }) => ({
  meetingId: meeting.id, number, title: meeting.title, objective: meeting.objective, minutes: meeting.minutes,
});

const slotOf = (slot: PollSlotEntity, zone: string) => ({
  id: slot.id, startsAt: slot.startsAt.toISOString(), minutes: slot.minutes, day: dayAt(slot.startsAt, zone), allDay: slot.allDay, waits: false, isNew: false,
});
