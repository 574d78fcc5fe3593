import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import type { InputOf, OutputOf } from '@cohorte/platform/contract';
import { Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canCohort, type CohortCard, type listCohorts, type openCohort } from '../contract';
import { CohortEntity } from './cohort.entity';
import { CohortReader } from './cohort.reader';
import { CohortService } from './cohort.service';
import { DatesSought } from './dates-sought';
import { HomeworkService } from './homework.service';

/** What the screens of cohorts show. */
@Injectable()
export class CohortQueries {
  constructor(
    private readonly database: Database,
    private readonly spaces: Spaces,
    private readonly cohorts: CohortService,
    private readonly reader: CohortReader,
    private readonly homework: HomeworkService,
    private readonly dates: DatesSought,
  ) {}

  list(actor: Actor, input: InputOf<typeof listCohorts>): Promise<CohortCard[]> {
    return this.database.transaction(actor, async (tx) => {
      const cohorts = await this.visible(tx, actor, input.networkId);
      const steps = await this.reader.stepsOf(tx, cohorts.map((cohort) => cohort.id));
      const cards: CohortCard[] = [];
      for (const { id, networkId, name, scope } of cohorts) {
        const structures = await this.spaces.structuresOf(tx, id);
        cards.push({
          id, networkId, name, scope,
          networkName: await this.networkName(tx, networkId),
          structureCount: structures.length,
          steps: (steps.get(id) ?? []).map(({ meeting, id: stepId, number, shortTitle, afterNumber }) => ({ id: stepId, number, shortTitle, afterNumber, state: meeting.state, startsAt: meeting.startsAt })),
        });
      }
      return cards;
    });
  }

  open(actor: Actor, cohortId: string): Promise<OutputOf<typeof openCohort>> {
    return this.database.transaction(actor, async (tx) => {
      const cohort = await this.cohorts.allowed(tx, actor, 'read', cohortId);
      const steps = (await this.reader.stepsOf(tx, [cohort.id])).get(cohort.id) ?? [];
      const structures = await this.reader.structuresOf(tx, actor, cohort.id);
      const mine = structures.find((structure) => structure.mine);
      const asked = await this.dates.tracks.inSpace(tx, actor, { spaceId: cohort.id, networkId: cohort.networkId });
      return {
        id: cohort.id,
        name: cohort.name,
        networkId: cohort.networkId,
        networkName: await this.networkName(tx, cohort.networkId),
        scope: cohort.scope,
        sponsorNames: await this.reader.sponsorsOf(tx, cohort),
        canEdit: canCohort(actor, 'edit', cohort),
        canCopy: canCohort(actor, 'copy', cohort),
        canSeeSurvey: canCohort(actor, 'see-survey', cohort),
        steps,
        homework: await this.homework.list(tx, cohort.id, steps, mine?.id ?? null),
        homeworkFor: mine ? { structureId: mine.id, name: mine.shortName ?? mine.name } : null,
        structures,
        polls: await this.dates.polls.inSpace(tx, actor, cohort.id),
        datesAsked: asked && { meetingIds: [...asked.meetingIds], awaitsMe: asked.awaitsMe },
      };
    });
  }

  /** Cohorts the actor may read, newest first; SQL filters by row-level security, the policy has the last word. */
  async visible(tx: Tx, actor: Actor, networkId?: string): Promise<CohortEntity[]> {
    const rows = await tx.getRepository(CohortEntity).find({ where: networkId ? { networkId } : {}, order: { createdAt: 'DESC' } });
    return rows.filter((row) => canCohort(actor, 'read', row));
  }

  private async networkName(tx: Tx, networkId: string): Promise<string> {
    return (await this.spaces.find(tx, networkId))?.name ?? '';
  }
}

