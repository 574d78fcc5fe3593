import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RegistrationAct, RegistrationCard as Registration, RegistrationView } from '@cohorte/meetings/contract';
import { ApiError } from '@cohorte/platform/web/api-client';
import { ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web/error-words';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { DateTimePipe } from '@cohorte/ui/web/date.pipe';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { actsFor } from '../../contract/registration/registration-acts';
import { conditionsOf, type RuleWords, ruleWords } from './rule-words';
import { RegistrationForm } from './registration-form';
import { RegistrationParticipants } from './registration-participants';
import { RegistrationStanding } from './registration-standing';
import { RegistrationStore, type SaidDetails, type WantedAct } from './registration.store';

/** Statuses that leave the door to oneself open. */
const isOut = ({ status }: Registration): boolean => status === 'cancelled' || status === 'refused';

/** The door of a meeting on its page: what is left, where I stand, what to do about it. */
@Component({
  selector: 'co-registration-card',
  imports: [Banner, Button, Card, DateTimePipe, ErrorWordsPipe, RegistrationForm, RegistrationParticipants, RegistrationStanding, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './registration-card.html',
  styles: `
    :host { display: block; }
    .stack { display: grid; gap: var(--co-space-4); }
    .left { font-size: var(--co-text-m); font-weight: 650; }
    .soft { color: var(--co-soft); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    ul { margin: 0; padding-left: 1.2em; }
    .line { border-top: 1px solid var(--co-hairline); padding-top: var(--co-space-4); }
    .token { overflow-wrap: anywhere; }
  `,
})
export class RegistrationCardPanel {
  readonly meetingId = input.required<string>();
  /** Something else is the page’s one thing to do. */
  readonly quiet = input(false);
  readonly changed = output();
  private readonly store = inject(RegistrationStore);
  private readonly errors = inject(ErrorWords);
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly found = resource({ params: () => this.meetingId(), loader: ({ params }) => this.store.view(params) });
  protected readonly view = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly filling = signal<'place' | 'exception' | null>(null);
  protected readonly busy = signal<RegistrationAct | null>(null);
  protected readonly failure = signal<unknown>(null);
  /** The personal link of a guest, shown once. */
  protected readonly token = signal('');
  protected readonly known = signal(false);
  protected readonly leftOut = signal(0);
  protected readonly actsOf = ({ status }: Registration): readonly RegistrationAct[] => actsFor(status);
  protected readonly standing = computed(() => (this.view()?.registrations ?? []).filter((one) => !isOut(one)));
  protected readonly mine = computed(() => this.view()?.registrations.find((one) => one.isMine));
  protected readonly edited = signal(false);
  /** For those who come; nobody else asks. */
  protected readonly participants = resource({
    params: () => (this.mine()?.status === 'registered' ? this.meetingId() : undefined),
    loader: async ({ params }) => (await this.store.participants(params)).participants,
  });
  protected readonly mayAsk = computed(() => ['open', 'waiting-list', 'draw'].includes(this.view()?.door ?? ''));
  protected readonly left = computed(() => Math.max(0, (this.view()?.places ?? 0) - (this.view()?.taken ?? 0)));
  /** One's own place first; then colleagues may follow. */
  protected readonly isIn = computed(() => this.standing().some((one) => one.isMine) || this.token() !== '' || this.known());
  /** An animator whom the rule does not ask: the meeting is theirs to run. */
  protected readonly runs = computed(() => this.view()?.isAnimator === true && (this.view()?.refusal.length ?? 0) > 0 && !this.isIn());
  protected readonly isRefused = computed(() => (this.view()?.refusal.length ?? 0) > 0 && !this.isIn() && !this.runs());
  protected readonly mayBring = computed(() => {
    const view = this.view();
    return view?.me != null && view.refusal.length === 0 && view.policy.colleagues > 0;
  });
  protected readonly fieldsOfFailure = computed(() => {
    const error = this.failure();
    return error instanceof ApiError ? Object.fromEntries(Object.keys(error.fields).map((field) => [field, this.errors.ofField(error, field) ?? ''])) : {};
  });

  /** The rule in words, for the conditions that name what they want. */
  protected ruleWords({ policy, cohortNames }: RegistrationView): RuleWords {
    return ruleWords({ audience: policy.audience, cohortNames }, this.ui.language(), (key) => this.transloco.translate(key));
  }

  /** To a visitor, what will be asked once they are signed in. */
  protected askedLater({ refusal, policy }: RegistrationView): readonly string[] {
    return refusal.includes('account') ? conditionsOf(policy.audience) : [];
  }

  protected calendarPath(view: RegistrationView): string {
    return `/api/meetings/${view.meeting.meetingId}/calendar.ics`;
  }

  protected async act(registration: Registration, wanted: WantedAct): Promise<void> {
    if (this.busy()) return;
    this.busy.set(wanted.act);
    this.failure.set(null);
    try {
      await this.store.act(registration.registrationId, wanted);
      this.refresh();
    } catch (error) {
      this.failure.set(error);
      if (error instanceof ApiError && error.kind !== 'bad-input' && error.kind !== 'offline') this.found.reload();
    } finally {
      this.busy.set(null);
    }
  }

  protected registered(outcome: { readonly token: string | null; readonly isKnown: boolean; readonly leftOut: number }): void {
    this.filling.set(null);
    this.token.set(outcome.token ?? '');
    this.known.set(outcome.isKnown);
    this.leftOut.set(outcome.leftOut);
    this.refresh();
  }

  /** One’s own answers until the meeting begins. */
  protected readonly editing = computed(() => {
    const [view, mine] = [this.view(), this.mine()];
    if (!view || !mine || isOut(mine) || mine.status === 'informed' || view.door === 'past' || view.door === 'cancelled') return null;
    return { questions: view.policy.questions, save: (said: SaidDetails) => this.store.edit(mine.registrationId, said) };
  });

  protected hasEdited(): void {
    this.edited.set(true);
    this.participants.reload();
    this.refresh();
  }

  private refresh(): void {
    this.found.reload();
    this.changed.emit();
  }
}
