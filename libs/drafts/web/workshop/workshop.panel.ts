import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Empty } from '@cohorte/ui/web/empty';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { handOverWorkshop } from '../../contract/workshop/workshop.contract';
import { WorkshopGroups } from './workshop-groups';
import { WorkshopJournal } from './workshop-journal';
import { WorkshopLead } from './workshop-lead';
import { WorkshopPart } from './workshop-part';
import { WorkshopStore } from './workshop.store';

/** The workshop beside the text: what leads it for its facilitator, one's own part for everyone. */
@Component({
  selector: 'co-workshop-panel',
  imports: [Button, Empty, Skeleton, TranslocoPipe, WorkshopGroups, WorkshopJournal, WorkshopLead, WorkshopPart],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (!store.isKnown()) {<co-skeleton [lines]="5" />}
    @else if (store.workshop(); as workshop) {
      <p class="who">{{ (store.isFacilitator() ? 'drafts.workshop.bar.youLead' : 'drafts.workshop.bar.led') | transloco: { name: workshop.facilitator.name } }}</p>
      @if (store.leads() && !store.isFacilitator()) {
        <p class="note">{{ 'drafts.workshop.take.note' | transloco }}</p>
        <button coButton size="small" type="button" (click)="takeOver()">{{ 'drafts.workshop.take.do' | transloco }}</button>
      }
      @if (store.isFacilitator()) {<co-workshop-lead />}
      @else {<co-workshop-part />}
      @if (store.leads()) {
        <co-workshop-groups />
        <co-workshop-journal />
        <button coButton variant="quiet" type="button" class="end" (click)="end()">{{ 'drafts.workshop.end.do' | transloco }}</button>
      }
    } @else if (store.mayStart()) {
      <p>{{ 'drafts.workshop.start.about' | transloco }}</p>
      <ul>
        @for (what of ['follow', 'groups', 'reading', 'timer']; track what) {<li>{{ 'drafts.workshop.start.' + what | transloco }}</li>}
      </ul>
      <button coButton variant="primary" type="button" [loading]="busy()" (click)="start()">{{ 'drafts.workshop.start.do' | transloco }}</button>
    } @else {
      <co-empty [heading]="'drafts.workshop.none.title' | transloco" [text]="'drafts.workshop.none.text' | transloco" />
    }
  `,
  styles: `
    :host { display: flex; flex-direction: column; align-items: stretch; gap: var(--co-space-4); font-size: var(--co-text-s); }
    ul { padding-left: 1.2em; display: grid; gap: var(--co-space-1); }
    .who { font-weight: 650; }
    .note { color: var(--co-soft); font-size: var(--co-text-xs); }
    .who + .note { margin-top: calc(-1 * var(--co-space-3)); }
    .end { align-self: flex-start; }
  `,
})
export class WorkshopPanel {
  protected readonly store = inject(WorkshopStore);
  private readonly dialogs = inject(Dialogs);
  private readonly transloco = inject(TranslocoService);
  protected readonly busy = signal(false);

  protected async start(): Promise<void> {
    this.busy.set(true);
    await this.store.start();
    this.busy.set(false);
  }

  protected takeOver(): void {
    void this.store.act(handOverWorkshop, { personId: this.store.me() });
  }

  protected async end(): Promise<void> {
    const words = (key: string): string => this.transloco.translate(`drafts.workshop.end.${key}`);
    const sure = await this.dialogs.confirm({ title: words('title'), text: words('text'), confirm: words('confirm'), cancel: words('stay') });
    if (sure) await this.store.end();
  }
}
