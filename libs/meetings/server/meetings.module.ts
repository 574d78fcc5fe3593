import { DraftsModule } from '@cohorte/drafts/server';
import { IdentityModule } from '@cohorte/identity/server';
import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { attendanceControllers, attendanceProviders } from './attendance/attendance.providers';
import { SurveyService } from './attendance/survey.service';
import { calendarControllers, calendarProviders } from './calendar/calendar.providers';
import { MeetingCalendar } from './calendar/meeting-calendar';
import { MeetingCopies } from './meeting/meeting-copies';
import { MeetingEditing } from './meeting/meeting-editing.service';
import { MeetingEntity } from './meeting/meeting.entity';
import { meetingControllers, meetingProviders } from './meeting/meeting.providers';
import { MeetingReader } from './meeting/meeting.reader';
import { MeetingService } from './meeting/meeting.service';
import { ComingPlaces } from './registration/coming-places';
import { MeetingSeats } from './registration/meeting-seats';
import { registrationControllers, registrationProviders } from './registration/registration.providers';

/** When people meet. */
@Module({
  imports: [DiscoveryModule, IdentityModule, NetworksModule, DraftsModule, TypeOrmModule.forFeature([MeetingEntity])],
  controllers: [...meetingControllers, ...calendarControllers, ...attendanceControllers, ...registrationControllers],
  providers: [...meetingProviders, ...calendarProviders, ...attendanceProviders, ...registrationProviders],
  exports: [MeetingService, MeetingEditing, MeetingCopies, SurveyService, MeetingReader, MeetingCalendar, MeetingSeats, ComingPlaces],
})
export class MeetingsModule {}
