import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ImportedFile, ImportedLine } from '@cohorte/library/contract';
import { ApiError, ErrorWords } from '@cohorte/platform/web';
import { Chip, type ChipTone } from '@cohorte/ui/web/chip';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import { Table } from '@cohorte/ui/web/table';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SendingState } from './deposit/upload-queue';

type Outcome = ImportedLine['outcome'];

const outcomes = ['new', 'changed', 'same', 'refused'] as const;
const tones: Record<Outcome | 'version', ChipTone> = { new: 'green', changed: 'slate', version: 'slate', same: 'plain', refused: 'brick' };

/** Words of what a file becomes, before and after it is sent. */
function stageOf({ outcome, state }: ImportedFile, sending: SendingState | undefined): string {
  if (outcome === 'refused') return 'refused';
  if (outcome === 'same') return state === 'waiting' ? 'read' : 'same';
  if (sending === 'sent') return 'sent';
  if (sending === 'failed' || sending === 'refused') return 'failed';
  return outcome;
}

/** What an import does or did, line by line, to resources and to their files. */
@Component({
  selector: 'co-import-report',
  imports: [Chip, CountPipe, Icon, Table, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      <p class="totals">@for (one of totals(); track one.outcome) {<co-chip [tone]="tones[one.outcome]">{{ one.count | coCount: { one: t('import.counts.' + one.outcome + '.one'), other: t('import.counts.' + one.outcome + '.other') } }}</co-chip> }</p>
      <ng-content />
      <table coTable [attr.aria-label]="t('import.lines')">
        <thead><tr><th scope="col">{{ t('import.line') }}</th><th scope="col">{{ t('fields.title') }}</th><th scope="col">{{ t('import.outcome') }}</th></tr></thead>
        <tbody>
          @for (one of lines(); track one.line) {
            <tr>
              <td class="number" [attr.data-label]="t('import.line')">{{ one.line }}</td>
              <td [attr.data-label]="t('fields.title')">{{ one.title || '–' }}</td>
              <td [attr.data-label]="t('import.outcome')">
                <div class="becomes">
                  <p><co-chip [tone]="tones[one.outcome]">{{ t('import.outcomes.' + one.outcome) }}</co-chip>@if (one.end === 'draft' || one.end === 'once-read') { {{ t('import.ends.' + one.end) }}}</p>
                  @if (one.problems.length) {<p>{{ t('import.look', { columns: one.problems.join(', ') }) }}</p>}
                  @if (one.reason) {<p>{{ words(one.reason) }}</p>}
                  @for (file of one.files; track $index) {
                    <p class="file"><co-icon name="file" /><span><strong>{{ file.name }}</strong> · {{ t('import.fileStages.' + stage(one, file)) }}@if (file.problem; as why) {. {{ words(why.code, why.details) }}}</span></p>
                  }
                </div>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </ng-container>
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-4); justify-items: start; width: 100%; }
    table { width: 100%; overflow-wrap: anywhere; }
    .totals { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    th { white-space: nowrap; }
    .becomes { display: grid; gap: var(--co-space-1); text-align: start; }
    .file { display: flex; gap: var(--co-space-2); align-items: baseline; color: var(--co-soft); font-size: var(--co-text-s); }
    .file co-icon { flex: none; align-self: center; }
    .file strong { font-weight: 500; color: var(--co-ink); }
  `,
})
export class ImportReport {
  readonly lines = input.required<readonly ImportedLine[]>();
  /** Of the files under way, by resource and role. */
  readonly sending = input<ReadonlyMap<string, SendingState>>(new Map());
  private readonly errors = inject(ErrorWords);
  protected readonly tones = tones;
  protected readonly totals = computed(() => outcomes.map((outcome) => ({ outcome, count: this.lines().filter((line) => line.outcome === outcome).length })).filter(({ count }) => count > 0));

  protected stage({ slug }: ImportedLine, file: ImportedFile): string {
    return stageOf(file, this.sending().get(`${slug}/${file.role}`));
  }

  protected words(code: string, details: Record<string, number> = {}): string {
    return this.errors.of(new ApiError({ kind: 'bad-input', code, details }));
  }
}
