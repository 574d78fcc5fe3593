import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { UiWords } from './ui-words';

/** First stop of the keyboard: jumps over the bars to the page. */
@Component({
  selector: 'co-skip-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<a [attr.href]="'#' + target()" (click)="go($event)">{{ ui.words().skip }}</a>`,
  styles: `
    a { position: absolute; z-index: 100; top: var(--co-space-2); left: var(--co-space-2); padding: var(--co-space-2) var(--co-space-4); border-radius: var(--co-radius); background: var(--co-green); color: var(--co-on-green); font-weight: 650; transform: translateY(-200%); }
    a:focus { transform: none; }
    @media print { :host { display: none; } }
  `,
})
export class SkipLink {
  readonly target = input.required<string>();
  protected readonly ui = inject(UiWords);
  private readonly document = inject(DOCUMENT);

  protected go(event: Event): void {
    event.preventDefault();
    this.document.getElementById(this.target())?.focus();
  }
}
