import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { canPoll, type PollAction, type PollPlace } from '../../contract';
import { PollClaims } from './poll-claims';
import { PollEntity } from './poll.entity';
import { PollParticipantEntity } from './poll-participant.entity';

/** A poll the actor may do something with, and what they are in it. */
export interface FoundPoll {
  readonly poll: PollEntity;
  readonly place: PollPlace;
  readonly me: PollParticipantEntity | null;
}

/** Finds polls and asks the policy: what must not be known of answers «not found», the rest «forbidden». */
@Injectable()
export class PollDesk {
  constructor(private readonly claims: PollClaims) {}

  async allowed(tx: Tx, actor: Actor, action: PollAction, pollId: string): Promise<FoundPoll> {
    await this.claims.claim(tx, actor.personId);
    const poll = await tx.getRepository(PollEntity).findOneBy({ id: pollId });
    if (!poll) throw new AppError('not-found', 'scheduling.poll-unknown');
    const me = await tx.getRepository(PollParticipantEntity).findOneBy({ pollId, personId: actor.personId, revokedAt: IsNull() });
    const place = { spaceId: poll.spaceId, networkId: poll.networkId, isParticipant: me !== null, isDraft: poll.state === 'draft' };
    if (!canPoll(actor, 'read', place)) throw new AppError('not-found', 'scheduling.poll-unknown');
    if (!canPoll(actor, action, place)) throw new AppError('forbidden', action === 'manage' ? 'scheduling.animators-only' : 'scheduling.not-asked');
    return { poll, place, me };
  }

  /** For those who run it: alone with the poll, every answer before or after. */
  async locked(tx: Tx, actor: Actor, pollId: string): Promise<PollEntity> {
    assertOnItsOwn((await this.allowed(tx, actor, 'manage', pollId)).poll);
    return this.alone(tx, pollId);
  }

  /** The exclusive lock: waits for the answers under way, and those that come wait for it. */
  async alone(tx: Tx, pollId: string): Promise<PollEntity> {
    await tx.query(`SELECT pg_advisory_xact_lock(${lockOf('$1')})`, [pollId]);
    return tx.getRepository(PollEntity).findOneOrFail({ where: { id: pollId }, lock: { mode: 'pessimistic_write' } });
  }

  /** The share lock of whoever answers: the poll, read after it, stays as it is until the answer is written. */
  async share(tx: Tx, pollId: string): Promise<void> {
    await tx.query(`SELECT ${shareLock('$1')}`, [pollId]);
  }
}

/** A poll of a whole track is run with the others, from the page of their dates. */
export function assertOnItsOwn(poll: PollEntity): void {
  if (poll.trackPollId !== null) throw new AppError('conflict', 'scheduling.poll-of-track');
}

/** A lock of the lock table, which is given in turn: with row locks, new answers would pass before a closing that waits, without end. */
const lockOf = (pollId: string): string => `hashtextextended('scheduling.poll ' || ${pollId}::text, 0)`;
/** In SQL, where the poll is found and held in one query. */
export const shareLock = (pollId: string): string => `pg_advisory_xact_lock_shared(${lockOf(pollId)})`;
