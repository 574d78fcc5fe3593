import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { getNetwork } from '@cohorte/networks/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { cohortScopes, createCohort, listTemplates } from '@cohorte/tracks/contract';
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
import { keepForm, keptForm, type NewCohortForm, newcomersOf, newRequestId, problemsIn } from './new-cohort.form';
import { StructureChoice } from './structure-choice';

/** Opens a cohort from a template: the track, the group, the structures, one press. */
@Component({
  selector: 'co-new-cohort-page',
  imports: [Banner, Button, Empty, ErrorSummary, ErrorWordsPipe, Field, Icon, PageHead, RadioGroup, RouterLink, Skeleton, StructureChoice, TextInput, Thread, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-cohort.page.html',
  styleUrl: './new-cohort.page.css',
})
export class NewCohortPage {
  readonly networkId = input.required<string>();
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly ui = inject(UiWords);
  protected readonly read = resource({ params: () => this.networkId(), loader: ({ params }) => this.load(params) });
  protected readonly network = computed(() => (this.read.hasValue() ? this.read.value().network : undefined));
  protected readonly template = computed(() => (this.read.hasValue() ? this.read.value().template : undefined));
  protected readonly busy = signal(false);
  protected readonly checked = signal(false);
  protected readonly failure = signal('');
  /** Another network, another form; what this tab kept comes back. */
  protected readonly form = linkedSignal<{ id: string; name: string } | undefined, NewCohortForm | undefined>({
    source: () => this.network(),
    computation: (network) => network && untracked(() => keptForm(network.id) ?? this.blank(network.name)),
  });
  protected readonly stops = computed<ThreadStop[]>(() =>
    (this.template()?.steps ?? []).map((step) => ({ label: step.shortTitle, state: 'undated', sublabel: ' ', ...(step.number === null && { side: true }) })));
  protected readonly problems = computed(() => {
    const form = this.form();
    if (!this.checked() || !form) return [];
    return problemsIn(form, this.network()?.structures ?? []).map(({ fieldId, key, values }) => ({ fieldId, message: this.say(`create.${key}`, values) }));
  });
  protected readonly scopes = computed(() => cohortScopes.map((value) => ({ value, label: this.say(`scopes.${value}`), help: this.say(`scopeHelp.${value}`) })));
  /** Worth a word, never a refusal. */
  protected readonly outOfScope = computed(() => {
    const form = this.form();
    return form?.scope === 'obliged' && (this.network()?.structures ?? []).some((structure) => structure.obligation === 'not-obliged' && form.chosen.includes(structure.id));
  });

  protected write(change: Partial<NewCohortForm>): void {
    this.form.update((form) => form && { ...form, ...change });
    keepForm(this.networkId(), this.form() ?? null);
  }

  protected problemOf(fieldId: string): string {
    return this.problems().find((problem) => problem.fieldId === fieldId)?.message ?? '';
  }

  protected startOver(): void {
    keepForm(this.networkId(), null);
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
    const { name, scope, requestId } = form;
    this.busy.set(true);
    this.failure.set('');
    try {
      const structures = newcomersOf(form, this.network()?.structures ?? []);
      const { cohortId } = await this.api.call(createCohort, { networkId: this.networkId(), templateCode: template.code, name: name.trim(), scope, requestId, structures });
      keepForm(this.networkId(), null);
      await this.router.navigate(['/parcours', cohortId], { replaceUrl: true, state: { justOpened: true } });
      this.toasts.show(this.say('create.opened', { name: name.trim() }));
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private async load(networkId: string) {
    const [network, { templates }] = await Promise.all([this.api.call(getNetwork, { networkId }), this.api.call(listTemplates, {})]);
    return { network, template: templates[0] };
  }

  private blank(network: string): NewCohortForm {
    return { requestId: newRequestId(), name: this.say('create.namePrefill', { year: new Date().getFullYear(), network }), scope: null, chosen: [], emails: {} };
  }

  /** Reads the language first, so that what is computed from words follows it. */
  private say(key: string, values: Record<string, string | number> = {}): string {
    this.ui.language();
    return this.transloco.translate(`tracks.${key}`, values);
  }
}
