import { type InputOf, systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { PollView, readPollByLink } from '../../contract';
import { PollAnswerService } from './poll-answer.service';
import { PollQueries } from './poll.queries';

/** The poll behind a personal link: reading it writes nothing, so that programs that open every mail change nothing. */
@Injectable()
export class PollLinkService {
  constructor(
    private readonly database: Database,
    private readonly answers: PollAnswerService,
    private readonly queries: PollQueries,
  ) {}

  read({ token }: InputOf<typeof readPollByLink>): Promise<PollView> {
    return this.database.transaction(systemActor('scheduling'), async (tx) => this.queries.readByParticipant(tx, (await this.answers.byLink(tx, token)).id));
  }
}
