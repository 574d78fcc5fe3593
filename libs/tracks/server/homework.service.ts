import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError, type InputOf, parisDay } from '@cohorte/platform/contract';
import { Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canSpeakFor, dueOn, type HomeworkItem, type markHomework, type TrackStep } from '../contract';
import { CohortService } from './cohort.service';
import { HomeworkEntity } from './homework.entity';

interface Mark {
  homework_id: string;
  person_id: string;
  done_at: Date;
}

/** What structures prepare between meetings. */
@Injectable()
export class HomeworkService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cohorts: CohortService,
    private readonly spaces: Spaces,
    private readonly people: People,
  ) {}

  /** Marking twice, or from two tabs, changes nothing more. */
  mark(actor: Actor, input: InputOf<typeof markHomework>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const cohort = await this.cohorts.allowed(tx, actor, 'read', input.cohortId);
      const item = await tx.getRepository(HomeworkEntity).findOneBy({ id: input.homeworkId, cohortId: cohort.id });
      const structures = await this.spaces.structuresOf(tx, cohort.id);
      if (!item || !structures.some((structure) => structure.id === input.structureId)) throw new AppError('not-found', 'tracks.homework-unknown');
      if (!canSpeakFor(actor, input.structureId, cohort)) throw new AppError('forbidden', 'tracks.not-your-structure');
      if (input.done) {
        await tx.query('INSERT INTO tracks_homework_mark (homework_id, structure_id, person_id, done_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
          item.id, input.structureId, actor.personId, this.clock.now(),
        ]);
      } else await tx.query('DELETE FROM tracks_homework_mark WHERE homework_id = $1 AND structure_id = $2', [item.id, input.structureId]);
    });
  }

  /** The homework of a cohort, with the marks of one structure if any. */
  async list(tx: Tx, cohortId: string, steps: readonly TrackStep[], structureId: string | null): Promise<HomeworkItem[]> {
    const items = await tx.getRepository(HomeworkEntity).find({ where: { cohortId } });
    const marks = structureId
      ? await tx.query<Mark[]>('SELECT homework_id, person_id, done_at FROM tracks_homework_mark WHERE structure_id = $1 AND homework_id = ANY ($2)', [structureId, items.map((item) => item.id)])
      : [];
    const names = await this.people.namesOf(tx, marks.map((mark) => mark.person_id));
    const place = new Map(steps.map((step, position) => [step.id, { step, position }]));
    return items
      .sort((a, b) => (place.get(a.stepId)?.position ?? 0) - (place.get(b.stepId)?.position ?? 0) || a.position - b.position)
      .map((item) => {
        const mark = marks.find((found) => found.homework_id === item.id);
        const startsAt = place.get(item.stepId)?.step.meeting.startsAt ?? null;
        return {
          id: item.id, stepId: item.stepId, title: item.title, text: item.body,
          dueOn: dueOn(startsAt && parisDay(startsAt), item.daysBefore),
          doneBy: mark ? (names.get(mark.person_id) ?? null) : null,
          doneAt: mark?.done_at.toISOString() ?? null,
        };
      });
  }
}
