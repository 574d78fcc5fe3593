import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import type { AccessNeed, RegistrationAnswers, RegistrationView, SeatWay } from '@cohorte/meetings/contract';
import { ApiError } from '@cohorte/platform/web/api-client';
import { ErrorWords } from '@cohorte/platform/web/error-words';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Field } from '@cohorte/ui/web/field';
import { Hidden } from '@cohorte/ui/web/hidden';
import { RadioGroup, type RadioOption } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { untouched } from '../../contract/registration/answers-put';
import { type FormerNeeds, RegistrationDetails } from './registration-details';
import { RegistrationQuestions } from './registration-questions';
import { RegistrationStore } from './registration.store';
import { newRequestId } from '../meeting/new-request-id';

interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly answers: RegistrationAnswers;
}

const nobody: Colleague = { name: '', email: '', answers: {} };

export interface RegistrationOutcome {
  readonly token: string | null;
  readonly isKnown: boolean;
  readonly leftOut: number;
}

/** Asks for a place: for oneself, for colleagues, as a guest, or by exception. What was typed stays until it is accepted. */
@Component({
  selector: 'co-registration-form',
  imports: [Banner, Button, Field, Hidden, RadioGroup, RegistrationDetails, RegistrationQuestions, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './registration-form.html',
  styleUrl: './registration-form.css',
})
export class RegistrationForm {
  readonly view = input.required<RegistrationView>();
  /** False when one has a place already and only registers colleagues. */
  readonly withMe = input(true);
  readonly exception = input(false);
  readonly registered = output<RegistrationOutcome>();
  readonly left = output();
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly structureName = signal('');
  protected readonly chosenStructure = signal('');
  protected readonly structureId = computed(() => this.chosenStructure() || (this.view().me?.structures[0]?.id ?? ''));
  protected readonly way = signal<SeatWay | null>(null);
  /** Colleagues alone begin with one empty line: there is nothing else to fill. */
  protected readonly colleagues = linkedSignal<readonly Colleague[]>(() => (this.withMe() ? [] : [nobody]));
  protected readonly together = signal<'all' | 'as-many'>('as-many');
  protected readonly answers = signal<RegistrationAnswers>({});
  protected readonly needs = signal<readonly AccessNeed[]>([]);
  protected readonly needsNote = signal('');
  protected readonly isVisible = signal(false);
  protected readonly message = signal('');
  /** Of one's own profile and last registration; a guest has neither. */
  private readonly prefill = resource({ params: () => (this.view().me && this.withMe() ? this.view().meeting.meetingId : undefined), loader: ({ params }) => this.store.prefill(params) });
  protected readonly last = computed(() => (this.prefill.hasValue() ? this.prefill.value().last : null));
  protected readonly lastTaken = signal(false);
  protected readonly offersLast = computed(() => !this.lastTaken() && Object.keys(this.last()?.answers ?? {}).length > 0);
  protected readonly formerNeeds = computed((): FormerNeeds | null => {
    const last = this.last();
    return last && last.needs.length > 0 ? { title: last.title, needs: last.needs, note: last.needsNote ?? '' } : null;
  });
  /** Question → where its answer comes from, until somebody writes otherwise. */
  protected readonly marks = computed((): Record<string, string> => {
    const [profile, last] = [this.prefill.hasValue() ? this.prefill.value().profile : {}, this.last()];
    const marked = (ids: readonly string[], words: string): [string, string][] => ids.map((id) => [id, words]);
    const again = last && this.lastTaken() ? marked(untouched(this.answers(), last.answers), this.say('form.fromLast', { title: last.title })) : [];
    return Object.fromEntries([...again, ...marked(untouched(this.answers(), profile), this.say('form.fromProfile'))]);
  });
  protected readonly sending = signal(false);
  private readonly error = signal<unknown>(null);
  private readonly store = inject(RegistrationStore);
  private readonly words = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** One form, one request, however often it is sent. */
  private requestId = newRequestId();
  protected readonly mayAddColleague = computed(() => this.view().me !== null && !this.exception() && this.colleagues().length < this.view().policy.colleagues);
  protected readonly wayOptions = computed((): RadioOption<SeatWay>[] =>
    this.view().ways.map(({ way, places, taken }) => ({ value: way, label: this.say(`ways.${way}`), help: places === null ? this.say('noLimit') : this.say('left', { left: Math.max(0, places - taken) }) })));
  protected readonly togetherOptions = computed((): RadioOption<'all' | 'as-many'>[] => (['as-many', 'all'] as const).map((value) => ({ value, label: this.say(`form.together.${value}`), help: this.say(`form.togetherHelp.${value}`) })));
  protected readonly above = computed(() => (this.error() ? this.words.of(this.error()) : ''));
  protected readonly problem = (field: string): string => this.words.ofField(this.error(), field) ?? '';

  constructor() {
    // What was typed while it was coming stays.
    effect(() => {
      if (!this.prefill.hasValue()) return;
      const { profile } = this.prefill.value();
      this.answers.update((typed) => ({ ...profile, ...typed }));
    });
  }

  /** Fills what is still empty. */
  protected takeLast(): void {
    const given = this.last()?.answers ?? {};
    this.answers.update((typed) => ({ ...given, ...Object.fromEntries(Object.entries(typed).filter(([, one]) => one.length > 0)) }));
    this.lastTaken.set(true);
  }

  protected addColleague(): void {
    this.colleagues.update((known) => [...known, nobody]);
  }

  protected writeColleague(index: number, change: Partial<Colleague>): void {
    this.colleagues.update((known) => known.map((one, at) => (at === index ? { ...one, ...change } : one)));
  }

  protected removeColleague(index: number): void {
    this.colleagues.update((known) => known.filter((_, at) => at !== index));
  }

  /** A line left empty is nobody; the others keep their order, by which a refusal names them. */
  private readonly named = computed(() => this.colleagues().filter(({ name, email }) => name.trim() !== '' || email.trim() !== ''));

  protected fieldOf(colleague: Colleague): string {
    return `colleagues.${this.named().indexOf(colleague)}.`;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    this.sending.set(true);
    this.error.set(null);
    try {
      this.registered.emit(await this.store.register(this.request()));
    } catch (error) {
      this.refused(error);
    } finally {
      this.sending.set(false);
    }
  }

  private request() {
    const { meeting, me, policy } = this.view();
    const guest = me ? null : { name: this.name().trim(), email: this.email().trim(), structureName: this.structureName().trim() };
    return {
      meetingId: meeting.meetingId, requestId: this.requestId, guest, withMe: this.withMe(), colleagues: [...this.named()],
      structureId: me && me.structures.length > 1 && this.structureId() ? this.structureId() : null, way: policy.separate ? this.way() : null, together: this.together(), answers: this.answers(),
      needs: [...this.needs()], needsNote: this.needsNote().trim() || null, isVisible: this.isVisible(), message: this.exception() ? this.message().trim() : null,
    };
  }

  /** A refusal changed nothing: what is corrected is another request. Offline, the same one is sent again. */
  private refused(error: unknown): void {
    this.error.set(error);
    if (error instanceof ApiError && error.kind !== 'offline') this.requestId = newRequestId();
    setTimeout(() => this.element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate(`meetings.registration.${key}`, values);
  }
}
