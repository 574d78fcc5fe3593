import { IdentityModule } from '@cohorte/identity/server';
import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { calendarProviders } from './calendar/calendar.providers';
import { MeetingCalendar } from './calendar/meeting-calendar';
import { MeetingController } from './meeting/meeting.controller';
import { MeetingEntity } from './meeting/meeting.entity';
import { MeetingService } from './meeting/meeting.service';
import { MeetingSeats } from './registration/meeting-seats';
import { registrationProviders } from './registration/registration.providers';

/** When people meet. */
@Module({
  imports: [DiscoveryModule, IdentityModule, NetworksModule, TypeOrmModule.forFeature([MeetingEntity])],
  controllers: [MeetingController],
  providers: [MeetingService, ...calendarProviders, ...registrationProviders],
  exports: [MeetingService, MeetingCalendar, MeetingSeats],
})
export class MeetingsModule {}
