import { ChangeDetectionStrategy, Component, effect, inject, resource, signal } from '@angular/core';
import { ApiClient } from '@cohorte/platform/web';
import { TranslocoPipe } from '@jsverse/transloco';
import type { WorkshopSignal } from '../../contract/workshop/workshop';
import { listWorkshopSignals } from '../../contract/workshop/workshop.contract';
import { WorkshopStore } from './workshop.store';

/** Signals whose subject is a section of the text. */
const ofSections = new Set(['locked', 'unlocked', 'called']);

/** What was signalled in the workshop, latest first, for whoever leads it. */
@Component({
  selector: 'co-workshop-journal',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details (toggle)="open.set($any($event.target).open)">
      <summary>{{ 'drafts.workshop.journal.title' | transloco }}</summary>
      <ol>
        @for (signal of signals.value() ?? []; track signal.id) {
          <li><time [attr.datetime]="signal.at">{{ hour(signal) }}</time> {{ signal.by.name }} {{ 'drafts.workshop.journal.' + signal.kind | transloco: { about: about(signal) } }}</li>
        }
      </ol>
    </details>
  `,
  styles: `
    summary { cursor: pointer; padding: var(--co-space-1) 0; font-weight: 650; }
    ol { display: grid; gap: var(--co-space-1); padding: 0; list-style: none; font-size: var(--co-text-xs); line-height: 1.45; }
    time { color: var(--co-soft); font-variant-numeric: tabular-nums; }
  `,
})
export class WorkshopJournal {
  private readonly api = inject(ApiClient);
  private readonly store = inject(WorkshopStore);
  protected readonly open = signal(false);
  protected readonly signals = resource({
    params: () => (this.open() ? this.store.draftId() : undefined),
    loader: ({ params }) => this.api.call(listWorkshopSignals, { draftId: params }).then((answer) => answer.signals),
  });

  constructor() {
    effect(() => {
      this.store.workshop();
      this.signals.reload();
    });
  }

  protected hour({ at }: WorkshopSignal): string {
    return new Date(at).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' });
  }

  protected about({ kind, about }: WorkshopSignal): string {
    return ofSections.has(kind) ? this.store.titleOf(about) : about;
  }
}
