import type { Actor } from '@cohorte/networks/contract';
import { Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canCohort, type CohortStructure, inOrder, nextStep, type PersonalStep, type TrackStep } from '../contract';
import type { CohortEntity } from './cohort.entity';
import { CohortQueries } from './cohort.queries';
import { CohortReader } from './cohort.reader';
import { HomeworkService } from './homework.service';

/** «Mes prochaines étapes»: what a person is expected to do next, over all cohorts. */
@Injectable()
export class PersonalStepQueries {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortQueries,
    private readonly reader: CohortReader,
    private readonly homework: HomeworkService,
  ) {}

  list(actor: Actor): Promise<PersonalStep[]> {
    return this.database.transaction(actor, async (tx) => {
      const steps: PersonalStep[] = [];
      for (const cohort of await this.cohorts.visible(tx, actor)) steps.push(...(await this.inCohort(tx, actor, cohort)));
      return inOrder(steps);
    });
  }

  private async inCohort(tx: Tx, actor: Actor, cohort: CohortEntity): Promise<PersonalStep[]> {
    const track = (await this.reader.stepsOf(tx, [cohort.id])).get(cohort.id) ?? [];
    const next = nextStep(track.map((step) => ({ ...step, state: step.meeting.state })));
    const structures = await this.reader.structuresOf(tx, actor, cohort.id);
    const mine = structures.find((structure) => structure.mine);
    const blank = { cohortId: cohort.id, cohortName: cohort.name, title: '', number: null, startsAt: null, dueOn: null, draftId: null, structureId: null, homeworkId: null, meetingId: null };
    return [
      ...track.flatMap((step) => meetingAhead(blank, step)),
      ...(canCohort(actor, 'edit', cohort) ? ofAnimator(blank, next, structures) : []),
      ...(mine ? await this.homeworkOf(tx, blank, { cohortId: cohort.id, track, next, structureId: mine.id }) : []),
      ...(mine?.draftId ? [{ ...blank, kind: 'draft' as const, title: mine.shortName ?? mine.name, draftId: mine.draftId, structureId: mine.id }] : []),
    ];
  }

  private async homeworkOf(tx: Tx, blank: Blank, place: { cohortId: string; track: TrackStep[]; next: TrackStep | undefined; structureId: string }): Promise<PersonalStep[]> {
    const items = await this.homework.list(tx, place.cohortId, place.track, place.structureId);
    return items
      .filter((item) => item.stepId === place.next?.id && item.doneAt === null)
      .map((item) => ({ ...blank, kind: 'homework', title: item.title, dueOn: item.dueOn, number: place.next?.number ?? null, structureId: place.structureId, homeworkId: item.id }));
  }
}

type Blank = Omit<PersonalStep, 'kind'>;

function meetingAhead(blank: Blank, { number, meeting }: TrackStep): PersonalStep[] {
  return meeting.state === 'dated' ? [{ ...blank, kind: 'meeting', title: meeting.title, number, startsAt: meeting.startsAt, meetingId: meeting.id }] : [];
}

/** An animator finds a date for the next meeting, and a lead for structures that have none. */
function ofAnimator(blank: Blank, next: TrackStep | undefined, structures: readonly CohortStructure[]): PersonalStep[] {
  const undated = next && !next.meeting.startsAt;
  const alone = structures.filter((structure) => structure.leadName === null && !structure.leadInvited);
  return [
    ...(undated ? [{ ...blank, kind: 'choose-date' as const, title: next.meeting.title, number: next.number }] : []),
    ...(alone.length > 0 ? [{ ...blank, kind: 'invite-lead' as const, number: alone.length, structureId: alone[0]?.id ?? null, title: alone[0]?.name ?? '' }] : []),
  ];
}
