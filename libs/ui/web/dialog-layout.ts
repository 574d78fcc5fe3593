import { booleanAttribute, ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { DialogRef } from './dialog-ref';
import { Icon } from './icon';
import { UiWords } from './ui-words';

let count = 0;

/**
 * Head, scrolling body and `[coFooter]` of a dialog or a sheet; its heading names the dialog.
 * The closing cross comes last in the order of the keyboard, so that the focus starts on the first field.
 */
@Component({
  selector: 'co-dialog-layout',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <div>
        <h2 [id]="id">{{ heading() }}</h2>
        @if (note(); as said) {<p>{{ said }}</p>}
      </div>
    </header>
    <div class="body"><ng-content /></div>
    <footer><ng-content select="[coFooter]" /></footer>
    @if (!locked()) {<button type="button" class="close" [attr.aria-label]="ui.words().close" (click)="ref?.close()"><co-icon name="x" /></button>}
  `,
  styles: `
    :host { position: relative; display: flex; flex-direction: column; min-height: 0; max-height: inherit; height: 100%; }
    header { padding: var(--co-space-5) 68px var(--co-space-3) var(--co-space-6); }
    h2 { font-size: var(--co-text-l); padding-top: 4px; }
    p { color: var(--co-soft); margin-top: var(--co-space-1); }
    .close { position: absolute; top: var(--co-space-5); right: var(--co-space-5); display: grid; place-items: center; width: 36px; height: 36px; border: 0; border-radius: var(--co-radius); background: transparent; color: var(--co-soft); }
    .close:hover { background: var(--co-sunk); color: var(--co-ink); }
    .body { flex: 1 1 auto; min-height: 0; overflow: auto; padding: var(--co-space-1) var(--co-space-6) var(--co-space-6); overscroll-behavior: contain; }
    footer { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--co-space-3); padding: var(--co-space-4) var(--co-space-6); border-top: 1px solid var(--co-hairline); }
    footer:empty { display: none; }
    @media (max-width: 600px) {
      header { padding-left: var(--co-space-4); }
      .close { right: var(--co-space-3); }
      .body { padding-inline: var(--co-space-4); }
      footer { padding: var(--co-space-3) var(--co-space-4) max(var(--co-space-3), env(safe-area-inset-bottom)); }
      footer ::ng-deep > * { flex: 1 1 auto; }
    }
  `,
})
export class DialogLayout {
  readonly heading = input.required<string>();
  readonly note = input('');
  readonly locked = input(false, { transform: booleanAttribute });
  protected readonly ui = inject(UiWords);
  protected readonly ref = inject(DialogRef, { optional: true });
  protected readonly id = `co-dialog-${++count}`;

  constructor() {
    this.ref?.nameBy(this.id);
  }
}
