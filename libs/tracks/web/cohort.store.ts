import { inject, Injectable, signal } from '@angular/core';
import type { Meeting } from '@cohorte/meetings/contract';
import { ApiClient, ApiError } from '@cohorte/platform/web';
import {
  addCohortStructure, type CohortScope, type CohortStructure, type HomeworkItem, markHomework, openCohort, removeCohortStructure, renameCohort, type SchemeStage, setStage,
} from '@cohorte/tracks/contract';
import type { Cohort } from './cohort-view';

const invitationsMs = 2_500;

/** One cohort as its page shows it; what is felt at once is shown before the server has answered, and taken back if it refuses. */
@Injectable()
export class CohortStore {
  private readonly api = inject(ApiClient);
  private readonly shown = signal<Cohort | undefined>(undefined);
  private readonly failed = signal<unknown>(undefined);
  private id = '';
  readonly cohort = this.shown.asReadonly();
  readonly failure = this.failed.asReadonly();

  open(cohortId: string): Promise<void> {
    this.id = cohortId;
    this.shown.set(undefined);
    return this.reload();
  }

  /** What is already shown stays while the line is down; it goes when the reader may no longer see it. */
  async reload(): Promise<void> {
    const asked = this.id;
    this.failed.set(undefined);
    try {
      const cohort = await this.api.call(openCohort, { cohortId: asked });
      if (asked === this.id) this.shown.set(cohort);
    } catch (failure) {
      if (asked !== this.id) return;
      if (failure instanceof ApiError && failure.kind === 'not-found') this.shown.set(undefined);
      if (!this.shown()) this.failed.set(failure);
    }
  }

  meetingIs(meeting: Meeting): void {
    this.change((cohort) => ({ ...cohort, steps: cohort.steps.map((step) => (step.meeting.id === meeting.id ? { ...step, meeting } : step)) }));
    // Homework is due some days before its meeting: its days are the server's to say.
    void this.reload();
  }

  async markHomework(item: HomeworkItem, done: boolean, by: string): Promise<void> {
    const structureId = this.shown()?.homeworkFor?.structureId;
    if (!structureId) return;
    const mark = (doneBy: string | null, doneAt: string | null) =>
      this.change((cohort) => ({ ...cohort, homework: cohort.homework.map((one) => (one.id === item.id ? { ...one, doneBy, doneAt } : one)) }));
    mark(done ? by : null, done ? new Date().toISOString() : null);
    try {
      await this.api.call(markHomework, { cohortId: this.id, homeworkId: item.id, structureId, done });
    } catch (failure) {
      mark(item.doneBy, item.doneAt);
      throw failure;
    }
  }

  async setStage(structure: CohortStructure, stage: SchemeStage): Promise<void> {
    const show = (shown: SchemeStage) => this.change((cohort) => ({ ...cohort, structures: cohort.structures.map((one) => (one.id === structure.id ? { ...one, stage: shown } : one)) }));
    show(stage);
    try {
      await this.api.call(setStage, { cohortId: this.id, structureId: structure.id, stage });
    } catch (failure) {
      show(structure.stage);
      throw failure;
    }
  }

  async rename(name: string, scope: CohortScope): Promise<void> {
    await this.api.call(renameCohort, { cohortId: this.id, name, scope });
    this.change((cohort) => ({ ...cohort, name, scope }));
  }

  async addStructure(structureId: string, leadEmail?: string): Promise<void> {
    await this.api.call(addCohortStructure, { cohortId: this.id, structureId, ...(leadEmail && { leadEmail }) });
    await this.reload();
    if (leadEmail) this.reloadSoon();
  }

  /** Invitations are written just after the act that asked for them: a second look finds them. */
  reloadSoon(): void {
    setTimeout(() => void this.reload(), invitationsMs);
  }

  async removeStructure(structureId: string): Promise<void> {
    await this.api.call(removeCohortStructure, { cohortId: this.id, structureId });
    this.change((cohort) => ({ ...cohort, structures: cohort.structures.filter((structure) => structure.id !== structureId) }));
  }

  private change(apply: (cohort: Cohort) => Cohort): void {
    this.shown.update((cohort) => cohort && apply(cohort));
  }
}
