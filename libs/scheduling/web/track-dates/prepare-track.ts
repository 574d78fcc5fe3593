import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { ErrorWords } from '@cohorte/platform/web';
import { schoolCalendarSource, schoolCalendarSpan, schoolZones, type SchoolZone, slotsPerMeetingMax } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { ErrorSummary } from '@cohorte/ui/web/error-summary';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { RadioGroup } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { DaysAndHours } from './days-and-hours';
import { MeetingPlanCard } from './meeting-plan-card';
import { newRequestId } from './request-id';
import { RuleFields } from './rule-fields';
import { TrackDatesStore } from './track-dates.store';
import {
  blankPlan, fromFieldId, includedIn, type MeetingPlan, type MeetingSettings, openingOf, type PlannedGuest, type PlanProblem, problemsIn, silentStructures, slotsOf, type TrackDates, type TrackPlan,
  withMeeting,
} from './track-plan';
import { TrackWords } from './track-words';

/** Writes the request for dates: everything is filled in already, an animator corrects and sends. */
@Component({
  selector: 'co-prepare-track',
  imports: [Banner, Button, Checkbox, DaysAndHours, ErrorSummary, Field, Icon, MeetingPlanCard, RadioGroup, RuleFields, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './prepare-track.html',
  styleUrl: './prepare-track.css',
})
export class PrepareTrack {
  readonly page = input.required<TrackDates>();
  protected readonly words = inject(TrackWords);
  private readonly store = inject(TrackDatesStore);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  protected readonly now = new Date().toISOString();
  protected readonly zones = ['none', ...schoolZones] as const;
  protected readonly busy = signal(false);
  protected readonly failure = signal('');
  private readonly checked = signal(false);
  /** Another cohort, another plan; a page read anew keeps what was written. */
  protected readonly plan = linkedSignal<string, TrackPlan>({
    source: () => this.page().cohortId,
    computation: () => untracked(() => blankPlan(this.page(), newRequestId(), this.now)),
  });
  protected readonly problems = computed(() => (this.checked() ? problemsIn(this.plan(), this.now).map((problem) => ({ fieldId: problem.fieldId, message: this.sentence(problem) })) : []));
  protected readonly silent = computed(() => silentStructures(this.page()));
  protected readonly hasGuests = computed(() => this.plan().guests.length > 0);
  protected readonly isUnpublished = computed(() => this.plan().schoolZone !== null && includedIn(this.plan()).some((meeting) => meeting.to > schoolCalendarSpan.to));
  protected readonly audiences = computed(() => (['leads', 'everyone'] as const).map((value) => ({ value, label: this.words.say(`plan.${value}`) })));
  protected readonly summary = computed(() => {
    const plan = this.plan();
    const included = includedIn(plan);
    const slots = included.reduce((sum, meeting) => sum + slotsOf(plan, meeting, this.now).length, 0);
    const words = this.words.say('plan.summary', { meetings: this.words.meetings(included.map((meeting) => this.numberOf(meeting.meetingId))), slots: this.words.count(slots, 'slots'), people: this.words.count(this.asked(), 'people') });
    return words.charAt(0).toUpperCase() + words.slice(1);
  });

  protected source(): { source: string; until: string } {
    return { source: schoolCalendarSource, until: this.words.civilDay(schoolCalendarSpan.to, true) };
  }

  protected zoneOf(value: string): SchoolZone | null {
    return schoolZones.find((zone) => zone === value) ?? null;
  }

  protected write(change: Partial<TrackPlan>): void {
    this.plan.update((plan) => ({ ...plan, ...change }));
  }

  protected writeAll(change: Partial<MeetingSettings>): void {
    this.plan.update((plan) => ({ ...plan, all: { ...plan.all, ...change } }));
  }

  protected writeMeeting(meetingId: string, change: Partial<MeetingPlan>): void {
    this.plan.update((plan) => withMeeting(plan, meetingId, change));
  }

  protected guestOf(structureId: string): PlannedGuest {
    return this.plan().guests.find((guest) => guest.structureId === structureId) ?? { structureId, name: '', email: '' };
  }

  protected writeGuest(structureId: string, change: Partial<PlannedGuest>): void {
    const written = { ...this.guestOf(structureId), ...change };
    this.write({ guests: [...this.plan().guests.filter((guest) => guest.structureId !== structureId), written] });
  }

  protected problemAt(fieldId: string): string {
    return this.problems().find((problem) => problem.fieldId === fieldId)?.message ?? '';
  }

  protected errorOf(meetingId: string): string {
    return this.problemAt(fromFieldId(meetingId));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.checked.set(true);
    if (this.busy() || this.problems().length) return;
    this.busy.set(true);
    this.failure.set('');
    try {
      await this.store.ask(openingOf(this.page().cohortId, this.plan(), this.now));
      this.toasts.show(this.words.say('plan.opened'));
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private asked(): number {
    const { audience, guests } = this.plan();
    const { people } = this.page();
    const led = new Set(people.flatMap((person) => (person.structureId && person.roles.includes('lead') ? [person.structureId] : [])));
    const brought = people.filter((person) => person.structureId !== null && (audience === 'everyone' || person.roles.includes('lead') || !led.has(person.structureId)));
    return brought.length + guests.filter((guest) => guest.email.trim() !== '').length;
  }

  private numberOf(meetingId: string): number {
    return this.page().meetings.find((meeting) => meeting.id === meetingId)?.number ?? 0;
  }

  private sentence({ key, meetingId }: PlanProblem): string {
    return this.words.say(`plan.problems.${key}`, { number: meetingId ? this.numberOf(meetingId) : 0, most: slotsPerMeetingMax });
  }
}
