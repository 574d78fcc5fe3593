import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PollView } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Chip, type ChipTone } from '@cohorte/ui/web/chip';
import type { IconName } from '@cohorte/ui/web/icons';
import { PageHead } from '@cohorte/ui/web/page-head';
import { PollWords } from './poll-words';

const looks: Record<PollView['state'], { tone: ChipTone; icon: IconName }> = {
  draft: { tone: 'plain', icon: 'pencil' }, open: { tone: 'brick', icon: 'clock' }, closed: { tone: 'plain', icon: 'lock' },
  decided: { tone: 'green', icon: 'calendar-check' }, cancelled: { tone: 'plain', icon: 'x' },
};

/** What the poll is about and where it stands; once the date is set, that date before anything else. */
@Component({
  selector: 'co-poll-head',
  imports: [Banner, Chip, PageHead],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let poll = view();
    <co-page-head [heading]="poll.title" [subtitle]="about()">
      <co-chip coState [tone]="look().tone" [icon]="look().icon">{{ state() }}</co-chip>
      @if (poll.note) {<p class="note">{{ poll.note }}</p>}
      <ng-container coActions><ng-content select="[coActions]" /></ng-container>
      <ng-container coMore><ng-content select="[coMore]" /></ng-container>
    </co-page-head>
    @if (poll.decided) {<co-banner tone="done" [heading]="words.say('decidedTitle', { when: when() })">{{ words.say('decidedText') }} <ng-content select="[coDecided]" /></co-banner>}
    @else if (poll.state === 'closed') {<co-banner tone="info">{{ words.say(poll.closedReason === 'auto' ? 'closedAlone' : 'closedByHand') }}</co-banner>}
    @else if (poll.state === 'cancelled') {<co-banner tone="info">{{ words.say('cancelledText') }}</co-banner>}
  `,
  styles: `
    :host { display: block; }
    .note { margin-top: var(--co-space-3); max-width: 68ch; white-space: pre-line; overflow-wrap: anywhere; }
    co-banner { margin-bottom: var(--co-space-5); }
  `,
})
export class PollHead {
  readonly view = input.required<PollView>();
  protected readonly words = inject(PollWords);
  protected readonly look = computed(() => looks[this.view().state]);
  protected readonly when = computed(() => this.words.moment(this.view().decided?.startsAt ?? '', this.view().zone));
  protected readonly state = computed(() => this.words.say(`states.${this.view().state}`, { until: this.words.moment(this.view().closesAt, this.view().zone) }));
  protected readonly about = computed(() => {
    const { meetingTitle, title, zone, spaceName } = this.view();
    return [meetingTitle === title ? '' : meetingTitle, this.words.zone(zone), spaceName].filter(Boolean).join(' · ');
  });
}
