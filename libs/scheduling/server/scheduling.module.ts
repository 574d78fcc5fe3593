import { IdentityModule } from '@cohorte/identity/server';
import { MeetingsModule } from '@cohorte/meetings/server';
import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { pollControllers, pollEntities, pollProviders } from './polls/poll-providers';
import { PollClosing } from './polls/poll-closing';
import { PollReader } from './polls/poll.reader';
import { Polls } from './polls/polls';

/** Finding a date: polls, answers, the chosen slot, a whole track at once. */
@Module({
  imports: [IdentityModule, NetworksModule, MeetingsModule, TypeOrmModule.forFeature(pollEntities)],
  controllers: pollControllers,
  providers: pollProviders,
  exports: [PollReader, Polls, PollClosing],
})
export class SchedulingModule {}
