import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { CombinationView } from '@cohorte/scheduling/contract';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import type { IconName } from '@cohorte/ui/web/icons';
import { Thread } from '@cohorte/ui/web/thread';
import { isLoss, isWarning, type Named, numberOf, reasonWords } from './combination-words';
import { trackStops } from './track-stops';
import { TrackWords } from './track-words';

const places = ['best', 'second', 'third'] as const;

/** One combination of dates: when, how many come, and what is worth knowing before keeping it. */
@Component({
  selector: 'co-combination-card',
  imports: [Button, Icon, Thread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <h3 [id]="'combination-' + place()">{{ words.say('combinations.' + names[place()]) }}</h3>
      <p class="share" [title]="words.say('combinations.shareHelp')">{{ words.say('combinations.share', { share: combination().share }) }}</p>
    </header>
    <co-thread size="list" [stops]="stops()" [label]="words.say('thread', { name: words.say('combinations.' + names[place()]) })" />
    <ol role="list" class="dates">
      @for (date of dates(); track date.meetingId) {
        <li>
          <span class="mark" aria-hidden="true">{{ date.number }}</span>
          <span><span class="co-hidden">{{ words.say('meeting', { number: date.number }) }} : </span><strong>{{ date.when }}</strong><span class="present">{{ date.present }}</span></span>
        </li>
      }
    </ol>
    <ul role="list" class="reasons">
      @for (reason of reasons(); track reason.text) {<li [class]="reason.tone"><co-icon [name]="reason.icon" size="small" /><span>{{ reason.text }}</span></li>}
    </ul>
    @if (canKeep()) {<button coButton type="button" [variant]="place() === 0 ? 'primary' : 'secondary'" [attr.aria-describedby]="'combination-' + place()" (click)="kept.emit()"><co-icon name="calendar-check" />{{ words.say('combinations.keep') }}</button>}
  `,
  styles: `
    :host { display: flex; flex-direction: column; gap: var(--co-space-4); min-width: 0; padding: var(--co-card-pad); background: var(--co-surface); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); }
    :host(.best) { border: 2px solid var(--co-green); padding: calc(var(--co-card-pad) - 1px); }
    header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 var(--co-space-3); }
    .share { color: var(--co-soft); font-variant-numeric: tabular-nums; }
    ol, ul { display: grid; gap: var(--co-space-3); padding: 0; }
    .dates li { display: grid; grid-template-columns: 28px minmax(0, 1fr); gap: var(--co-space-3); }
    .mark { display: grid; place-items: center; width: 28px; height: 28px; border: 2px solid var(--co-green); border-radius: 50%; color: var(--co-green); font-size: var(--co-text-xs); font-weight: 700; }
    strong { display: block; }
    strong::first-letter { text-transform: uppercase; }
    .present { color: var(--co-soft); font-size: var(--co-text-xs); }
    .reasons { flex: 1; align-content: start; gap: var(--co-space-2); padding-top: var(--co-space-3); border-top: 1px solid var(--co-hairline); font-size: var(--co-text-xs); }
    .reasons li { display: grid; grid-template-columns: 18px minmax(0, 1fr); gap: var(--co-space-2); color: var(--co-soft); }
    .reasons .loss { color: var(--co-brick); font-weight: 650; }
    .reasons .warning { color: var(--co-amber); }
    .reasons .good { color: var(--co-green); font-weight: 650; }
    co-icon { margin-top: 1px; }
  `,
  host: { role: 'group', '[attr.aria-labelledby]': "'combination-' + place()", '[class.best]': 'place() === 0' },
})
export class CombinationCard {
  readonly combination = input.required<CombinationView>();
  readonly place = input.required<number>();
  readonly named = input.required<Named>();
  readonly zone = input.required<string>();
  readonly canKeep = input(false);
  readonly kept = output();
  protected readonly words = inject(TrackWords);
  protected readonly names = places;
  protected readonly dates = computed(() =>
    this.combination().dates.map(({ meetingId, startsAt, sure, ifNeedBe, lost }) => {
      const total = sure.length + ifNeedBe.length + lost.length;
      return { meetingId, number: numberOf(this.named(), meetingId), when: this.words.momentBoth(startsAt, this.zone()), present: this.words.count(sure.length + ifNeedBe.length, 'combinations.present', { total }) };
    }));
  protected readonly stops = computed(() => trackStops(this.named().page.meetings, this.words, { zone: this.zone(), proposed: new Map(this.combination().dates.map((date) => [date.meetingId, date.startsAt])) }));
  protected readonly reasons = computed(() =>
    this.combination().reasons.map((reason) => {
      const tone = isLoss(reason) ? 'loss' : isWarning(reason) ? 'warning' : reason.kind === 'everyone' ? 'good' : 'plain';
      const icon: IconName = tone === 'loss' ? 'user-minus' : tone === 'warning' ? 'triangle-alert' : tone === 'good' ? 'circle-check' : reason.kind === 'gap' ? 'calendar-days' : 'info';
      return { tone, icon, text: reasonWords(reason, this.words, this.named()) };
    }));
}
