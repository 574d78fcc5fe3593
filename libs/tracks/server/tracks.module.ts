import { DraftKinds, DraftsModule } from '@cohorte/drafts/server';
import { IdentityModule } from '@cohorte/identity/server';
import { MeetingsModule } from '@cohorte/meetings/server';
import { NetworksModule } from '@cohorte/networks/server';
import { SchedulingModule, TrackStops } from '@cohorte/scheduling/server';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { trackDraftKinds } from '../contract';
import { TrackAfterController } from './track-after.controller';
import { CohortController } from './cohort.controller';
import { CohortEntity } from './cohort.entity';
import { CohortQueries } from './cohort.queries';
import { CohortReader } from './cohort.reader';
import { CohortService } from './cohort.service';
import { DatesSought } from './dates-sought';
import { HomeworkEntity } from './homework.entity';
import { HomeworkService } from './homework.service';
import { PersonalStepQueries } from './personal-steps.queries';
import { PreparationReader } from './preparation.reader';
import { SchemeEntity } from './scheme.entity';
import { SchemeService } from './scheme.service';
import { StepEntity } from './step.entity';
import { stepNumbers } from './step-numbers';
import { TrackCopies } from './track-copy.service';
import { TrackSurveys } from './track-survey.service';
import { TracksListener } from './tracks.listener';

/** The journey of cohorts. */
@Module({
  imports: [IdentityModule, NetworksModule, MeetingsModule, SchedulingModule, DraftsModule, TypeOrmModule.forFeature([CohortEntity, StepEntity, HomeworkEntity, SchemeEntity])],
  controllers: [CohortController, TrackAfterController],
  providers: [CohortService, CohortQueries, CohortReader, DatesSought, HomeworkService, PersonalStepQueries, PreparationReader, SchemeService, TrackCopies, TrackSurveys, TracksListener],
  exports: [CohortService, PreparationReader, SchemeService],
})
export class TracksModule implements OnModuleInit {
  constructor(
    private readonly kinds: DraftKinds,
    private readonly stops: TrackStops,
  ) {}

  onModuleInit(): void {
    for (const kind of trackDraftKinds) this.kinds.register(kind);
    this.stops.readFrom(stepNumbers);
  }
}
