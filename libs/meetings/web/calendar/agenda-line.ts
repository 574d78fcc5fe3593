import { booleanAttribute, ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaEntry } from '@cohorte/meetings/contract';
import { Chip } from '@cohorte/ui/web/chip';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AgendaWords } from './agenda-words';

/** One entry of a day: its hour, its title, how one stands; said by shape and word, never by colour alone. */
@Component({
  selector: 'co-agenda-line',
  imports: [Chip, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.calendar'">
      @if (entry().path; as path) {
        <a [routerLink]="path" [class]="look()" [tabindex]="reachable() ? 0 : -1">
          <span class="hour">{{ entry().allDay ? t('allDay') : compact() ? words().hour(entry().startsAt) : words().hours(entry()) }}</span>
          <span class="title">{{ entry().title }}</span>
          @if (compact()) {@if (state(); as said) {<span class="state">({{ t('standing.' + said) }})</span>}}
          @else if (entry().spaceName) {<span class="where">{{ entry().spaceName }}</span>}
        </a>
        @if (!compact() && state(); as said) {<co-chip [tone]="said === 'cancelled' ? 'brick' : said === 'tentative' ? 'amber' : 'plain'" [shape]="said === 'tentative' ? 'dashed' : 'ring'">{{ t('standing.' + said) }}</co-chip>}
      } @else {
        <span class="holiday">{{ entry().title }}</span>
      }
    </ng-container>
  `,
  styles: `
    :host { display: flex; align-items: flex-start; gap: var(--co-space-3); min-width: 0; }
    a { display: grid; flex: 1; grid-template-columns: 8.5rem 1fr; gap: 0 var(--co-space-3); min-width: 0; min-height: 44px; padding: var(--co-space-2) var(--co-space-3); border-left: 4px solid var(--co-green); border-radius: var(--co-radius); color: var(--co-ink); text-decoration: none; }
    a:hover { background: var(--co-sunk); }
    .tentative { border-left-style: dashed; border-left-color: var(--co-amber); }
    .declined, .other { border-left-color: var(--co-edge); }
    .cancelled { border-left-color: var(--co-brick); }
    .cancelled .title { text-decoration: line-through; }
    .hour { color: var(--co-soft); font-variant-numeric: tabular-nums; }
    .title { font-weight: 600; overflow-wrap: anywhere; }
    .where { grid-column: 2; color: var(--co-soft); font-size: var(--co-text-s); }
    .holiday { color: var(--co-soft); font-size: var(--co-text-s); }
    co-chip { flex: none; margin-top: var(--co-space-2); }
    :host(.compact) { display: block; }
    :host(.compact) a { display: block; min-height: 24px; margin-bottom: 2px; padding: 1px 4px; border-left-width: 3px; background: var(--co-green-wash); font-size: var(--co-text-xs); line-height: 1.35; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
    :host(.compact) a.tentative { background: var(--co-amber-wash); }
    :host(.compact) a.declined, :host(.compact) a.other { background: var(--co-sunk); }
    :host(.compact) a.cancelled { background: var(--co-brick-wash); }
    :host(.compact) .hour { margin-right: 4px; color: inherit; font-weight: 650; }
    :host(.compact) .title { font-weight: 400; }
    :host(.compact) .holiday { display: block; font-size: var(--co-text-xs); line-height: 1.3; }
    @media (max-width: 700px) {
      a { grid-template-columns: 1fr; }
      .where { grid-column: 1; }
      :host(.compact) .hour, :host(.compact) .state { display: none; }
      :host(.compact) a { -webkit-line-clamp: 1; }
      :host(.compact) .holiday { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    }
  `,
  host: { '[class.compact]': 'compact()' },
})
export class AgendaLine {
  readonly entry = input.required<AgendaEntry>();
  readonly words = input.required<AgendaWords>();
  readonly compact = input(false, { transform: booleanAttribute });
  /** In a grid only the lines of the day in focus are stops of the keyboard. */
  readonly reachable = input(true);
  /** What must be said beside the title; taking part goes without saying. */
  protected readonly state = computed(() => (this.entry().cancelled ? 'cancelled' : this.entry().standing === 'registered' ? null : this.entry().standing));
  protected readonly look = computed(() => (this.entry().cancelled ? 'cancelled' : this.entry().standing));
}
