import { MeetingCopies, MeetingReader } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { Database, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { CohortCopy, copyCohort, TrackStep } from '../contract';
import type { CohortEntity } from './cohort.entity';
import { CohortReader } from './cohort.reader';
import { CohortService } from './cohort.service';
import { HomeworkEntity } from './homework.entity';
import { StepEntity } from './step.entity';

/** Use cases of holding a track again with another group: what would be copied, then the copy, with the dates chosen. */
@Injectable()
export class TrackCopies {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortService,
    private readonly reader: CohortReader,
    private readonly meetings: MeetingReader,
    private readonly copies: MeetingCopies,
  ) {}

  read(actor: Actor, cohortId: string): Promise<CohortCopy> {
    return this.database.transaction(actor, async (tx) => {
      const cohort = await this.cohorts.allowed(tx, actor, 'copy', cohortId);
      const steps = await this.stepsOf(tx, cohort.id);
      const facts = await this.meetings.factsOf(tx, steps.map((step) => step.meeting.id));
      const homework = await tx.getRepository(HomeworkEntity).findBy({ cohortId });
      const documents = await this.copies.documentsOf(tx, steps.map((step) => step.meeting.id));
      return {
        id: cohort.id, networkId: cohort.networkId, name: cohort.name, scope: cohort.scope,
        steps: steps.map(({ id, number, shortTitle, afterNumber, meeting }) => ({
          id, number, shortTitle, afterNumber, title: meeting.title, startsAt: meeting.startsAt, zone: facts.get(meeting.id)?.zone ?? 'Europe/Paris',
          homework: homework.filter((item) => item.stepId === id).length, documents: documents.get(meeting.id) ?? 0,
        })),
      };
    });
  }

  /** One transaction, and the same form sent twice opens one cohort. Nobody of the former group comes along. */
  copy(actor: Actor, input: InputOf<typeof copyCohort>): Promise<{ cohortId: string }> {
    return this.database.transaction(actor, async (tx) => {
      const former = await this.cohorts.allowed(tx, actor, 'copy', input.cohortId);
      const steps = await this.stepsOf(tx, former.id);
      const dates = datesOf(steps, input.dates);
      const { networkId, templateCode, templateVersion } = former;
      const { name, scope, requestId, structures } = input;
      return this.cohorts.begin(tx, actor.personId, { networkId, templateCode, templateVersion, name, scope, requestId, structures }, (spaceId) =>
        this.lay(tx, { former, spaceId, by: actor.personId, steps, dates }));
    });
  }

  private async stepsOf(tx: Tx, cohortId: string): Promise<TrackStep[]> {
    return (await this.reader.stepsOf(tx, [cohortId])).get(cohortId) ?? [];
  }

  private async lay(tx: Tx, { former, spaceId, by, steps, dates }: { former: CohortEntity; spaceId: string; by: string; steps: readonly TrackStep[]; dates: ReadonlyMap<string, Date> }): Promise<void> {
    const meetings = steps.map((step) => ({ fromId: step.meeting.id, startsAt: dates.get(step.id) ?? null }));
    const meetingIds = await this.copies.repeatIn(tx, { spaceId, networkId: former.networkId, by, meetings });
    const stepIds = new Map(steps.map((step) => [step.id, newId()]));
    const rows = steps.map(({ id, number, afterNumber, shortTitle, halves }, position) =>
      ({ id: stepIds.get(id) as string, cohortId: spaceId, meetingId: meetingIds[position] as string, position, number, afterNumber, shortTitle, halves }));
    if (rows.length > 0) await tx.getRepository(StepEntity).insert(rows);
    const homework = await tx.getRepository(HomeworkEntity).find({ where: { cohortId: former.id }, order: { position: 'ASC' } });
    const items = homework.flatMap((item) => {
      const stepId = stepIds.get(item.stepId);
      return stepId ? [{ ...item, id: newId(), cohortId: spaceId, stepId }] : [];
    });
    if (items.length > 0) await tx.getRepository(HomeworkEntity).insert(items);
  }
}

/** A date is for a meeting of this track, said once. */
function datesOf(steps: readonly TrackStep[], said: InputOf<typeof copyCohort>['dates']): Map<string, Date> {
  const known = new Set(steps.map((step) => step.id));
  const dates = new Map<string, Date>();
  for (const [at, { stepId, startsAt }] of said.entries()) {
    if (!known.delete(stepId)) throw new AppError('bad-input', 'platform.bad-input', {}, { [`dates.${at}.stepId`]: 'not-in-list' });
    dates.set(stepId, new Date(startsAt));
  }
  return dates;
}
