import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { addCohortStructure, createCohort, listCohorts, listMySteps, listTemplates, markHomework, openCohort, removeCohortStructure, renameCohort, setStage, trackTemplates } from '../contract';
import { planOf } from './cohort-plan';
import { CohortQueries } from './cohort.queries';
import { CohortService } from './cohort.service';
import { HomeworkService } from './homework.service';
import { PersonalStepQueries } from './personal-steps.queries';
import { SchemeService } from './scheme.service';

/** Cohorts over HTTP. */
@Controller()
export class CohortController {
  constructor(
    private readonly cohorts: CohortService,
    private readonly queries: CohortQueries,
    private readonly homework: HomeworkService,
    private readonly schemes: SchemeService,
    private readonly personal: PersonalStepQueries,
  ) {}

  @Implements(listTemplates)
  async templates() {
    const steps = (template: (typeof trackTemplates)[number]) => planOf(template).map(({ number, shortTitle, afterNumber, meeting }) => ({ number, shortTitle, afterNumber, title: meeting.title }));
    return { templates: trackTemplates.map((template) => ({ code: template.code, name: template.name, summary: template.summary, steps: steps(template) })) };
  }

  @Implements(createCohort)
  create(actor: Actor, input: InputOf<typeof createCohort>) {
    return this.cohorts.create(actor, input);
  }

  @Implements(listCohorts)
  async list(actor: Actor, input: InputOf<typeof listCohorts>) {
    return { cohorts: await this.queries.list(actor, input) };
  }

  @Implements(openCohort)
  open(actor: Actor, input: InputOf<typeof openCohort>) {
    return this.queries.open(actor, input.cohortId);
  }

  @Implements(renameCohort)
  async rename(actor: Actor, input: InputOf<typeof renameCohort>) {
    await this.cohorts.rename(actor, input);
    return {};
  }

  @Implements(addCohortStructure)
  async addStructure(actor: Actor, input: InputOf<typeof addCohortStructure>) {
    await this.cohorts.addStructure(actor, input);
    return {};
  }

  @Implements(removeCohortStructure)
  async removeStructure(actor: Actor, input: InputOf<typeof removeCohortStructure>) {
    await this.cohorts.removeStructure(actor, input);
    return {};
  }

  @Implements(setStage)
  async stage(actor: Actor, input: InputOf<typeof setStage>) {
    await this.schemes.setStage(actor, input);
    return {};
  }

  @Implements(markHomework)
  async mark(actor: Actor, input: InputOf<typeof markHomework>) {
    await this.homework.mark(actor, input);
    return {};
  }

  @Implements(listMySteps)
  async mySteps(actor: Actor) {
    return { steps: await this.personal.list(actor) };
  }
}
