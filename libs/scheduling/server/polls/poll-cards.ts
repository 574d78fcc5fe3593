import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { canPoll, type PollCard, pollStateAt, voicesOf } from '../../contract';
import { PollClaims } from './poll-claims';
import { PollEntity } from './poll.entity';
import { answeringOf } from './poll-lines';
import { PollParticipantEntity } from './poll-participant.entity';

/** Polls as lists show them. */
@Injectable()
export class PollCards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly spaces: Spaces,
    private readonly claims: PollClaims,
  ) {}

  list(actor: Actor, spaceId: string): Promise<{ polls: PollCard[] }> {
    return this.database.transaction(actor, async (tx) => {
      if (!(await this.spaces.find(tx, spaceId))) throw new AppError('not-found', 'scheduling.space-unknown');
      return { polls: await this.inSpace(tx, actor, spaceId) };
    });
  }

  /** For pages of other domains, in their transaction; a whole track asked at once has a page of its own. */
  async inSpace(tx: Tx, actor: Actor, spaceId: string): Promise<PollCard[]> {
    await this.claims.claim(tx, actor.personId);
    const found = await tx.getRepository(PollEntity).find({ where: { spaceId, trackPollId: IsNull() }, order: { createdAt: 'DESC', id: 'DESC' } });
    const ids = found.map((poll) => poll.id);
    const rows = await asSystem(tx, 'scheduling', () => tx.getRepository(PollParticipantEntity).findBy({ pollId: In(ids), revokedAt: IsNull() }));
    const slots = await tx.query<{ id: string; slots: number }[]>(`SELECT poll_id AS id, count(*)::int AS slots FROM scheduling_poll_slot WHERE poll_id = ANY ($1) AND status = 'offered' GROUP BY poll_id`, [ids]);
    return found.flatMap((poll) => this.card(actor, poll, rows.filter((row) => row.pollId === poll.id), slots.find(({ id }) => id === poll.id)?.slots ?? 0));
  }

  private card(actor: Actor, poll: PollEntity, asked: readonly PollParticipantEntity[], slots: number): PollCard[] {
    const me = asked.find((row) => row.personId === actor.personId);
    const place = { spaceId: poll.spaceId, networkId: poll.networkId, isParticipant: me !== undefined, isDraft: poll.state === 'draft' };
    if (!canPoll(actor, 'read', place)) return [];
    const voices = voicesOf(asked.map((row) => answeringOf(row, [])), poll.counting);
    const state = pollStateAt(poll, this.clock.now());
    return [{
      id: poll.id, meetingId: poll.meetingId, title: poll.title, zone: poll.zone, state, slots,
      closesAt: poll.closesAt.toISOString(),
      voices: { answered: voices.filter((voice) => voice.answered).length, total: voices.length },
      awaitsMe: state === 'open' && me !== undefined && me.answeredAt === null,
      canManage: canPoll(actor, 'manage', place),
    }];
  }
}
