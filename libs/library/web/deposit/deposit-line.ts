import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type duplicateChoices, formsByKind, resourceKinds } from '@cohorte/library/contract';
import { Button } from '@cohorte/ui/web/button';
import { Chip, type ChipTone } from '@cohorte/ui/web/chip';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import type { IconName } from '@cohorte/ui/web/icons';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { fileIcon } from '../file-icon';
import { FileWords } from '../file-words';
import { ResourceWords } from '../resource-words';
import type { DepositRow, RowState } from './deposit-row';

export interface Decision {
  readonly choice: (typeof duplicateChoices)[number];
  readonly resourceId?: string;
}

interface Look {
  readonly tone: ChipTone;
  readonly icon: IconName;
}

const looks: Partial<Record<RowState, Look>> = {
  unfit: { tone: 'brick', icon: 'circle-alert' }, denied: { tone: 'brick', icon: 'circle-alert' }, refused: { tone: 'brick', icon: 'circle-alert' }, failed: { tone: 'brick', icon: 'unlink' }, absent: { tone: 'amber', icon: 'upload' },
  paused: { tone: 'plain', icon: 'pause' }, reading: { tone: 'slate', icon: 'eye' }, decide: { tone: 'amber', icon: 'copy' }, incomplete: { tone: 'amber', icon: 'pencil' }, complete: { tone: 'green', icon: 'check' },
  submitted: { tone: 'green', icon: 'send' }, published: { tone: 'green', icon: 'circle-check' }, dropped: { tone: 'plain', icon: 'minus' },
};

/** One file of a deposit: what it is, how far it is, what it needs. */
@Component({
  selector: 'li[coDepositLine]',
  imports: [Button, Chip, Field, Icon, RouterLink, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './deposit-line.html',
  styleUrl: './deposit-line.css',
})
export class DepositLine {
  readonly row = input.required<DepositRow>();
  readonly paused = output();
  readonly resumed = output();
  readonly retried = output();
  readonly removed = output();
  readonly edited = output();
  readonly left = output();
  readonly renamed = output<{ title: string; form: string }>();
  readonly decided = output<Decision>();
  private readonly files = inject(FileWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly words = inject(ResourceWords);
  protected readonly kinds = resourceKinds.filter((kind) => kind !== 'clause').map((kind) => ({ kind, forms: formsByKind[kind] }));
  protected readonly look = computed(() => looks[this.row().state]);
  protected readonly icon = computed(() => fileIcon(this.row().deposited?.type ?? null, this.row().name));
  protected readonly share = computed(() => Math.floor((this.row().sent / Math.max(1, this.row().size)) * 100));
  protected readonly said = computed(() => [this.row().name, this.files.size(this.row().size), this.row().form && this.words.form(this.row().form)].filter(Boolean).join(' · '));
  protected readonly mayEdit = computed(() => this.row().state === 'chosen' || this.row().state === 'waiting');
  protected readonly mayRemove = computed(() => ['unfit', 'chosen', 'absent', 'waiting', 'sending', 'paused', 'failed', 'denied'].includes(this.row().state));
  protected readonly replaceable = computed(() => this.row().deposited?.duplicates.filter(({ mayReplace }) => mayReplace).length ?? 0);
  /** The sentence of what stands against it. */
  protected readonly why = computed(() => {
    const { state, problem } = this.row();
    if (state === 'absent' || state === 'failed') return this.say(`depositing.${state}Text`);
    if (state === 'dropped') return this.say(this.row().deposited?.choice === 'new-version' ? 'depositing.versionOf' : 'depositing.notKept');
    if (state === 'refused') return this.say(`file.problems.${problem}`);
    return problem ? this.ofCode(problem, this.row().details) : '';
  });

  protected keep(event: Event): void {
    event.preventDefault();
    const written = new FormData(event.target as HTMLFormElement);
    const title = String(written.get('title') ?? '').trim();
    if (title.length < 3) this.left.emit();
    else this.renamed.emit({ title, form: String(written.get('form') ?? this.row().form) });
  }

  /** `library.file-empty`, or the code of another domain. */
  private ofCode(code: string, details: Readonly<Record<string, unknown>>): string {
    const [domain, ...rest] = code.split('.');
    const key = `${domain}.errors.${rest.join('.')}`;
    const said: unknown = this.transloco.translate(key, details);
    return typeof said === 'string' && said !== key ? said : this.transloco.translate('platform.errors.internal');
  }

  private say(key: string): string {
    return this.transloco.translate(`library.${key}`);
  }
}
