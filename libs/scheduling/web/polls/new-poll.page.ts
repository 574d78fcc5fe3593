import { ChangeDetectionStrategy, Component, computed, DOCUMENT, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { OutputOf } from '@cohorte/platform/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { copyDay, createPoll, preparePoll, usualZones } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Empty } from '@cohorte/ui/web/empty';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { RadioGroup } from '@cohorte/ui/web/radio-group';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Steps } from '@cohorte/ui/web/steps';
import { TextInput } from '@cohorte/ui/web/text-input';
import { wallAt } from '../../contract/polls/wall-clock';
import { MonthCalendar } from './month-calendar';
import { blankPoll, callOf, type NewPollForm, problemsOf, slotKey, slotsOf, usualDeadline, warningsOf } from './new-poll.form';
import { hourWords, PollWords } from './poll-words';
import { PollSettingsFields } from './poll-settings-fields';
import { byDay } from './poll-view-words';

type Frame = OutputOf<typeof preparePoll>;
const lastStep = 2;

/** Asking for the date of a meeting in three steps: days, times, whom and until when. What is written stays on the device until it is sent. */
@Component({
  selector: 'co-new-poll-page',
  imports: [Banner, Button, Checkbox, Empty, ErrorWordsPipe, Field, Icon, MonthCalendar, PageHead, PollSettingsFields, RadioGroup, RouterLink, Skeleton, Steps, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-poll.page.html',
  styleUrl: './new-poll.page.css',
})
export class NewPollPage {
  readonly meetingId = input.required<string>();
  protected readonly words = inject(PollWords);
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly storage = this.document.defaultView?.localStorage;
  protected readonly frame = resource({ params: () => ({ meetingId: this.meetingId() }), loader: ({ params }) => this.api.call(preparePoll, params) });
  protected readonly form = signal<NewPollForm | undefined>(undefined);
  protected readonly step = signal(0);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal('');
  protected readonly zones = usualZones;
  /** Normandy is in zone B; the choice only marks days. */
  protected readonly schoolZone = signal<'A' | 'B' | 'C'>('B');
  protected readonly calendar = computed(() => ({ schoolZone: this.schoolZone(), places: [] }));
  protected readonly today = computed(() => wallAt(new Date(), this.form()?.zone ?? 'Europe/Paris').slice(0, 10));
  protected readonly slots = computed(() => this.from(slotsOf) ?? []);
  protected readonly days = computed(() => byDay(this.slots().map((slot) => ({ ...slot, day: slot.at.slice(0, 10) })), (slot) => slot.day));
  protected readonly problems = computed(() => (this.tried() ? (this.from((form) => problemsOf(form, this.step(), new Date())) ?? []) : []));
  protected readonly warnings = computed(() => this.from(warningsOf) ?? []);
  protected readonly stepNames = computed(() => [0, 1, 2].map((step) => this.words.say(`new.step${step}`)));
  protected readonly audiences = computed(() => (['leads', 'everyone', 'nobody'] as const).map((value) => ({ value, label: this.words.say(`new.audience.${value}`), help: this.words.say(`new.audienceHelp.${value}`) })));

  constructor() {
    effect(() => {
      const frame = this.frame.hasValue() ? this.frame.value() : undefined;
      if (frame) untracked(() => this.form.set(this.kept(frame) ?? blankPoll(frame, crypto.randomUUID())));
    });
    effect(() => this.keep(this.form()));
  }

  protected write(change: Partial<NewPollForm>): void {
    this.form.update((form) => form && { ...form, ...change });
  }

  protected toggleDay(day: string): void {
    this.change((form) => ({ days: form.days.includes(day) ? form.days.filter((one) => one !== day) : [...form.days, day].sort() }));
  }

  protected setTime(place: number, change: { time?: string | null; minutes?: number }): void {
    this.change((form) => ({ times: form.times.map((time, at) => (at === place ? { ...time, ...change } : time)), removed: [] }));
  }

  protected addTime(): void {
    this.change((form) => ({ times: [...form.times, { time: '', minutes: form.times.at(-1)?.minutes ?? 90 }] }));
  }

  protected removeTime(place: number): void {
    this.change((form) => ({ times: form.times.filter((_, at) => at !== place) }));
  }

  protected removeSlot(slot: { at: string; minutes: number }): void {
    this.change((form) => ({ removed: [...form.removed, slotKey(slot)], extra: form.extra.filter((one) => slotKey(one) !== slotKey(slot)) }));
  }

  /** Gives every other day the slots of this one. */
  protected copyDay(day: string): void {
    this.change((form) => {
      const extra = copyDay(slotsOf(form), day, form.days.filter((other) => other !== day));
      return { extra, removed: form.removed.filter((key) => !extra.some((slot) => slotKey(slot) === key)) };
    });
  }

  protected toggle(field: 'alsoPersonIds' | 'requiredStructureIds', id: string, on: boolean): void {
    this.change((form) => ({ [field]: on ? [...form[field], id] : form[field].filter((one) => one !== id) }));
  }

  protected writeGuest(place: number, change: { name?: string; email?: string }): void {
    this.change((form) => ({ guests: form.guests.map((guest, at) => (at === place ? { ...guest, ...change } : guest)) }));
  }

  protected addGuest(): void {
    this.change((form) => ({ guests: [...form.guests, { name: '', email: '' }] }));
  }

  protected removeGuest(place: number): void {
    this.change((form) => ({ guests: form.guests.filter((_, at) => at !== place) }));
  }

  protected slotWords(slot: { at: string; minutes: number }): string {
    if (slot.at.length === 10) return this.words.say('allDay');
    const end = new Date(Date.parse(`${slot.at}:00Z`) + slot.minutes * 60_000).toISOString().slice(11, 16);
    return `${hourWords(slot.at, this.words.language())} – ${hourWords(end, this.words.language())}`;
  }

  protected back(): void {
    this.tried.set(false);
    this.step.update((step) => Math.max(0, step - 1));
  }

  protected forward(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const form = this.form();
    if (!form || problemsOf(form, this.step(), new Date()).length > 0) return this.showProblems();
    if (this.step() === lastStep) return void this.send(true);
    this.tried.set(false);
    this.step.update((step) => step + 1);
    if (this.step() === lastStep && !form.closesAt) this.write({ closesAt: usualDeadline(form, new Date()) });
    this.document.getElementById('co-new-poll-step')?.focus();
  }

  protected async send(open: boolean): Promise<void> {
    const form = this.form();
    if (!form || this.busy()) return;
    this.busy.set(true);
    this.failure.set('');
    try {
      const { pollId } = await this.api.call(createPoll, callOf(this.meetingId(), form, open));
      this.form.set(undefined);
      this.storage?.removeItem(this.key());
      await this.router.navigate(['/sondages', pollId]);
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
      this.showProblems();
    } finally {
      this.busy.set(false);
    }
  }

  private showProblems(): void {
    setTimeout(() => this.document.getElementById('co-new-poll-problems')?.focus());
  }

  private change(next: (form: NewPollForm) => Partial<NewPollForm>): void {
    this.form.update((form) => form && { ...form, ...next(form) });
  }

  private from<T>(read: (form: NewPollForm) => T): T | undefined {
    const form = this.form();
    return form && read(form);
  }

  private key(): string {
    return `cohorte.person.new-poll.${this.meetingId()}`;
  }

  private kept(frame: Frame): NewPollForm | undefined {
    try {
      const text = this.storage?.getItem(this.key());
      return text ? { ...blankPoll(frame, crypto.randomUUID()), ...(JSON.parse(text) as NewPollForm) } : undefined;
    } catch {
      return undefined;
    }
  }

  private keep(form: NewPollForm | undefined): void {
    try {
      if (form) this.storage?.setItem(this.key(), JSON.stringify(form));
    } catch {
      // Not kept on a browser that refuses to store; still on the screen.
    }
  }
}
