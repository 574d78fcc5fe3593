import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { copyCohort, exportTrackSurvey, readCohortCopy, readTrackSurvey } from '../contract';
import { TrackCopies } from './track-copy.service';
import { TrackSurveys } from './track-survey.service';

/** What a track leaves, over HTTP: what was said of it, and the same track again with another group. */
@Controller()
export class TrackAfterController {
  constructor(
    private readonly copies: TrackCopies,
    private readonly surveys: TrackSurveys,
  ) {}

  @Implements(readCohortCopy)
  copyOf(actor: Actor, input: InputOf<typeof readCohortCopy>) {
    return this.copies.read(actor, input.cohortId);
  }

  @Implements(copyCohort)
  copy(actor: Actor, input: InputOf<typeof copyCohort>) {
    return this.copies.copy(actor, input);
  }

  @Implements(readTrackSurvey)
  survey(actor: Actor, input: InputOf<typeof readTrackSurvey>) {
    return this.surveys.read(actor, input.cohortId);
  }

  @Implements(exportTrackSurvey)
  surveyTable(actor: Actor, input: InputOf<typeof exportTrackSurvey>) {
    return this.surveys.table(actor, input);
  }
}
