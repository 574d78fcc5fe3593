import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Chip } from '@cohorte/ui/web/chip';
import { PageHead } from '@cohorte/ui/web/page-head';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MeetingPage } from '../../contract';
import { phaseLooks } from './meeting-glance';

/** What it is and where it stands, over the page of a meeting; acts are projected. */
@Component({
  selector: 'co-meeting-head',
  imports: [Chip, PageHead, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-page-head *transloco="let t; prefix: 'meetings'" [heading]="meeting().title">
      <div coState class="state">
        <co-chip [tone]="look().tone" [shape]="look().shape">{{ t('phases.' + meeting().phase) }}</co-chip>
        <span>{{ t('kinds.' + meeting().kind) }} · {{ t('formats.' + meeting().format) }}</span>
      </div>
      <ng-content select="[coMore]" ngProjectAs="[coMore]" />
      <ng-content select="[coActions]" ngProjectAs="[coActions]" />
    </co-page-head>
  `,
  styles: `.state { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-1) var(--co-space-3); color: var(--co-soft); font-size: var(--co-text-xs); }`,
})
export class MeetingHead {
  readonly meeting = input.required<MeetingPage>();
  protected readonly look = computed(() => phaseLooks[this.meeting().phase]);
}
