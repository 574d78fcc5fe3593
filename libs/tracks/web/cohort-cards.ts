import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CohortCard, nextStep } from '@cohorte/tracks/contract';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Thread } from '@cohorte/ui/web/thread';
import type { ThreadStop } from '@cohorte/ui/web/thread-stop';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { inTrackOrder, stationDay, threadStops } from './thread-stops';

interface DrawnCohort {
  readonly card: CohortCard;
  readonly stops: readonly ThreadStop[];
  readonly held: number;
  readonly total: number;
  readonly next: string;
}

/** Cohorts as threads, each leading to its page. */
@Component({
  selector: 'co-cohort-cards',
  imports: [CountPipe, RouterLink, Thread, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul role="list" *transloco="let t; prefix: 'tracks'">
      @for (drawn of drawnCohorts(); track drawn.card.id) {
        <li>
          @switch (level()) {
            @case (2) {<h2><a [routerLink]="['/parcours', drawn.card.id]">{{ drawn.card.name }}</a></h2>}
            @default {<h3><a [routerLink]="['/parcours', drawn.card.id]">{{ drawn.card.name }}</a></h3>}
          }
          <co-thread size="list" [stops]="drawn.stops" [label]="t('cohort.thread', { name: drawn.card.name })" />
          <p>
            @if (drawn.held === drawn.total && drawn.total > 0) {<span>{{ t('progress.finished') }}</span>} @else {
              <span>@if (drawn.held === 0) {{{ t('progress.none') }}} @else {{{ drawn.held | coCount: { one: t('progress.held.one', drawn), other: t('progress.held.other', drawn) } }}}</span>
              @if (drawn.next) {<span>{{ drawn.next }}</span>}
            }
          </p>
          <p class="where"><span>{{ drawn.card.networkName }}</span><span>{{ drawn.card.structureCount | coCount: { one: t('list.structures.one'), other: t('list.structures.other') } }}</span></p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); gap: var(--co-gap); }
    li { position: relative; display: grid; gap: var(--co-space-3); align-content: start; min-width: 0; padding: var(--co-card-pad); background: var(--co-surface); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); transition: border-color var(--co-quick) var(--co-ease); }
    li:hover { border-color: var(--co-green); }
    h2, h3 { font-size: var(--co-text-m); }
    a { color: var(--co-ink); text-decoration: none; }
    a::after { content: ''; position: absolute; inset: 0; border-radius: var(--co-radius-card); }
    a:focus-visible { outline: none; }
    a:focus-visible::after { outline: 2px solid var(--co-green); outline-offset: 2px; }
    p { display: flex; flex-wrap: wrap; }
    p span:not(:last-child)::after { content: '·'; margin: 0 0.4em; color: var(--co-soft); }
    .where { color: var(--co-soft); font-size: var(--co-text-xs); }
    @media print { li { break-inside: avoid; } }
  `,
})
export class CohortCards {
  readonly cohorts = input.required<readonly CohortCard[]>();
  readonly level = input<2 | 3>(2);
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly drawnCohorts = computed(() => this.cohorts().map((card) => this.draw(card)));

  private draw(card: CohortCard): DrawnCohort {
    const language = this.ui.language();
    const steps = inTrackOrder(card.steps);
    const main = steps.filter((step) => step.number !== null);
    const next = nextStep(steps);
    const say = (key: string, values = {}): string => this.transloco.translate(`tracks.${key}`, values);
    const day = (startsAt: string | number | Date): string => stationDay(startsAt, language);
    return {
      card,
      stops: threadStops(steps, { day, undated: say('undated') }),
      held: main.filter((step) => step.state === 'held').length,
      total: main.length,
      next: !next ? '' : next.startsAt ? say('progress.nextDated', { when: day(next.startsAt) }) : say('progress.nextUndated'),
    };
  }
}
