import type { DocumentNode } from '@cohorte/drafts/contract';
import { DraftService } from '@cohorte/drafts/server';
import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, Events, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canSpeakFor, type SchemeStage, type setStage } from '../contract';
import { CohortEntity } from './cohort.entity';
import { SchemeEntity } from './scheme.entity';
import { stageChanged } from './tracks.events';

export interface NewScheme {
  readonly structureId: string;
  readonly structureName: string;
  readonly by: string;
  /** A scheme begun elsewhere: its text instead of the outline, its title, how far it is. */
  readonly content?: DocumentNode;
  readonly title?: string;
  readonly stage?: SchemeStage;
}

/** The scheme each structure writes: one draft made once, and its stage as the structure tells it. */
@Injectable()
export class SchemeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly drafts: DraftService,
  ) {}

  /** Makes the structure's draft unless another cohort did before; the animator who opens a cohort never gets to read it. */
  async begin(tx: Tx, scheme: NewScheme): Promise<void> {
    await asSystem(tx, 'tracks', async () => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('tracks.scheme:' || $1, 0))`, [scheme.structureId]);
      const schemes = tx.getRepository(SchemeEntity);
      if (await schemes.existsBy({ structureId: scheme.structureId })) return;
      const draftId = await this.drafts.createFrom(tx, {
        kind: 'spaser',
        title: scheme.title ?? `SPASER – ${scheme.structureName}`,
        ownerSpaceId: scheme.structureId,
        ...(scheme.content ? { content: scheme.content } : {}),
      });
      await schemes.insert({ structureId: scheme.structureId, draftId, stage: scheme.stage ?? 'not-started', stageBy: scheme.by, stageAt: this.clock.now() });
    });
  }

  setStage(actor: Actor, input: InputOf<typeof setStage>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const cohort = await tx.getRepository(CohortEntity).findOneBy({ id: input.cohortId });
      const scheme = cohort && (await tx.getRepository(SchemeEntity).findOneBy({ structureId: input.structureId }));
      if (!cohort || !scheme) throw new AppError('not-found', 'tracks.structure-not-in-cohort');
      if (!canSpeakFor(actor, input.structureId, cohort)) throw new AppError('forbidden', 'tracks.not-your-structure');
      await tx.getRepository(SchemeEntity).update({ structureId: input.structureId }, { stage: input.stage, stageBy: actor.personId, stageAt: this.clock.now() });
      await this.events.publish(tx, stageChanged, { structureId: input.structureId, stage: input.stage });
    });
  }

  async ofStructures(tx: Tx, structureIds: readonly string[]): Promise<Map<string, SchemeEntity>> {
    if (structureIds.length === 0) return new Map();
    const found = await tx.getRepository(SchemeEntity).createQueryBuilder('s').where('s.structure_id = ANY(:ids)', { ids: [...structureIds] }).getMany();
    return new Map(found.map((scheme) => [scheme.structureId, scheme]));
  }
}
