import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { importResources, openDesk } from '@cohorte/library/contract';
import type { OutputOf } from '@cohorte/platform/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Breadcrumb } from '@cohorte/ui/web/breadcrumb';
import { Button } from '@cohorte/ui/web/button';
import { Chip, type ChipTone } from '@cohorte/ui/web/chip';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Empty } from '@cohorte/ui/web/empty';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Progress } from '@cohorte/ui/web/progress';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Table } from '@cohorte/ui/web/table';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ArchivedFile, ArchiveProblem } from './import-archive';
import { ImportFiles } from './import-files';

type Report = OutputOf<typeof importResources>;
type Outcome = Report['lines'][number]['outcome'];

const isArchive = ({ name, type }: File): boolean => /\.zip$/i.test(name) || type === 'application/zip';

const tones: Record<Outcome, ChipTone> = { new: 'green', changed: 'slate', same: 'plain', refused: 'brick' };

/** A table of resources taken in: tried first, line by line, then imported by a second press. */
@Component({
  selector: 'co-import-page',
  imports: [Banner, Breadcrumb, Button, Chip, CountPipe, Empty, ErrorWordsPipe, Field, Icon, PageHead, Progress, RouterLink, Skeleton, Table, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      <co-breadcrumb [crumbs]="[{ label: t('title'), link: '/ressources' }, { label: t('import.title') }]" />
      <co-page-head [heading]="t('import.title')" [subtitle]="t('import.about')" />
      @if (read.hasValue()) {
        @if (networks().length) {
          <form novalidate (submit)="try($event)">
            @if (networks().length > 1) {<co-field [label]="t('import.network')"><select coInput (change)="networkId.set($any($event.target).value)">@for (one of networks(); track one.networkId) {<option [value]="one.networkId" [selected]="one.networkId === network()">{{ one.name }}</option>}</select></co-field>}
            <co-field [label]="t('import.file')" [help]="t('import.fileHelp')" fieldId="co-import-file"><input coInput type="file" accept=".csv,.zip,text/csv,application/zip" (change)="take($any($event.target).files?.[0])" /></co-field>
            <div class="acts">
              <button coButton type="submit" [variant]="report() ? 'secondary' : 'primary'" [loading]="busy()">{{ t('import.try') }}</button>
              <a href="/api/ressources.csv" download>{{ t('import.model') }}</a>
              <a href="/api/ressources.zip" download>{{ t('import.modelArchive') }}</a>
            </div>
          </form>
          @if (failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
          @if (problem(); as why) {<co-banner tone="needs-you" live>{{ t('import.' + why) }}</co-banner>}
          @if (report(); as it) {
            <section aria-labelledby="co-report" aria-live="polite">
              <h2 id="co-report">{{ t(done() ? 'import.done' : 'import.tried') }}</h2>
              <p class="totals">@for (one of totals(); track one.outcome) {<co-chip [tone]="tones[one.outcome]">{{ one.count | coCount: { one: t('import.counts.' + one.outcome + '.one'), other: t('import.counts.' + one.outcome + '.other') } }}</co-chip> }</p>
              @if (withLine(); as count) {<p>{{ count | coCount: { one: t('import.filesComing.one'), other: t('import.filesComing.other') } }}</p>}
              @if (withoutLine(); as count) {<p>{{ count | coCount: { one: t('import.filesAlone.one'), other: t('import.filesAlone.other') } }}</p>}
              @if (files.total()) {
                <co-progress class="sending" [label]="t('import.sending')" [max]="files.total()" [value]="files.sent() + files.failed().length" [valueText]="t('import.filesSent', { sent: files.sent(), total: files.total() })" />
                @if (files.failed().length) {<co-banner tone="needs-you" live>{{ t('import.filesFailed', { names: files.failed().join(', ') }) }}</co-banner>}
              }
              @if (!done() && toDo()) {<button coButton variant="primary" type="button" [loading]="busy()" (click)="carryOut()"><co-icon name="upload" />{{ t('import.carryOut') }}</button>}
              @if (done()) {<a coButton variant="primary" routerLink="/ressources">{{ t('seeAll') }}</a>}
              <table coTable [attr.aria-label]="t('import.lines')">
                <thead><tr><th scope="col">{{ t('import.line') }}</th><th scope="col">{{ t('fields.title') }}</th><th scope="col">{{ t('import.outcome') }}</th></tr></thead>
                <tbody>@for (one of it.lines; track one.line) {<tr><td class="number" [attr.data-label]="t('import.line')">{{ one.line }}</td><td [attr.data-label]="t('fields.title')">{{ one.title || '–' }}</td><td [attr.data-label]="t('import.outcome')"><co-chip [tone]="tones[one.outcome]">{{ t('import.outcomes.' + one.outcome) }}</co-chip>@if (one.problems.length) { {{ t('import.look', { columns: one.problems.join(', ') }) }}}</td></tr>}</tbody>
              </table>
            </section>
          }
        } @else {<co-empty [heading]="t('import.notYours')"><a coButton routerLink="/ressources">{{ t('seeAll') }}</a></co-empty>}
      } @else if (read.error()) {
        <co-banner tone="needs-you" live [heading]="t('failed')">{{ read.error() | coErrorWords }}<button coButton coAction type="button" (click)="read.reload()">{{ t('retry') }}</button></co-banner>
      } @else {<co-skeleton [lines]="5" />}
    </ng-container>
  `,
  styles: `
    form { display: grid; gap: var(--co-space-4); max-width: 46rem; margin-bottom: var(--co-space-6); }
    .acts { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-4); }
    section { display: grid; gap: var(--co-space-4); justify-items: start; }
    section table { width: 100%; overflow-wrap: anywhere; }
    .totals { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    .sending { width: 100%; max-width: 46rem; }
    h2 { font-size: var(--co-text-l); }
  `,
})
export class ImportPage {
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  protected readonly tones = tones;
  protected readonly read = resource({ loader: () => this.api.call(openDesk, {}) });
  protected readonly networks = computed(() => (this.read.hasValue() ? this.read.value().places.filter(({ access, mayPublish }) => access === 'network' && mayPublish) : []));
  protected readonly networkId = signal('');
  protected readonly network = computed(() => this.networkId() || (this.networks()[0]?.networkId ?? ''));
  private readonly text = signal('');
  protected readonly report = signal<Report | null>(null);
  protected readonly done = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal('');
  protected readonly totals = computed(() => (['new', 'changed', 'same', 'refused'] as const).map((outcome) => ({ outcome, count: this.report()?.lines.filter((line) => line.outcome === outcome).length ?? 0 })).filter(({ count }) => count > 0));
  protected readonly files = new ImportFiles();
  protected readonly problem = signal<ArchiveProblem | 'noFile' | null>(null);
  /** A large file may still be opening when it is tried. */
  private taking = Promise.resolve();
  private readonly archived = signal<readonly ArchivedFile[]>([]);
  /** Files of lines that are taken, and those of none. */
  protected readonly withLine = computed(() => this.archived().filter(({ slug }) => this.taken().has(slug)).length);
  protected readonly withoutLine = computed(() => this.archived().length - this.withLine());
  private readonly taken = computed(() => new Set(this.report()?.lines.flatMap(({ slug, outcome }) => (outcome === 'refused' ? [] : [slug])) ?? []));
  protected readonly toDo = computed(() => this.withLine() > 0 || (this.report()?.lines.some(({ outcome }) => outcome === 'new' || outcome === 'changed') ?? false));

  protected take(file: File | undefined): void {
    this.taking = this.open(file);
  }

  private async open(file: File | undefined): Promise<void> {
    this.report.set(null);
    this.done.set(false);
    this.problem.set(null);
    this.archived.set([]);
    this.text.set(file && !isArchive(file) ? await file.text() : '');
    if (file && isArchive(file)) await this.unpack(file);
  }

  /** What unpacks is fetched when there is something to unpack. */
  private async unpack(file: File): Promise<void> {
    const { readArchive } = await import('./import-archive');
    const read = await readArchive(new Uint8Array(await file.arrayBuffer()));
    if (typeof read === 'string') return this.problem.set(read);
    this.text.set(read.table);
    this.archived.set(read.files);
  }

  protected try(event: Event): void {
    event.preventDefault();
    void this.send(true);
  }

  protected carryOut(): void {
    void this.send(false);
  }

  private async send(dryRun: boolean): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set('');
    try {
      await this.taking;
      if (!this.text()) return this.problem.update((known) => known ?? 'noFile');
      const report = await this.api.call(importResources, { networkId: this.network(), text: this.text(), dryRun });
      this.report.set(report);
      this.done.set(!dryRun);
      if (!dryRun) await this.files.send(this.archived(), new Map(report.lines.flatMap(({ slug, resourceId }) => (resourceId ? [[slug, resourceId] as const] : []))));
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
