import { MeetingsModule } from '@cohorte/meetings/server';
import { Module } from '@nestjs/common';

/** Finding a date: polls, answers, the chosen slot, a whole track at once. */
@Module({ imports: [MeetingsModule] })
export class SchedulingModule {}
