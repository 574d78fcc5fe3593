import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { fileTypes } from '@cohorte/library/contract';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';
import { droppedFiles } from './dropped-files';

/** Where files are dropped, anywhere on the page while it is shown; its button does the same by keyboard and on a phone. */
@Component({
  selector: 'co-drop-zone',
  imports: [Button, Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.depositing'">
      <co-icon name="upload" />
      <div class="said">@if (again()) {<p class="lead">{{ t('zoneAgain') }}</p>} @else {<p class="lead drag">{{ t('zone') }}</p><p class="lead touch">{{ t('zoneByHand') }}</p>}<p class="limits">{{ limits() }}</p></div>
      <input #picker type="file" multiple hidden [accept]="accepted" (change)="choose(picker)" />
      <button coButton type="button" [variant]="again() ? 'secondary' : 'primary'" (click)="picker.click()"><co-icon name="plus" />{{ t('choose') }}</button>
    </ng-container>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-3) var(--co-space-5); padding: var(--co-space-6); border: 2px dashed var(--co-edge); border-radius: var(--co-radius-card); background: var(--co-surface);
      transition: background-color var(--co-quick) var(--co-ease), border-color var(--co-quick) var(--co-ease); }
    :host(.large) { flex-direction: column; text-align: center; padding-block: var(--co-space-10); }
    :host(.over) { border-color: var(--co-green); background: var(--co-green-wash); }
    :host > co-icon { width: 28px; height: 28px; color: var(--co-green); }
    .said { flex: 1 1 14rem; min-width: 0; }
    :host(.large) .said { flex: none; max-width: 34rem; }
    .lead { font-weight: 650; }
    :host(.large) .lead { font-size: var(--co-text-l); }
    .limits { color: var(--co-soft); font-size: var(--co-text-xs); text-wrap: balance; }
    .touch { display: none; }
    @media (hover: none) and (pointer: coarse) { .drag { display: none; } .touch { display: block; } }
    @media (max-width: 600px) { :host, :host(.large) { padding: var(--co-space-5) var(--co-space-4); } button { width: 100%; } }
  `,
  host: {
    '[class.large]': '!again()',
    '[class.over]': 'isOver()',
    '(document:dragover)': 'over($event)',
    '(document:dragleave)': 'left($event)',
    '(document:drop)': 'drop($event)',
  },
})
export class DropZone {
  /** There are files already: quieter. */
  readonly again = input(false);
  readonly limits = input('');
  readonly files = output<File[]>();
  protected readonly isOver = signal(false);
  protected readonly accepted = Object.values(fileTypes).flatMap(({ extensions }) => extensions.map((one) => `.${one}`)).join(',');

  protected choose(picker: HTMLInputElement): void {
    this.files.emit([...(picker.files ?? [])]);
    // The same file may be chosen once more.
    picker.value = '';
  }

  protected over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.isOver.set(true);
  }

  protected left(event: DragEvent): void {
    if (event.relatedTarget === null) this.isOver.set(false);
  }

  protected drop(event: DragEvent): void {
    this.isOver.set(false);
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then((files) => this.files.emit(files));
  }
}
