import { MeetingService } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, Events, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type addCohortStructure, canCohort, type CohortAction, canOpenCohort, type createCohort, type removeCohortStructure, type renameCohort, trackTemplate } from '../contract';
import { type PlannedStep, planOf } from './cohort-plan';
import { CohortEntity } from './cohort.entity';
import { HomeworkEntity } from './homework.entity';
import { SchemeService } from './scheme.service';
import { StepEntity } from './step.entity';
import { cohortOpened, leadWanted } from './tracks.events';

type Newcomer = InputOf<typeof createCohort>['structures'][number];
/** A cohort to open, whatever its track is made from. */
type CohortOpening = InputOf<typeof createCohort> & { readonly templateVersion: number };

/** Use cases of cohorts: opened from a template, renamed, joined and left by structures. */
@Injectable()
export class CohortService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly spaces: Spaces,
    private readonly meetings: MeetingService,
    private readonly schemes: SchemeService,
  ) {}

  async create(actor: Actor, input: InputOf<typeof createCohort>): Promise<{ cohortId: string }> {
    if (!canOpenCohort(actor, input.networkId)) {
      throw actor.roles.some((held) => held.spaceId === input.networkId) ? new AppError('forbidden', 'tracks.animators-only') : new AppError('not-found', 'tracks.network-unknown');
    }
    return this.database.transaction(actor, (tx) => this.openIn(tx, actor.personId, input));
  }

  /** Opens the cohort in the caller's transaction, the caller having checked who may; `dates` holds meetings already dated. */
  async openIn(tx: Tx, by: string, input: InputOf<typeof createCohort>, dates?: ReadonlyMap<number, Date>): Promise<{ cohortId: string }> {
    const template = trackTemplate(input.templateCode);
    if (!template) throw new AppError('bad-input', 'tracks.template-unknown', {}, { templateCode: 'not-in-list' });
    const { networkId } = input;
    return this.begin(tx, by, { ...input, templateVersion: template.version }, (spaceId) => this.layTrack(tx, { spaceId, networkId }, planOf(template, dates)));
  }

  /** The same, with meetings laid by the caller. */
  async begin(tx: Tx, by: string, { structures, ...opening }: CohortOpening, layTrack: (spaceId: string) => Promise<void>): Promise<{ cohortId: string }> {
    const former = await this.alreadyOpened(tx, opening.requestId);
    if (former && (former.createdBy !== by || former.networkId !== opening.networkId)) throw new AppError('conflict', 'tracks.request-used');
    if (former) return { cohortId: former.id };
    const { networkId, name } = opening;
    const id = await this.spaces.createCohortSpace(tx, { networkId, name });
    const cohort = { ...opening, id, createdBy: by, createdAt: this.clock.now() };
    await tx.getRepository(CohortEntity).insert(cohort);
    await layTrack(id);
    for (const newcomer of structures) await this.takeIn(tx, by, cohort, newcomer);
    await this.events.publish(tx, cohortOpened, { cohortId: id, networkId });
    return { cohortId: id };
  }

  rename(actor: Actor, input: InputOf<typeof renameCohort>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const cohort = await this.allowed(tx, actor, 'edit', input.cohortId);
      await tx.getRepository(CohortEntity).update({ id: cohort.id }, { name: input.name, scope: input.scope });
      await this.spaces.renameCohortSpace(tx, cohort.id, input.name);
    });
  }

  addStructure(actor: Actor, input: InputOf<typeof addCohortStructure>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const cohort = await this.allowed(tx, actor, 'add-structure', input.cohortId);
      await this.takeIn(tx, actor.personId, cohort, input);
    });
  }

  removeStructure(actor: Actor, input: InputOf<typeof removeCohortStructure>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const cohort = await this.allowed(tx, actor, 'add-structure', input.cohortId);
      const left = await this.spaces.removeStructureFromSpace(tx, cohort.id, input.structureId);
      if (!left) throw new AppError('not-found', 'tracks.structure-not-in-cohort');
    });
  }

  /** The cohort, if the actor may do this to it; what must not be known of answers «not found». */
  async allowed(tx: Tx, actor: Actor, action: CohortAction, cohortId: string): Promise<CohortEntity> {
    const cohort = await tx.getRepository(CohortEntity).findOneBy({ id: cohortId });
    if (!cohort || !canCohort(actor, 'read', cohort)) throw new AppError('not-found', 'tracks.cohort-unknown');
    if (canCohort(actor, action, cohort)) return cohort;
    if (action === 'see-survey') throw new AppError('forbidden', 'tracks.survey-not-yours');
    throw new AppError('forbidden', 'tracks.animators-only');
  }

  /** Locks the request's id for the transaction: of two clicks at once, the second waits and finds the first one's cohort. */
  private async alreadyOpened(tx: Tx, requestId: string): Promise<CohortEntity | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('tracks.request:' || $1, 0))`, [requestId]);
    return asSystem(tx, 'tracks', () => tx.getRepository(CohortEntity).findOneBy({ requestId }));
  }

  private async layTrack(tx: Tx, place: { spaceId: string; networkId: string }, plan: readonly PlannedStep[]): Promise<void> {
    const meetingIds = await this.meetings.planSeries(tx, place, plan.map((step) => step.meeting));
    for (const [position, { number, afterNumber, shortTitle, halves, homework }] of plan.entries()) {
      const stepId = newId();
      const step = { id: stepId, cohortId: place.spaceId, meetingId: meetingIds[position] as string, position, number, afterNumber, shortTitle, halves };
      await tx.getRepository(StepEntity).insert(step);
      const items = homework.map((item, order) => ({ ...item, id: newId(), cohortId: place.spaceId, stepId, position: order }));
      if (items.length > 0) await tx.getRepository(HomeworkEntity).insert(items);
    }
  }

  private async takeIn(tx: Tx, by: string, cohort: { id: string; networkId: string }, newcomer: Newcomer): Promise<void> {
    const structure = await this.spaces.find(tx, newcomer.structureId);
    if (structure?.kind !== 'structure' || !structure.networkIds.includes(cohort.networkId)) throw new AppError('not-found', 'tracks.structure-unknown');
    const joined = await this.spaces.addStructureToSpace(tx, cohort.id, newcomer.structureId);
    if (!joined) throw new AppError('conflict', 'tracks.structure-already-in', { name: structure.name });
    await this.schemes.begin(tx, { structureId: newcomer.structureId, structureName: structure.name, by });
    const { leadEmail } = newcomer;
    if (leadEmail) await this.events.publish(tx, leadWanted, { structureId: newcomer.structureId, email: leadEmail, invitedBy: by });
  }
}
