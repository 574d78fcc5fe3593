import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { CopyButton } from '@cohorte/ui/web/copy-button';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { saveFile } from './save-file';

/** The recovery codes, shown once: to print, copy or download. */
@Component({
  selector: 'co-recovery-codes',
  imports: [Button, CopyButton, Icon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ 'identity.recovery.about' | transloco }}</p>
    <ul role="list">@for (code of codes(); track code) {<li><code>{{ code }}</code></li>}</ul>
    <div class="acts">
      <co-copy-button [text]="text()" />
      <button coButton type="button" size="small" (click)="download()"><co-icon name="download" />{{ 'identity.recovery.download' | transloco }}</button>
    </div>
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-3); }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: var(--co-space-1) var(--co-space-4); }
    code { font-family: var(--co-font-mono); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    @media print { .acts { display: none; } }
  `,
})
export class RecoveryCodes {
  readonly codes = input.required<readonly string[]>();
  private readonly document = inject(DOCUMENT);
  protected readonly text = computed(() => this.codes().join('\n'));

  protected download(): void {
    saveFile(this.document, 'cohorte-codes-de-secours.txt', new Blob([`${this.text()}\n`], { type: 'text/plain' }));
  }
}
