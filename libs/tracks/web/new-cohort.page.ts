import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { getNetwork, type NetworkStructure } from '@cohorte/networks/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { calendarOfRegion } from '@cohorte/scheduling/contract';
import { cohortScopes, copyCohort, createCohort, listCohorts, listTemplates, readCohortCopy } from '@cohorte/tracks/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { ErrorSummary } from '@cohorte/ui/web/error-summary';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { RadioGroup } from '@cohorte/ui/web/radio-group';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Thread } from '@cohorte/ui/web/thread';
import type { ThreadStop } from '@cohorte/ui/web/thread-stop';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { CopiedDates } from './copied-dates';
import { copiedDayId, copiedLines, datesOfLines } from './copied-track';
import { keepForm, keptForm, type NewCohortForm, newcomersOf, newRequestId, problemsIn } from './new-cohort.form';
import { StructureChoice } from './structure-choice';

/** Opens a cohort from a template, or from a track already held with another group: the track, the group, the structures, one press. */
@Component({
  selector: 'co-new-cohort-page',
  imports: [Banner, Button, CopiedDates, Empty, ErrorSummary, ErrorWordsPipe, Field, Icon, PageHead, RadioGroup, RouterLink, Skeleton, StructureChoice, TextInput, Thread, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-cohort.page.html',
  styleUrl: './new-cohort.page.css',
})
export class NewCohortPage {
  readonly networkId = input.required<string>();
  /** A cohort whose track is held again. */
  readonly depuis = input<string>();
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly ui = inject(UiWords);
  protected readonly read = resource({ params: () => ({ networkId: this.networkId(), former: this.depuis() }), loader: ({ params }) => this.load(params) });
  protected readonly network = computed(() => (this.read.hasValue() ? this.read.value().network : undefined));
  protected readonly template = computed(() => (this.read.hasValue() ? this.read.value().template : undefined));
  protected readonly copy = computed(() => (this.read.hasValue() ? this.read.value().copy : undefined));
  protected readonly formers = computed(() => (this.read.hasValue() ? this.read.value().formers : []));
  protected readonly calendar = computed(() => calendarOfRegion(this.network()?.region ?? ''));
  protected readonly busy = signal(false);
  protected readonly checked = signal(false);
  protected readonly failure = signal('');
  /** Another network, another form; what this tab kept comes back. */
  protected readonly form = linkedSignal<{ id: string; name: string } | undefined, NewCohortForm | undefined>({
    source: () => this.network(),
    computation: (network) => network && untracked(() => keptForm(this.kept()) ?? this.blank(network.name)),
  });
  protected readonly stops = computed<ThreadStop[]>(() =>
    (this.template()?.steps ?? []).map((step) => ({ label: step.shortTitle, state: 'undated', sublabel: ' ', ...(step.number === null && { side: true }) })));
  protected readonly problems = computed(() => {
    const form = this.form();
    if (!this.checked() || !form) return [];
    const written = problemsIn(form, this.network()?.structures ?? []).map(({ fieldId, key, values }) => ({ fieldId, message: this.say(`create.${key}`, values) }));
    return [...this.linesOf(form).filter((line) => line.wrong).map(({ step }) => ({ fieldId: copiedDayId(step.id), message: this.say('copy.badDateOf', { title: step.title }) })), ...written];
  });
  protected readonly scopes = computed(() => cohortScopes.map((value) => ({ value, label: this.say(`scopes.${value}`), help: this.say(`scopeHelp.${value}`) })));
  /** Worth a word, never a refusal. */
  protected readonly outOfScope = computed(() => {
    const form = this.form();
    return form?.scope === 'obliged' && (this.network()?.structures ?? []).some((structure) => structure.obligation === 'not-obliged' && form.chosen.includes(structure.id));
  });

  protected write(change: Partial<NewCohortForm>): void {
    this.form.update((form) => form && { ...form, ...change });
    keepForm(this.kept(), this.form() ?? null);
  }

  protected problemOf(fieldId: string): string {
    return this.problems().find((problem) => problem.fieldId === fieldId)?.message ?? '';
  }

  protected startOver(): void {
    keepForm(this.kept(), null);
    const network = this.network();
    if (network) this.form.set(this.blank(network.name));
    this.checked.set(false);
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    const form = this.form();
    const template = this.template();
    this.checked.set(true);
    if (!form?.scope || !template || this.busy() || this.problems().length) return;
    this.busy.set(true);
    this.failure.set('');
    try {
      const name = form.name.trim();
      const cohortId = await this.send({ ...form, name, scope: form.scope }, template.code, this.network()?.structures ?? []);
      keepForm(this.kept(), null);
      await this.router.navigate(['/parcours', cohortId], { replaceUrl: true, state: { justOpened: true } });
      this.toasts.show(this.say('create.opened', { name }));
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private async send(form: NewCohortForm & { scope: (typeof cohortScopes)[number] }, templateCode: string, known: readonly NetworkStructure[]): Promise<string> {
    const { name, scope, requestId } = form;
    const copy = this.copy();
    const opening = { name, scope, requestId, structures: newcomersOf(form, known) };
    const opened = copy
      ? await this.api.call(copyCohort, { ...opening, cohortId: copy.id, dates: datesOfLines(this.linesOf(form)) })
      : await this.api.call(createCohort, { ...opening, networkId: this.networkId(), templateCode });
    return opened.cohortId;
  }

  private linesOf(form: NewCohortForm): ReturnType<typeof copiedLines> {
    const copy = this.copy();
    return copy ? copiedLines(copy, form, this.calendar()) : [];
  }

  /** What the form in this tab is kept for. */
  private kept(): string {
    return this.depuis() ?? this.networkId();
  }

  private async load({ networkId, former }: { networkId: string; former: string | undefined }) {
    const [network, { templates }, { cohorts }, copy] = await Promise.all([
      this.api.call(getNetwork, { networkId }), this.api.call(listTemplates, {}), this.api.call(listCohorts, { networkId }), former ? this.api.call(readCohortCopy, { cohortId: former }) : undefined,
    ]);
    return { network, template: templates[0], copy, formers: copy ? [] : cohorts.map(({ id, name }) => ({ id, name })) };
  }

  private blank(network: string): NewCohortForm {
    return { requestId: newRequestId(), name: this.say('create.namePrefill', { year: new Date().getFullYear(), network }), scope: this.copy()?.scope ?? null, chosen: [], emails: {}, firstDay: '', walls: {} };
  }

  /** Reads the language first, so that what is computed from words follows it. */
  private say(key: string, values: Record<string, string | number> = {}): string {
    this.ui.language();
    return this.transloco.translate(`tracks.${key}`, values);
  }
}
