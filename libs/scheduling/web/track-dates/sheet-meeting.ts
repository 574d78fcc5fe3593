import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { PollAnswer, TrackSheet } from '@cohorte/scheduling/contract';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { SlotAnswer } from './slot-answer';
import { TrackWords } from './track-words';

/** One meeting of the sheet: its dates under their days, each with its three answers. */
@Component({
  selector: 'co-sheet-meeting',
  imports: [Button, Chip, SlotAnswer],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <h2 [id]="headingId()" tabindex="-1">{{ words.say('meeting', { number: meeting().number }) }}<span>{{ meeting().title }}</span></h2>
      @if (meeting().decidedStartsAt; as kept) {<co-chip tone="green" icon="calendar-check">{{ words.say('answer.decided', { when: words.momentBoth(kept, zone()) }) }}</co-chip>}
      @else if (meeting().answered) {<co-chip tone="green" icon="check">{{ words.say('answer.answered') }}</co-chip>}
      @else {<co-chip tone="brick" icon="circle-dashed">{{ words.say('answer.toAnswer') }}</co-chip>}
    </header>
    @for (day of days(); track day.day) {
      <h3>{{ day.words }}</h3>
      @for (slot of day.slots; track slot.id) {<co-slot-answer [label]="slot.label" [theirs]="slot.theirs" [spoken]="slot.spoken" [answer]="slot.answer" [disabled]="disabled()" (answered)="answered.emit({ slotId: slot.id, answer: $event })" />}
    }
    @if (!disabled()) {<button coButton type="button" variant="quiet" [attr.aria-pressed]="meeting().noneFits" (click)="noneFits.emit()">{{ words.say('answer.none') }}</button>}
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-2); min-width: 0; padding: var(--co-card-pad); background: var(--co-surface); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); }
    header { display: flex; flex-wrap: wrap; align-items: start; justify-content: space-between; gap: var(--co-space-2) var(--co-space-4); }
    h2 span { display: block; font-weight: 400; font-size: var(--co-text-s); color: var(--co-soft); }
    h3 { margin-top: var(--co-space-3); font-size: var(--co-text-s); }
    h3::first-letter { text-transform: uppercase; }
    button { justify-self: start; margin-top: var(--co-space-2); }
    button[aria-pressed='true'] { color: var(--co-brick); border-color: var(--co-brick); background: var(--co-brick-wash); }
  `,
  host: { role: 'region', '[attr.aria-labelledby]': 'headingId()' },
})
export class SheetMeeting {
  readonly meeting = input.required<TrackSheet['meetings'][number]>();
  readonly zone = input.required<string>();
  readonly closed = input(false);
  readonly answered = output<{ slotId: string; answer: PollAnswer }>();
  readonly noneFits = output();
  protected readonly words = inject(TrackWords);
  protected readonly headingId = computed(() => `rencontre-${this.meeting().number}`);
  protected readonly disabled = computed(() => this.closed() || this.meeting().decidedStartsAt !== null);
  protected readonly days = computed(() => {
    const { slots, answers } = this.meeting();
    const byDay = new Map<string, { id: string; label: string; theirs: string; spoken: string; answer: PollAnswer | null }[]>();
    slots.forEach((slot, place) => {
      const { id, startsAt } = slot;
      const drawn = { id, label: this.words.time(startsAt, this.zone()), theirs: this.words.theirs(startsAt, this.zone()), spoken: this.words.momentBoth(startsAt, this.zone()), answer: answers[place] ?? null };
      byDay.set(slot.day, [...(byDay.get(slot.day) ?? []), drawn]);
    });
    return [...byDay].map(([day, drawn]) => ({ day, words: this.words.civilDay(day, true), slots: drawn }));
  });
}
