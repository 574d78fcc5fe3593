import type { Actor } from '@cohorte/networks/contract';
import { Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canPoll, type TrackPollState, trackPollStateAt } from '../../contract';
import { PollClaims } from '../polls/poll-claims';
import { TrackDesk } from './track-desk';
import { answeredBy, missingIn, TrackLines } from './track-lines';

/** A track poll as lists of what is to be done show it. */
export interface TrackCard {
  readonly trackPollId: string;
  readonly state: TrackPollState;
  readonly closesAt: Date;
  readonly zone: string;
  /** How many meetings are asked for. */
  readonly meetings: number;
  readonly meetingIds: readonly string[];
  /** How many people have answered every meeting. */
  readonly complete: number;
  /** The reader is asked, and has not answered every meeting while there is time. */
  readonly awaitsMe: boolean;
  readonly canManage: boolean;
}

/** The door of track polls for pages of other domains: the one under way in a cohort, as the reader may know of it. */
@Injectable()
export class TrackCards {
  constructor(
    private readonly clock: Clock,
    private readonly desk: TrackDesk,
    private readonly lines: TrackLines,
    private readonly claims: PollClaims,
  ) {}

  async inSpace(tx: Tx, actor: Actor, place: { spaceId: string; networkId: string }): Promise<TrackCard | null> {
    const track = await this.desk.currentOf(tx, place.spaceId);
    const state = track && trackPollStateAt(track, this.clock.now());
    if (!track || (state !== 'open' && state !== 'closed')) return null;
    await this.claims.claim(tx, actor.personId);
    const grid = await this.lines.grid(tx, track);
    const mine = grid.lines.find((line) => line.personId === actor.personId);
    const may = (action: 'see-everything' | 'manage'): boolean => canPoll(actor, action, { ...place, isParticipant: mine !== undefined, isDraft: false });
    if (!mine && !may('see-everything')) return null;
    const { id: trackPollId, closesAt, zone } = track;
    return {
      trackPollId, state, closesAt, zone,
      meetings: grid.pages.length,
      meetingIds: grid.pages.flatMap(({ poll }) => poll.meetingId ?? []),
      complete: grid.lines.length - missingIn(grid).length,
      awaitsMe: state === 'open' && mine !== undefined && answeredBy(mine, grid.pages) < grid.pages.length,
      canManage: may('manage'),
    };
  }
}
