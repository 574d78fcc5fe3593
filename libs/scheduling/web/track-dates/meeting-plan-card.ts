import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { DaysAndHours } from './days-and-hours';
import { RequiredChoice } from './required-choice';
import { RuleFields } from './rule-fields';
import { SlotCalendar } from './slot-calendar';
import { calendarOf, fromFieldId, type MeetingPlan, type MeetingSettings, settingsOf, slotsOf, type TrackDates, type TrackPlan, withDay } from './track-plan';
import { TrackWords } from './track-words';

/** One meeting of the plan: its period, its dates on a calendar, what sets it apart from the others. */
@Component({
  selector: 'co-meeting-plan-card',
  imports: [Button, Checkbox, DaysAndHours, Field, Icon, RequiredChoice, RuleFields, SlotCalendar, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <h3>{{ words.say('meeting', { number: card().number }) }}<span>{{ card().title }}</span></h3>
      <co-checkbox [label]="words.say('plan.include')" [checked]="meeting().included" (checkedChange)="changed.emit({ included: $event })" />
    </header>
    @if (meeting().included) {
      <div class="period">
        <co-field [label]="words.say('plan.from')" [fieldId]="fromId()" [error]="error()"><input coInput type="date" [value]="meeting().from" (change)="changed.emit({ from: $any($event.target).value })" /></co-field>
        <co-field [label]="words.say('plan.to')"><input coInput type="date" [value]="meeting().to" (change)="changed.emit({ to: $any($event.target).value })" /></co-field>
        <p class="count" aria-live="polite"><strong>{{ words.count(kept(), 'slots') }}</strong></p>
      </div>
      <div class="calendar" role="group" [attr.aria-label]="words.say('plan.calendar', { number: card().number })">
        <co-slot-calendar [from]="meeting().from" [to]="meeting().to" [slots]="all()" [except]="meeting().except" [calendar]="calendar()" (toggled)="strike($event)" />
        <p class="soft">{{ words.say('plan.calendarHelp') }}</p>
      </div>
      <details [open]="isOwn()">
        <summary>{{ words.say('plan.more') }}</summary>
        <div class="more">
          <co-days-and-hours [weekdays]="settings().weekdays" [times]="settings().times" [daysLabel]="words.say('plan.ownDays', card())" [timesLabel]="words.say('plan.ownTimes', card())" (changed)="own($event)" />
          <co-rule-fields [rules]="settings()" [total]="page().structures.length" (changed)="own($event)" />
          <co-required-choice [page]="page()" [required]="meeting().required" (changed)="changed.emit({ required: $event })" />
          @if (isOwn()) {<button coButton type="button" variant="quiet" (click)="changed.emit({ own: {} })"><co-icon name="undo-2" />{{ words.say('plan.sameAsAll') }}</button>}
        </div>
      </details>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-4); min-width: 0; padding: var(--co-card-pad); background: var(--co-surface); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); }
    :host(.out) { background: transparent; border-style: dashed; }
    header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: var(--co-space-2) var(--co-space-6); }
    h3 span { display: block; font-weight: 400; font-size: var(--co-text-s); color: var(--co-soft); }
    .period { display: grid; grid-template-columns: repeat(2, minmax(0, 170px)) 1fr; align-items: end; gap: var(--co-space-3) var(--co-space-4); }
    .count { padding-bottom: var(--co-space-2); }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); margin-top: var(--co-space-1); }
    summary { cursor: pointer; color: var(--co-green); font-weight: 650; min-height: 28px; }
    .more { display: grid; gap: var(--co-space-5); padding-top: var(--co-space-4); justify-items: start; }
    .more > :not(button) { width: 100%; }
    @media (max-width: 600px) { .period { grid-template-columns: repeat(2, minmax(0, 1fr)); } .count { grid-column: 1 / -1; padding: 0; } }
  `,
  host: { '[class.out]': '!meeting().included' },
})
export class MeetingPlanCard {
  readonly plan = input.required<TrackPlan>();
  readonly meeting = input.required<MeetingPlan>();
  readonly page = input.required<TrackDates>();
  readonly now = input.required<string>();
  readonly error = input('');
  readonly changed = output<Partial<MeetingPlan>>();
  protected readonly words = inject(TrackWords);
  protected readonly fromId = computed(() => fromFieldId(this.meeting().meetingId));
  protected readonly card = computed(() => {
    const { number = 0, title = '' } = this.page().meetings.find((one) => one.id === this.meeting().meetingId) ?? {};
    return { number, title };
  });
  protected readonly settings = computed(() => settingsOf(this.plan(), this.meeting()));
  protected readonly all = computed(() => slotsOf(this.plan(), this.meeting(), this.now(), { struck: true }));
  protected readonly kept = computed(() => slotsOf(this.plan(), this.meeting(), this.now()).length);
  protected readonly calendar = computed(() => calendarOf(this.plan()));
  protected readonly isOwn = computed(() => Object.keys(this.meeting().own).length > 0 || this.meeting().required.length > 0);

  protected strike(day: string): void {
    this.changed.emit(withDay(this.meeting(), day));
  }

  protected own(change: Partial<MeetingSettings>): void {
    this.changed.emit({ own: { ...this.meeting().own, ...change } });
  }
}
