import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import type { Meeting } from '@cohorte/meetings/contract';
import { MeetingPlanner } from '@cohorte/meetings/web';
import { IdentityStore } from '@cohorte/identity/web';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { getNetwork } from '@cohorte/networks/contract';
import type { CohortStructure, HomeworkItem, SchemeStage, TrackStep } from '@cohorte/tracks/contract';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoService } from '@jsverse/transloco';
import { shownName } from './cohort-view';
import { CohortStore } from './cohort.store';

/** What a reader does on a cohort's page: each act says what it did and offers the way back. */
@Injectable()
export class CohortActs {
  private readonly api = inject(ApiClient);
  private readonly store = inject(CohortStore);
  private readonly planner = inject(MeetingPlanner);
  private readonly identity = inject(IdentityStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);

  plan(step: TrackStep): void {
    void this.planner.plan(step.meeting, (meeting) => this.meetingTold(meeting));
  }

  cancel(step: TrackStep): void {
    void this.planner.cancel(step.meeting, (meeting) => this.meetingTold(meeting));
  }

  restore(step: TrackStep): void {
    void this.planner.restore(step.meeting, (meeting) => this.meetingTold(meeting));
  }

  async mark(item: HomeworkItem, done: boolean): Promise<void> {
    const by = this.identity.person()?.name ?? '';
    const marked = await this.attempt(() => this.store.markHomework(item, done, by));
    if (marked) this.toasts.show(this.say(done ? 'homework.checked' : 'homework.unchecked', { title: item.title }), { undo: async () => void (await this.attempt(() => this.store.markHomework({ ...item, doneBy: done ? by : null, doneAt: done ? new Date().toISOString() : null }, !done, by))) });
  }

  async stage(structure: CohortStructure, stage: SchemeStage): Promise<void> {
    if (stage === structure.stage) return;
    const set = await this.attempt(() => this.store.setStage(structure, stage));
    const words = this.say('structures.stageChanged', { name: shownName(structure), stage: this.say(`stages.${stage}`) });
    if (set) this.toasts.show(words, { undo: async () => void (await this.attempt(() => this.store.setStage({ ...structure, stage }, structure.stage))) });
  }

  async remove(structure: CohortStructure): Promise<void> {
    const name = shownName(structure);
    const agreed = await this.dialogs.confirm({ title: this.say('structures.removeTitle', { name }), text: this.say('structures.removeText'), confirm: this.say('structures.remove'), danger: true });
    if (!agreed) return;
    const gone = await this.attempt(() => this.store.removeStructure(structure.id));
    if (gone) this.toasts.show(this.say('structures.removed', { name }), { undo: async () => void (await this.attempt(() => this.store.addStructure(structure.id))) });
  }

  async rename(): Promise<void> {
    const { RenameCohortDialog } = await import('./rename-cohort.dialog');
    const cohort = this.store.cohort();
    if (cohort) this.dialogs.open(RenameCohortDialog, { cohort, store: this.store });
  }

  async addStructure(): Promise<void> {
    const cohort = this.store.cohort();
    if (!cohort) return;
    await this.attempt(async () => {
      const [{ AddStructureDialog }, network] = await Promise.all([import('./add-structure.dialog'), this.api.call(getNetwork, { networkId: cohort.networkId })]);
      this.dialogs.open(AddStructureDialog, { cohort, network, store: this.store });
    });
  }

  async copyLink(): Promise<void> {
    const { location, navigator } = this.document.defaultView ?? {};
    const copied = await this.attempt(async () => navigator?.clipboard.writeText(`${location?.origin}${location?.pathname}`));
    if (copied) this.toasts.show(this.say('cohort.linkCopied'));
  }

  private meetingTold(meeting: Meeting | null): void {
    if (meeting) this.store.meetingIs(meeting);
    else void this.store.reload();
  }

  private async attempt(run: () => Promise<unknown>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      return false;
    }
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate(`tracks.${key}`, values);
  }
}
