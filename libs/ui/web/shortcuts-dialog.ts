import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { DialogLayout } from './dialog-layout';
import { Kbd } from './kbd';
import { Shortcuts } from './shortcuts.service';
import { Switch } from './switch';
import { UiWords } from './ui-words';

/** The keys that work on this page. */
@Component({
  selector: 'co-shortcuts-dialog',
  imports: [DialogLayout, Kbd, Switch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="ui.words().shortcuts">
      <ul role="list">
        @for (shortcut of service.all(); track $index) {<li><span>{{ service.words(shortcut) }}</span><co-kbd [keys]="shortcut.keys" /></li>}
      </ul>
      <co-switch [label]="ui.words().singleKeys" [help]="ui.words().singleKeysHelp" [checked]="service.singleKeys()" (checkedChange)="service.allowSingleKeys($event)" />
    </co-dialog-layout>
  `,
  styles: `
    ul { list-style: none; margin-bottom: var(--co-space-4); }
    li { display: flex; justify-content: space-between; gap: var(--co-space-4); padding: var(--co-space-2) 0; border-bottom: 1px solid var(--co-hairline); }
  `,
})
export class ShortcutsDialog {
  protected readonly service = inject(Shortcuts);
  protected readonly ui = inject(UiWords);
}
