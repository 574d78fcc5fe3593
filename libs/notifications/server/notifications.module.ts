import { IdentityModule } from '@cohorte/identity/server';
import { LibraryModule } from '@cohorte/library/server';
import { MeetingsModule } from '@cohorte/meetings/server';
import { NetworksModule } from '@cohorte/networks/server';
import { SchedulingModule } from '@cohorte/scheduling/server';
import { TracksModule } from '@cohorte/tracks/server';
import { Module } from '@nestjs/common';
import { DatesListener } from './listening/dates.listener';
import { ForgettingListener } from './listening/forgetting.listener';
import { LetterAudience } from './listening/letter-audience';
import { LibraryListener } from './listening/library.listener';
import { MeetingsListener } from './listening/meetings.listener';
import { RemindersSweep } from './listening/reminders.sweep';
import { SchedulingListener } from './listening/scheduling.listener';
import { BellGateway } from './notices/bell.gateway';
import { NoticeController } from './notices/notice.controller';
import { NoticeService } from './notices/notice.service';
import { Notices } from './notices/notices';
import { NotificationsPersonalData } from './notifications-personal-data';
import { LetterDesk } from './posting/letter-desk';
import { LetterPost } from './posting/letter-post';
import { LetterSender } from './posting/letter-sender';
import { Readers } from './posting/readers';
import { Undelivered } from './posting/undelivered';
import { OnePressController } from './preferences/one-press.controller';
import { PreferencesController } from './preferences/preferences.controller';
import { PreferencesService } from './preferences/preferences.service';
import { AskedLetters } from './tellers/asked';
import { DatesTold } from './tellers/dates-told';
import { MeetingLetters } from './tellers/meeting-letters';
import { MeetingTeller } from './tellers/meeting.teller';
import { PollTeller } from './tellers/poll.teller';
import { ResourceTeller } from './tellers/resource.teller';
import type { Teller } from './tellers/teller';
import { Tellers } from './tellers/tellers';
import { TrackPollTeller } from './tellers/track-poll.teller';

const posting = [LetterDesk, LetterPost, LetterSender, Readers, Undelivered];
const allTellers = { provide: Tellers, useFactory: (...tellers: Teller[]) => new Tellers(tellers), inject: [MeetingTeller, PollTeller, ResourceTeller, TrackPollTeller] };
const telling = [AskedLetters, DatesTold, MeetingLetters, MeetingTeller, PollTeller, ResourceTeller, TrackPollTeller, allTellers];
const listening = [DatesListener, ForgettingListener, LetterAudience, LibraryListener, MeetingsListener, RemindersSweep, SchedulingListener];

/** Telling people: it listens to all others, and nobody knows it. */
@Module({
  imports: [IdentityModule, NetworksModule, LibraryModule, MeetingsModule, SchedulingModule, TracksModule],
  controllers: [NoticeController, OnePressController, PreferencesController],
  providers: [BellGateway, Notices, NoticeService, NotificationsPersonalData, PreferencesService, ...posting, ...telling, ...listening],
})
export class NotificationsModule {}
