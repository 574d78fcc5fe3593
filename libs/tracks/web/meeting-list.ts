import { ChangeDetectionStrategy, Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MeetingLengthPipe } from '@cohorte/meetings/web';
import type { HomeworkItem, TrackStep } from '@cohorte/tracks/contract';
import { Button } from '@cohorte/ui/web/button';
import { DateTimePipe } from '@cohorte/ui/web/date.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';
import { MeetingHalves } from './meeting-halves';
import { inTrackOrder, stepAnchor } from './thread-stops';

/** Every meeting of the track in order, folded: state and date in sight, programme behind a press; animators act on each. */
@Component({
  selector: 'co-meeting-list',
  imports: [Button, DateTimePipe, Icon, MeetingHalves, MeetingLengthPipe, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './meeting-list.html',
  styleUrl: './meeting-list.css',
})
export class MeetingList {
  readonly steps = input.required<readonly TrackStep[]>();
  readonly homework = input<readonly HomeworkItem[]>([]);
  readonly canEdit = input(false);
  /** The step to show open, as the page's address names it. */
  readonly aimed = input<string | null>(null);
  readonly plan = output<TrackStep>();
  readonly cancelled = output<TrackStep>();
  readonly restored = output<TrackStep>();
  private readonly opened = signal<ReadonlySet<string>>(new Set());
  protected readonly rows = computed(() => {
    const ordered = inTrackOrder(this.steps());
    return ordered.map((step) => ({ step, anchor: stepAnchor(step, ordered), homework: this.homework().filter((item) => item.stepId === step.id) }));
  });

  constructor() {
    effect(() => {
      const aimed = this.aimed();
      if (aimed) untracked(() => this.opened.update((opened) => new Set([...opened, aimed])));
    });
  }

  protected isOpen(anchor: string): boolean {
    return this.opened().has(anchor);
  }

  protected toggle(anchor: string): void {
    this.opened.update((opened) => new Set(opened.has(anchor) ? [...opened].filter((one) => one !== anchor) : [...opened, anchor]));
  }
}
