import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { fileLimits, openDesk } from '@cohorte/library/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Breadcrumb } from '@cohorte/ui/web/breadcrumb';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Empty } from '@cohorte/ui/web/empty';
import { ErrorSummary } from '@cohorte/ui/web/error-summary';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { FileWords } from '../file-words';
import { placeKey } from '../resource-form';
import { DepositFieldsForm } from './deposit-fields';
import { blankDeposit, type DepositForm, depositFieldsFrom, depositProblems } from './deposit-form';
import { type Decision, DepositLine } from './deposit-line';
import { DepositOutcome } from './deposit-outcome';
import { DepositProgress } from './deposit-progress';
import { type DepositRow, groupOf, type RowGroup, rowGroups } from './deposit-row';
import { DepositStore } from './deposit.store';
import { DropZone } from './drop-zone';

/** Deposits up to two hundred files: chosen, said in common, sent through whatever the line does, then looked at one by one. */
@Component({
  selector: 'co-deposit-page',
  imports: [
    Banner, Breadcrumb, Button, Card, CountPipe, DepositFieldsForm, DepositLine, DepositOutcome, DepositProgress, DropZone, Empty, ErrorSummary, ErrorWordsPipe, Icon, PageHead, RouterLink, Skeleton, TranslocoDirective,
  ],
  providers: [DepositStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './deposit.page.html',
  styleUrl: './deposit.page.css',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class DepositPage {
  /** `?depot=`: a deposit made before, gone on with or looked at. */
  readonly depot = input<string>();
  protected readonly store = inject(DepositStore);
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly errors = inject(ErrorWords);
  private readonly sizes = inject(FileWords);
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  protected readonly groups = rowGroups;
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly tried = signal(false);
  protected readonly chosenGroup = signal<RowGroup | null>(null);
  // The address takes the name of a deposit that was opened here: that asks nothing anew.
  private readonly asked = linkedSignal<string | undefined, string | undefined>({ source: this.depot, computation: (depot, before) => (depot && depot === untracked(this.store.id) ? before?.value : depot) });
  protected readonly read = resource({ params: () => ({ depositId: this.asked() }), loader: ({ params }) => this.load(params.depositId) });
  protected readonly places = computed(() => (this.read.hasValue() ? this.read.value().places : []));
  protected readonly form = linkedSignal<boolean, DepositForm | undefined>({ source: () => this.read.hasValue(), computation: (ready) => (ready ? untracked(() => blankDeposit(this.places())) : undefined) });
  protected readonly problems = computed(() => {
    const form = this.form();
    return this.tried() && form ? depositProblems(form).map(({ field, problem }) => ({ fieldId: `co-deposit-${field}`, message: this.say(`problems.${problem}`) })) : [];
  });
  protected readonly fieldErrors = computed(() => Object.fromEntries(this.problems().map(({ fieldId, message }) => [fieldId.replace('co-deposit-', ''), message])));
  protected readonly fit = computed(() => this.store.rows().filter(({ state }) => state !== 'unfit').length);
  protected readonly absent = computed(() => this.store.rows().filter(({ state }) => state === 'absent').length);
  protected readonly grouped = computed(() => this.groups.map((group) => ({ group, count: this.store.rows().filter((row) => groupOf(row) === group).length })));
  protected readonly shown = computed(() => {
    const group = this.chosenGroup();
    return group ? this.store.rows().filter((row) => groupOf(row) === group) : this.store.rows();
  });
  protected readonly isSent = computed(() => this.store.id() !== null);
  protected readonly isSending = computed(() => this.isSent() && this.store.sum().count > 0 && !this.store.sum().isOver);
  protected readonly mayPublish = computed(() => {
    const fields = this.store.fields();
    return fields !== null && this.places().some((place) => placeKey(place) === placeKey(fields) && place.mayPublish);
  });
  protected readonly limits = computed(() => {
    if (!this.read.hasValue()) return '';
    const { maxBytes, leftBytes } = this.read.value();
    const room = leftBytes < maxBytes * 2 ? ` ${this.say('roomLeft', { size: this.sizes.size(leftBytes) })}` : '';
    return this.say('limits', { size: this.sizes.size(maxBytes) }) + room;
  });

  /** For the router: leaving while files are sent asks first. */
  async mayLeave(): Promise<boolean> {
    if (!this.isSending()) return true;
    return this.dialogs.confirm({ title: this.say('leaveTitle'), text: this.say('leaveText'), confirm: this.say('leave'), cancel: this.say('stay') });
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.isSending()) event.preventDefault();
  }

  protected begin(event: Event): void {
    event.preventDefault();
    void this.send();
  }

  protected decide(row: DepositRow, { choice, resourceId }: Decision): void {
    this.failure.set(null);
    this.store.decide(row, choice, resourceId).catch((failure: unknown) => this.failure.set(failure));
  }

  protected again(): void {
    // A new page, with nothing of this deposit.
    void this.router.navigateByUrl('/ressources/mes-depots', { skipLocationChange: true }).then(() => this.router.navigateByUrl('/ressources/deposer'));
  }

  protected failureWords(): string {
    return this.errors.of(this.failure());
  }

  private async send(): Promise<void> {
    const form = this.form();
    this.tried.set(true);
    this.failure.set(null);
    if (!form || this.busy() || this.problems().length || !this.fit()) return;
    this.busy.set(true);
    try {
      const id = await this.store.begin(depositFieldsFrom(form));
      await this.router.navigate([], { queryParams: { depot: id }, replaceUrl: true });
    } catch (failure) {
      this.failure.set(failure);
    } finally {
      this.busy.set(false);
    }
  }

  private async load(depositId: string | undefined) {
    const [{ places }, limits] = await Promise.all([this.api.call(openDesk, {}), this.api.call(fileLimits, {})]);
    this.store.maxBytes.set(limits.maxBytes);
    if (depositId) await this.store.open(depositId);
    return { places, ...limits };
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    this.ui.language();
    return this.transloco.translate(`library.depositing.${key}`, values);
  }
}
