import { IdentityModule } from '@cohorte/identity/server';
import { MeetingsModule } from '@cohorte/meetings/server';
import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { pollControllers, pollEntities, pollProviders } from './polls/poll-providers';
import { PollCards } from './polls/poll-cards';
import { PollClosing } from './polls/poll-closing';
import { PollReader } from './polls/poll.reader';
import { Polls } from './polls/polls';
import { TrackCards } from './track-dates/track-cards';
import { TrackPollReader } from './track-dates/track-poll.reader';
import { trackControllers, trackEntities, trackProviders } from './track-dates/track-providers';
import { TrackStops } from './track-dates/track-stops';

/** Finding a date: polls, answers, the chosen slot, a whole track at once. */
@Module({
  imports: [IdentityModule, NetworksModule, MeetingsModule, TypeOrmModule.forFeature([...pollEntities, ...trackEntities])],
  controllers: [...pollControllers, ...trackControllers],
  providers: [...pollProviders, ...trackProviders],
  exports: [PollCards, PollReader, Polls, PollClosing, TrackCards, TrackPollReader, TrackStops],
})
export class SchedulingModule {}
