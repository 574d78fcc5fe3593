import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { timeLeft } from '../../contract/workshop/workshop';
import { clockWords, isShort } from './workshop-clock';
import { WorkshopStore } from './workshop.store';

/** Oftener than each second, so that none is skipped. */
const tickEvery = 250;

/** The time left of the workshop's timer, counted on the server's clock. */
@Component({
  selector: 'co-workshop-timer',
  imports: [Icon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (timer(); as timer) {
      <span class="clock" role="timer" aria-live="off" [class.short]="isShort()" [class.held]="timer.endsAt === null">
        <co-icon name="clock" size="small" /><span class="co-hidden">{{ 'drafts.workshop.timer.label' | transloco }} </span>
        @if (seconds() === 0) {{{ 'drafts.workshop.timer.over' | transloco }}} @else {{{ words() }}}
        @if (timer.endsAt === null) {<span class="word">{{ 'drafts.workshop.timer.held' | transloco }}</span>}
      </span>
    }
  `,
  styles: `
    :host { display: contents; }
    .clock { display: inline-flex; align-items: center; justify-self: start; gap: 6px; flex: none; padding: 2px 10px; border: 1px solid var(--co-hairline); border-radius: 14px; background: var(--co-surface); color: var(--co-ink);
      font-size: var(--co-text-s); font-weight: 650; font-variant-numeric: tabular-nums; line-height: 1.5; white-space: nowrap; }
    .short { background: var(--co-brick-wash); border-color: transparent; color: var(--co-brick); }
    .held { border-style: dashed; color: var(--co-soft); }
    @media (max-width: 700px) { :host-context(.head) .clock { order: 3; } .word { display: none; } }
    @media print { :host { display: none; } }
  `,
})
export class WorkshopTimerClock {
  private readonly store = inject(WorkshopStore);
  protected readonly timer = computed(() => this.store.workshop()?.timer ?? null);
  /** Whole seconds left, the one that runs included. */
  protected readonly seconds = signal(0);
  protected readonly words = computed(() => clockWords(this.seconds()));
  protected readonly isShort = computed(() => isShort(this.seconds()));
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    effect(() => {
      const timer = this.timer();
      clearInterval(this.ticking);
      this.count();
      if (timer?.endsAt) this.ticking = setInterval(() => this.count(), tickEvery);
    });
    inject(DestroyRef).onDestroy(() => clearInterval(this.ticking));
  }

  private count(): void {
    const timer = this.timer();
    this.seconds.set(timer ? Math.ceil(timeLeft(timer, this.store.now()) / 1_000) : 0);
    if (timer?.endsAt && this.seconds() === 0) clearInterval(this.ticking);
  }
}
