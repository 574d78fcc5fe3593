import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, systemActor } from '@cohorte/platform/contract';
import { asSystem, mailTokenHash, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type answerTrack, type answerTrackByLink, canPoll, trackPollStateAt, type TrackSheet } from '../../contract';
import { PollClaims } from '../polls/poll-claims';
import { lineOfRow, type TrackGrid, type TrackLine, TrackLines } from './track-lines';
import { TrackPollEntity } from './track-poll.entity';
import { TrackTools } from './track-poll.service';
import { TrackSheets } from './track-sheets';

type Given = Pick<InputOf<typeof answerTrack>, 'meetingId' | 'answers' | 'noneFits'>;

interface Found {
  readonly track: TrackPollEntity;
  readonly grid: TrackGrid;
  readonly line: TrackLine;
}

/** Answering for a whole track on one page, with an account or by a personal link: one’s own lines and no other. */
@Injectable()
export class TrackAnswerService {
  constructor(
    private readonly tools: TrackTools,
    private readonly lines: TrackLines,
    private readonly claims: PollClaims,
    private readonly sheets: TrackSheets,
  ) {}

  mine(actor: Actor, cohortId: string): Promise<TrackSheet> {
    return this.tools.database.transaction(actor, async (tx) => {
      const track = await this.tools.desk.currentOf(tx, cohortId);
      const found = track && (await this.ofPerson(tx, actor, track));
      if (!found) throw new AppError('not-found', 'scheduling.track-poll-unknown');
      return this.sheets.show(tx, found);
    });
  }

  byLink(token: string): Promise<TrackSheet> {
    return this.tools.database.transaction(systemActor('scheduling'), async (tx) => this.sheets.show(tx, await this.ofLink(tx, token)));
  }

  answer(actor: Actor, { trackPollId, ...given }: InputOf<typeof answerTrack>): Promise<void> {
    return this.tools.database.transaction(actor, async (tx) => {
      const track = await this.trackOf(tx, trackPollId);
      const found = track && (await this.ofPerson(tx, actor, track));
      if (!found) throw new AppError('not-found', 'scheduling.track-poll-unknown');
      await this.write(tx, found, given);
    });
  }

  answerByLink({ token, ...given }: InputOf<typeof answerTrackByLink>): Promise<void> {
    return this.tools.database.transaction(systemActor('scheduling'), async (tx) => this.write(tx, await this.ofLink(tx, token), given));
  }

  private async write(tx: Tx, { grid, line }: Found, { meetingId, ...given }: Given): Promise<void> {
    const page = grid.pages.find(({ poll }) => poll.meetingId === meetingId);
    const row = page && line.byPoll.get(page.poll.id);
    if (!page || !row) throw new AppError('bad-input', 'scheduling.meeting-not-in-track');
    const { answers, noneFits } = given;
    await this.tools.polls.answer(tx, { pollId: page.poll.id, participantId: row.id }, noneFits === undefined ? { answers } : { answers, noneFits });
  }

  private trackOf(tx: Tx, trackPollId: string): Promise<TrackPollEntity | null> {
    return asSystem(tx, 'scheduling', () => tx.getRepository(TrackPollEntity).findOneBy({ id: trackPollId }));
  }

  /** Nothing for those who are not asked: to them there is no sheet to know of. */
  private async ofPerson(tx: Tx, actor: Actor, track: TrackPollEntity): Promise<Found | null> {
    await this.claims.claim(tx, actor.personId);
    const grid = await this.lines.gridOf(tx, track, { personId: actor.personId, email: null, nameKey: '' });
    const [line] = grid.lines;
    const place = { spaceId: track.spaceId, networkId: track.networkId, isParticipant: line !== undefined, isDraft: false };
    return line && canPoll(actor, 'answer', place) ? { track, grid, line } : null;
  }

  private async ofLink(tx: Tx, token: string): Promise<Found> {
    const found = await this.lines.byToken(tx, mailTokenHash(token));
    if (!found) throw new AppError('not-found', 'scheduling.link-unknown');
    if (found.row.revokedAt) throw new AppError('gone', 'scheduling.link-revoked');
    const track = await this.trackOf(tx, found.trackPollId);
    const grid = track && (await this.lines.gridOf(tx, track, found.row));
    const line = grid && lineOfRow(grid, found.row);
    if (!track || !grid || !line || trackPollStateAt(track, this.tools.clock.now()) === 'cancelled') throw new AppError('gone', 'scheduling.poll-cancelled');
    return { track, grid, line };
  }
}
