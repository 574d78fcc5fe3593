import { ChangeDetectionStrategy, Component, computed, inject, input, type OnDestroy, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ImportedLine, importResources } from '@cohorte/library/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { Progress } from '@cohorte/ui/web/progress';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ArchivedFile, ArchiveProblem } from './import-archive';
import { announce, ImportFiles, missingIn } from './import-files';
import { ImportReport } from './import-report';

const isArchive = ({ name, type }: File): boolean => /\.zip$/i.test(name) || type === 'application/zip';

/** A table of resources and its files taken in: tried first, line by line, then imported by a second press. */
@Component({
  selector: 'co-import-table',
  imports: [Banner, Button, CountPipe, ErrorWordsPipe, Field, Icon, ImportReport, Progress, RouterLink, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-table.html',
  styleUrl: './import-table.css',
})
export class ImportTable implements OnDestroy {
  readonly networkId = input.required<string>();
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  private readonly text = signal('');
  private readonly archived = signal<readonly ArchivedFile[]>([]);
  /** A large file may still be opening when it is tried. */
  private taking = Promise.resolve();
  protected readonly files = new ImportFiles();
  protected readonly lines = signal<readonly ImportedLine[] | null>(null);
  protected readonly done = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal('');
  protected readonly problem = signal<ArchiveProblem | 'noFile' | null>(null);
  /** Files the library lacks, and those of no line. */
  protected readonly missing = computed(() => missingIn(this.lines() ?? []));
  protected readonly withoutLine = computed(() => this.archived().filter(({ slug }) => !this.lines()?.some((line) => line.slug === slug)).length);
  protected readonly toDo = computed(() => this.missing() > 0 || (this.lines()?.some(({ outcome }) => outcome === 'new' || outcome === 'changed') ?? false));
  /** Leaving would lose what is still to be sent. */
  readonly isSending = computed(() => this.files.isGoing());

  ngOnDestroy(): void {
    this.files.close();
  }

  protected take(file: File | undefined): void {
    this.taking = this.open(file);
  }

  protected try(event: Event): void {
    event.preventDefault();
    void this.run(true);
  }

  protected carryOut(): void {
    void this.run(false);
  }

  private async open(file: File | undefined): Promise<void> {
    this.lines.set(null);
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

  private async run(dryRun: boolean): Promise<void> {
    if (this.busy() || this.files.isGoing()) return;
    this.busy.set(true);
    this.failure.set('');
    try {
      await this.taking;
      if (!this.text()) return this.problem.update((known) => known ?? 'noFile');
      const { lines } = await this.api.call(importResources, { networkId: this.networkId(), text: this.text(), files: await announce(this.archived()), dryRun });
      this.lines.set(lines);
      this.done.set(!dryRun);
      if (!dryRun) this.files.send(this.archived(), lines);
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
