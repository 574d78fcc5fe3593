import { MeetingService } from '@cohorte/meetings/server';
import { Spaces } from '@cohorte/networks/server';
import { asSystem, Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { trackPollStateAt, type TrackPollState } from '../../contract';
import { PollEntity } from '../polls/poll.entity';
import { PollParticipantEntity } from '../polls/poll-participant.entity';
import { TrackLinks } from './track-link';
import { answeredBy, type TrackGrid, type TrackLine, TrackLines } from './track-lines';
import { TrackPollEntity } from './track-poll.entity';
import { TrackStops } from './track-stops';

/** What a letter about a whole track says. */
export interface TrackLetterFacts {
  readonly trackPollId: string;
  readonly cohortName: string;
  readonly spaceId: string;
  readonly networkId: string;
  readonly state: TrackPollState;
  readonly closesAt: Date;
  readonly zone: string;
  /** Address of the page for those who run it. */
  readonly path: string;
  readonly ownerIds: readonly string[];
  readonly meetings: readonly { readonly number: number; readonly title: string; readonly slots: readonly { readonly startsAt: Date; readonly minutes: number }[] }[];
}

/** Someone asked, with the token of their one link. */
export interface TrackLetterParticipant {
  readonly participantId: string;
  readonly attendee: { readonly personId: string | null; readonly email: string | null; readonly name: string; readonly structureId: string | null };
  readonly token: string;
  readonly path: string;
  readonly answered: boolean;
}

/** The door of track polls for letters: in the caller’s transaction, read by the domain. */
@Injectable()
export class TrackPollReader {
  constructor(
    private readonly clock: Clock,
    private readonly lines: TrackLines,
    private readonly links: TrackLinks,
    private readonly meetings: MeetingService,
    private readonly stops: TrackStops,
    private readonly spaces: Spaces,
  ) {}

  letterFacts(tx: Tx, trackPollId: string): Promise<TrackLetterFacts | null> {
    return this.within(tx, trackPollId, async (track) => {
      const pages = await this.lines.pages(tx, track);
      const numbered = await this.stops.numbered(tx, track.spaceId, await this.meetings.inSpaces(tx, [track.spaceId]));
      const { spaceId, networkId, closesAt, zone, createdBy } = track;
      return {
        trackPollId, spaceId, networkId, closesAt, zone,
        cohortName: (await this.spaces.find(tx, spaceId))?.name ?? '',
        state: trackPollStateAt(track, this.clock.now()),
        path: `/parcours/${spaceId}/dates`,
        ownerIds: createdBy ? [createdBy] : [],
        meetings: pages.flatMap(({ poll, slots }) => {
          const known = numbered.find(({ meeting }) => meeting.id === poll.meetingId);
          return known ? [{ number: known.number, title: known.meeting.title, slots: slots.map(({ startsAt, minutes }) => ({ startsAt, minutes })) }] : [];
        }),
      };
    });
  }

  async participantsOf(tx: Tx, trackPollId: string, { missingOnly = false }: { missingOnly?: boolean } = {}): Promise<TrackLetterParticipant[]> {
    const all = await this.within(tx, trackPollId, async (track) => {
      const grid = await this.lines.grid(tx, track);
      return grid.lines.flatMap((line) => this.participantOf(line, grid) ?? []);
    });
    return (all ?? []).filter((participant) => !missingOnly || !participant.answered);
  }

  /** At the moment a letter leaves: whether its reader is still asked, and whether they have answered meanwhile. */
  async participant(tx: Tx, participantId: string): Promise<TrackLetterParticipant | null> {
    const row = await asSystem(tx, 'scheduling', () => tx.getRepository(PollParticipantEntity).findOneBy({ id: participantId, revokedAt: IsNull() }));
    const poll = row && (await asSystem(tx, 'scheduling', () => tx.getRepository(PollEntity).findOneBy({ id: row.pollId })));
    if (!row || !poll?.trackPollId) return null;
    return this.within(tx, poll.trackPollId, async (track) => {
      const grid = await this.lines.gridOf(tx, track, row);
      const line = grid.lines.find((one) => one.id === participantId);
      return line ? this.participantOf(line, grid) : null;
    });
  }

  private within<T>(tx: Tx, trackPollId: string, read: (track: TrackPollEntity) => Promise<T>): Promise<T | null> {
    return asSystem(tx, 'scheduling', async () => {
      const track = await tx.getRepository(TrackPollEntity).findOneBy({ id: trackPollId });
      return track && read(track);
    });
  }

  private participantOf(line: TrackLine, { pages }: TrackGrid): TrackLetterParticipant | null {
    const first = [...line.byPoll.values()].find((row) => row.id === line.id);
    if (!first) return null;
    const { personId, email, name, structureId } = line;
    const token = this.links.tokenOf(first);
    return { participantId: line.id, attendee: { personId, email, name, structureId }, token, path: this.links.pathOf(first), answered: answeredBy(line, pages) === pages.length };
  }
}
