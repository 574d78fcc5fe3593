import { SurveyService } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { formatDay, type InputOf, type OutputOf, parisDay } from '@cohorte/platform/contract';
import { Clock, Database } from '@cohorte/platform/server';
import { csvOf } from '@cohorte/scheduling/contract';
import { Injectable } from '@nestjs/common';
import { canCohort, type exportTrackSurvey, type readTrackSurvey } from '../contract';
import { CohortReader } from './cohort.reader';
import { CohortService } from './cohort.service';
import { surveyTable } from './track-survey.table';

type Survey = OutputOf<typeof readTrackSurvey>;

/** What people said of each meeting of a track, in totals; what they wrote is for those who animate it. */
@Injectable()
export class TrackSurveys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cohorts: CohortService,
    private readonly reader: CohortReader,
    private readonly survey: SurveyService,
  ) {}

  read(actor: Actor, cohortId: string): Promise<Survey> {
    return this.database.transaction(actor, async (tx) => {
      const cohort = await this.cohorts.allowed(tx, actor, 'see-survey', cohortId);
      const readsWords = canCohort(actor, 'edit', cohort);
      const steps = ((await this.reader.stepsOf(tx, [cohort.id])).get(cohort.id) ?? []).filter(({ meeting }) => meeting.state === 'held' && meeting.startsAt !== null);
      const results = await this.survey.totalsOf(tx, steps.map(({ meeting }) => meeting.id));
      const meetings = steps.map(({ number, meeting }) => {
        const { answers, asked, totals } = results.get(meeting.id) ?? { answers: 0, asked: 0, totals: null };
        return { meetingId: meeting.id, number, title: meeting.title, startsAt: meeting.startsAt as string, answers, asked, totals: totals && { ...totals, words: readsWords ? totals.words : [] } };
      });
      return { cohortName: cohort.name, readsWords, meetings: meetings.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)) };
    });
  }

  async table(actor: Actor, { cohortId }: InputOf<typeof exportTrackSurvey>): Promise<OutputOf<typeof exportTrackSurvey>> {
    const { meetings } = await this.read(actor, cohortId);
    return { fileName: `retours-${parisDay(this.clock.now().toISOString())}.csv`, text: csvOf(surveyTable(meetings, formatDay)) };
  }
}
