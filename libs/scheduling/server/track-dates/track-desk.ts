import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError } from '@cohorte/platform/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canPoll, type PollAction } from '../../contract';
import type { TrackPlace } from './track-people';
import { TrackPollEntity } from './track-poll.entity';

export interface FoundCohort extends TrackPlace {
  readonly name: string;
}

/** Finds cohorts and their track polls and asks the policy of polls: what must not be known of answers «not found», the rest «forbidden». */
@Injectable()
export class TrackDesk {
  constructor(private readonly spaces: Spaces) {}

  async cohort(tx: Tx, actor: Actor, action: PollAction, cohortId: string): Promise<FoundCohort> {
    const space = await this.spaces.find(tx, cohortId);
    const place = { spaceId: cohortId, networkId: space?.networkIds[0] ?? '', isParticipant: false, isDraft: false };
    if (space?.kind !== 'cohort' || !canPoll(actor, 'read', place)) throw new AppError('not-found', 'scheduling.cohort-unknown');
    if (!canPoll(actor, action, place)) throw new AppError('forbidden', 'scheduling.animators-only');
    return { spaceId: cohortId, networkId: place.networkId, name: space.name };
  }

  /** A track poll for those who run it or oversee it; whoever is only asked reads their own sheet. */
  async allowed(tx: Tx, actor: Actor, action: 'see-everything' | 'manage', trackPollId: string): Promise<TrackPollEntity> {
    const found = await tx.getRepository(TrackPollEntity).findOneBy({ id: trackPollId });
    const place = found && { spaceId: found.spaceId, networkId: found.networkId, isParticipant: false, isDraft: false };
    if (!found || !place || !canPoll(actor, 'see-everything', place)) throw new AppError('not-found', 'scheduling.track-poll-unknown');
    if (!canPoll(actor, action, place)) throw new AppError('forbidden', 'scheduling.animators-only');
    return found;
  }

  /** Alone with the track poll: two animators decide one after the other. */
  async locked(tx: Tx, actor: Actor, trackPollId: string): Promise<TrackPollEntity> {
    await this.allowed(tx, actor, 'manage', trackPollId);
    return tx.getRepository(TrackPollEntity).findOneOrFail({ where: { id: trackPollId }, lock: { mode: 'pessimistic_write' } });
  }

  /** The track poll under way in a cohort, else the last one. */
  currentOf(tx: Tx, cohortId: string): Promise<TrackPollEntity | null> {
    return asSystem(tx, 'scheduling', async () => {
      const [row] = await tx
        .getRepository(TrackPollEntity)
        .createQueryBuilder('t')
        .where('t.space_id = :cohortId AND t.cancelled_at IS NULL', { cohortId })
        .orderBy('t.decided_at IS NULL', 'DESC')
        .addOrderBy('t.opened_at', 'DESC')
        .take(1)
        .getMany();
      return row ?? null;
    });
  }
}
