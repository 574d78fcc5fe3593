import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type LaterSitting, meetingAudiences, type MeetingDetails, meetingFormats, meetingKinds, type MeetingKind, type MeetingPage, type MeetingSpeaker, offeredZones, sittingsOf, zonedInstant,
} from '@cohorte/meetings/contract';
import { ApiError, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Empty } from '@cohorte/ui/web/empty';
import { ErrorSummary, type FieldProblem } from '@cohorte/ui/web/error-summary';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { RadioGroup } from '@cohorte/ui/web/radio-group';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AgendaEditor } from './agenda-editor';
import { blankDetails, changesSince, detailsOf, fieldIdOf, keepForm, keptForm, type MeetingForm, newPartId, nextSitting, problemKey, rebase } from './meeting-form';
import { isChangedMeanwhile, MeetingStore } from './meeting.store';
import { newRequestId } from './new-request-id';

/** Prepares a meeting of any kind, or changes one: five short parts, one press; what was typed is never lost. */
@Component({
  selector: 'co-meeting-form-page',
  imports: [AgendaEditor, Banner, Button, Checkbox, Empty, ErrorSummary, ErrorWordsPipe, Field, Icon, PageHead, RadioGroup, RouterLink, Skeleton, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './meeting-form.page.html',
  styleUrl: './meeting-form.page.css',
})
export class MeetingFormPage {
  /** Set when it exists already. */
  readonly meetingId = input<string>();
  /** `?espace=`: the network or the cohort of a new one. */
  readonly espace = input<string>();
  /** Set beside it for a cohort: its own people are whom the meeting is for. */
  readonly parcours = input<string>();
  private readonly store = inject(MeetingStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  protected readonly kinds = meetingKinds;
  protected readonly zones = offeredZones;
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly both = signal<readonly (keyof MeetingDetails)[] | null>(null);
  protected readonly read = resource({ params: () => ({ meetingId: this.meetingId(), spaceId: this.espace() }), loader: ({ params }) => this.load(params) });
  protected readonly people = computed(() => (this.read.hasValue() ? this.read.value().people : []));
  /** The meeting as last read: what is sent is what differs from it. */
  protected readonly base = linkedSignal<MeetingPage | null>(() => (this.read.hasValue() ? this.read.value().meeting : null));
  protected readonly form = linkedSignal<boolean, MeetingForm | undefined>({
    source: () => this.read.hasValue(),
    computation: (ready) => (ready ? untracked(() => keptForm(this.place()) ?? this.fresh()) : undefined),
  });
  protected readonly formats = computed(() => this.options(meetingFormats, 'formats'));
  protected readonly audiences = computed(() => this.options(meetingAudiences, 'audiences', 'form.audienceHelp'));
  protected readonly startsAt = computed(() => {
    const form = this.form();
    const existing = this.base();
    if (existing || !form) return existing?.startsAt ?? null;
    return /^\d{4}-\d{2}-\d{2}$/.test(form.day) && /^\d{2}:\d{2}$/.test(form.time) && form.day >= '2015' && form.day < '2100' ? zonedInstant(form.day, form.time, form.details.zone) : null;
  });
  protected readonly past = computed(() => !this.base() && this.startsAt() !== null && Date.parse(this.startsAt() ?? '') < Date.now());
  protected readonly sittings = computed(() => {
    const details = this.form()?.details;
    return details ? sittingsOf({ startsAt: this.startsAt(), minutes: details.minutes || 0, zone: details.zone, laterSittings: details.laterSittings.filter((one) => one.time !== '') }) : [];
  });
  protected readonly lengths = computed(() => {
    const details = this.form()?.details;
    return details ? [details.minutes || 0, ...details.laterSittings.map((one) => one.minutes || 0)] : [0];
  });
  protected readonly problems = computed<FieldProblem[]>(() => {
    const failure = this.failure();
    if (!(failure instanceof ApiError)) return [];
    return Object.entries(failure.fields).map(([path, code]) => ({ fieldId: fieldIdOf(path), message: this.sentence(failure, path, code) }));
  });
  protected readonly problemsById = computed(() => new Map(this.problems().map(({ fieldId, message }) => [fieldId, message])));
  protected readonly above = computed(() => (this.failure() && this.problems().length === 0 ? this.errors.of(this.failure()) : ''));

  protected problem(field: string): string {
    return this.problemsById().get(`co-meeting-${field}`) ?? '';
  }

  protected write(change: Partial<MeetingDetails>): void {
    this.form.update((form) => form && { ...form, details: { ...form.details, ...change } });
    this.keep();
  }

  protected writeDate(change: Partial<Pick<MeetingForm, 'day' | 'time'>>): void {
    this.form.update((form) => form && { ...form, ...change });
    this.keep();
  }

  /** A new meeting takes what its kind usually is; nothing already written changes. */
  protected kindIs(kind: MeetingKind): void {
    const details = this.form()?.details;
    if (!details) return;
    if (this.base()) return this.write({ kind });
    const { minutes, format, audience } = blankDetails(kind, this.parcours() !== undefined);
    this.write({ kind, minutes, format, audience });
  }

  protected writeSitting(at: number, change: Partial<LaterSitting>): void {
    this.write({ laterSittings: (this.form()?.details.laterSittings ?? []).map((one, place) => (place === at ? { ...one, ...change } : one)) });
  }

  protected addSitting(): void {
    const form = this.form();
    if (form) this.write({ laterSittings: [...form.details.laterSittings, nextSitting(form)] });
  }

  protected removeSitting(at: number): void {
    const details = this.form()?.details;
    if (!details) return;
    const agenda = details.agenda.map((part) => ({ ...part, sitting: part.sitting > at ? part.sitting - 1 : part.sitting }));
    this.write({ laterSittings: details.laterSittings.filter((_, place) => place !== at), agenda });
  }

  protected addSpeaker(): void {
    this.write({ speakers: [...(this.form()?.details.speakers ?? []), { id: newPartId(), name: '', role: '', organisation: '', personId: null }] });
  }

  protected writeSpeaker(at: number, change: Partial<MeetingSpeaker>): void {
    this.write({ speakers: (this.form()?.details.speakers ?? []).map((one, place) => (place === at ? { ...one, ...change } : one)) });
  }

  protected removeSpeaker(at: number): void {
    this.write({ speakers: (this.form()?.details.speakers ?? []).filter((_, place) => place !== at) });
  }

  protected animates(personId: string, does: boolean): void {
    const ids = this.form()?.details.animatorIds ?? [];
    this.write({ animatorIds: does ? [...ids, personId] : ids.filter((id) => id !== personId) });
  }

  protected forget(): void {
    keepForm(this.place(), null);
    this.failure.set(null);
    this.both.set(null);
    this.form.set(this.fresh());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const form = this.form();
    if (!form || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const meetingId = await (this.base() ? this.saveChange(form) : this.create(form));
      keepForm(this.place(), null);
      await this.router.navigate(['/rencontres', meetingId]);
      this.toasts.show(this.say(this.base() ? 'form.saved' : 'form.created'));
    } catch (failure) {
      this.failure.set(failure);
      if (isChangedMeanwhile(failure)) await this.takeTheirs(form);
    } finally {
      this.busy.set(false);
    }
  }

  private async create(form: MeetingForm): Promise<string> {
    const { meetingId } = await this.store.create(this.espace() ?? '', { requestId: form.requestId, startsAt: this.startsAt(), details: form.details });
    return meetingId;
  }

  private async saveChange(form: MeetingForm): Promise<string> {
    const base = this.base() as MeetingPage;
    await this.store.edit(base, changesSince(detailsOf(base), form.details));
    return base.id;
  }

  /** Somebody else saved first: theirs is read, mine stays on top, and the page says where we both wrote. */
  private async takeTheirs(form: MeetingForm): Promise<void> {
    const base = this.base();
    const theirs = base && (await this.store.open(base.id).catch(() => null));
    if (!base || !theirs) return;
    const { details, both } = rebase(detailsOf(base), form.details, detailsOf(theirs));
    this.base.set(theirs);
    this.form.set({ ...form, details });
    this.both.set(both);
    this.failure.set(null);
    this.keep();
  }

  private async load({ meetingId, spaceId }: { meetingId: string | undefined; spaceId: string | undefined }) {
    const meeting = meetingId ? await this.store.open(meetingId) : null;
    if (meeting && !meeting.canEdit) throw new ApiError({ kind: 'forbidden', code: 'meetings.not-yours-to-plan' });
    const space = meeting?.spaceId ?? spaceId;
    if (!space) throw new ApiError({ kind: 'not-found', code: 'meetings.space-unknown' });
    return { meeting, people: await this.store.animatorsFor(space).catch((failure: unknown) => (meeting ? [] : Promise.reject(failure as Error))) };
  }

  private fresh(): MeetingForm {
    const base = this.base();
    return { requestId: newRequestId(), day: '', time: '09:30', details: base ? detailsOf(base) : blankDetails('participatory-workshop', this.parcours() !== undefined) };
  }

  private place(): string {
    return this.meetingId() ?? `nouvelle.${this.espace() ?? ''}`;
  }

  private keep(): void {
    keepForm(this.place(), this.form() ?? null);
  }

  private sentence(failure: ApiError, path: string, code: string): string {
    const key = problemKey(path, code);
    return key ? this.say(`form.problems.${key}`) : (this.errors.ofField(failure, path) ?? '');
  }

  private options<T extends string>(values: readonly T[], words: string, help?: string): { value: T; label: string; help?: string }[] {
    return values.map((value) => ({ value, label: this.say(`${words}.${value}`), ...(help ? { help: this.say(`${help}.${value}`) } : {}) }));
  }

  /** Reads the language first, so that what is computed from words follows it. */
  private say(key: string): string {
    this.ui.language();
    return this.transloco.translate(`meetings.${key}`);
  }
}
