import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type OpenLink, pollStateAt } from '../../contract';
import { assertOnItsOwn } from './poll-desk';
import { PollLinks } from './poll-link';
import { PollOpenLinkEntity } from './poll-open-link.entity';
import { PollParticipantEntity } from './poll-participant.entity';
import { PollTools } from './poll-tools';

/** The open link of a poll, for those who run it: handed out, renewed, closed. */
@Injectable()
export class PollOpenLinkService {
  constructor(
    private readonly tools: PollTools,
    private readonly links: PollLinks,
  ) {}

  read(actor: Actor, pollId: string): Promise<OpenLink> {
    return this.tools.database.transaction(actor, async (tx) => {
      await this.tools.desk.allowed(tx, actor, 'manage', pollId);
      return this.shown(tx, pollId);
    });
  }

  /** A new one kills the former: whoever found it in a forwarded mail reads that it is over. */
  renew(actor: Actor, pollId: string): Promise<OpenLink> {
    return this.tools.database.transaction(actor, async (tx) => {
      const { poll } = await this.tools.desk.allowed(tx, actor, 'manage', pollId);
      assertOnItsOwn(poll);
      if (pollStateAt(poll, this.tools.clock.now()) !== 'open') throw new AppError('conflict', 'scheduling.poll-not-open');
      await tx.getRepository(PollOpenLinkEntity).upsert({ pollId, ...this.links.freshOpen(pollId), createdAt: this.tools.clock.now() }, ['pollId']);
      return this.shown(tx, pollId);
    });
  }

  close(actor: Actor, pollId: string): Promise<OpenLink> {
    return this.tools.database.transaction(actor, async (tx) => {
      await this.tools.desk.allowed(tx, actor, 'manage', pollId);
      await tx.getRepository(PollOpenLinkEntity).delete({ pollId });
      return this.shown(tx, pollId);
    });
  }

  private async shown(tx: Tx, pollId: string): Promise<OpenLink> {
    const found = await tx.getRepository(PollOpenLinkEntity).findOneBy({ pollId });
    const joined = await tx.getRepository(PollParticipantEntity).countBy({ pollId, byOpenLink: true });
    return { pollId, link: found ? this.links.openLinkOf({ id: pollId, nonce: found.nonce }) : null, joined };
  }
}
