import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeetingController } from './meeting/meeting.controller';
import { MeetingEntity } from './meeting/meeting.entity';
import { MeetingService } from './meeting/meeting.service';

/** When people meet. */
@Module({
  imports: [NetworksModule, TypeOrmModule.forFeature([MeetingEntity])],
  controllers: [MeetingController],
  providers: [MeetingService],
  exports: [MeetingService],
})
export class MeetingsModule {}
