import type { Actor } from '@cohorte/networks/contract';
import { Clock, Database, Events, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { PollView } from '../../contract';
import { PollDesk } from './poll-desk';
import { PollEntity } from './poll.entity';
import { PollQueries } from './poll.queries';
import { PollRegister } from './poll-register';

/** What every service of polls stands on. */
@Injectable()
export class PollTools {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly events: Events,
    readonly desk: PollDesk,
    readonly register: PollRegister,
    readonly queries: PollQueries,
  ) {}

  /** One act of those who run the poll, alone with it; answers the poll as it then is. */
  act(actor: Actor, pollId: string, work: (tx: Tx, poll: PollEntity) => Promise<void>): Promise<PollView> {
    return this.database.transaction(actor, async (tx) => {
      const poll = await this.desk.locked(tx, actor, pollId);
      await work(tx, poll);
      poll.version += 1;
      await tx.getRepository(PollEntity).save(poll);
      await this.register.announce(tx, pollId);
      return this.queries.readIn(tx, actor, pollId);
    });
  }
}
