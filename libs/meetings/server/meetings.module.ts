import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeetingController } from './meeting.controller';
import { MeetingEntity } from './meeting.entity';
import { MeetingService } from './meeting.service';

/** When people meet. */
@Module({
  imports: [NetworksModule, TypeOrmModule.forFeature([MeetingEntity])],
  controllers: [MeetingController],
  providers: [MeetingService],
  exports: [MeetingService],
})
export class MeetingsModule {}
