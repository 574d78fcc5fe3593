import { MeetingsModule } from '@cohorte/meetings/server';
import { SchedulingModule } from '@cohorte/scheduling/server';
import { Module } from '@nestjs/common';

/** Telling people: it listens to all others, and nobody knows it. */
@Module({ imports: [MeetingsModule, SchedulingModule] })
export class NotificationsModule {}
