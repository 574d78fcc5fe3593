import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Button } from './button';
import { Icon } from './icon';
import { UiWords } from './ui-words';

/** Copies a text (a link, a code) and says so for two seconds. */
@Component({
  selector: 'co-copy-button',
  imports: [Button, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button coButton type="button" size="small" (click)="copy()"><co-icon [name]="copied() ? 'check' : 'copy'" />{{ copied() ? ui.words().copied : label() || ui.words().copy }}</button>
    <span class="hidden" aria-live="polite">{{ copied() ? ui.words().copied : '' }}</span>
  `,
  styles: `:host { display: inline-flex; } .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }`,
})
export class CopyButton {
  readonly text = input.required<string>();
  readonly label = input('');
  protected readonly ui = inject(UiWords);
  protected readonly copied = signal(false);
  private readonly document = inject(DOCUMENT);

  protected async copy(): Promise<void> {
    await this.document.defaultView?.navigator.clipboard.writeText(this.text());
    this.copied.set(true);
    setTimeout(() => this.copied.set(false), 2_000);
  }
}
