import { ChangeDetectionStrategy, Component, ElementRef, inject, input } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { UiWords } from './ui-words';

/** First stop of the keyboard: jumps over the bars to the page. */
@Component({
  selector: 'a[coSkipLink]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ ui.words().skip }}`,
  styles: `
    :host { position: absolute; z-index: 100; top: var(--co-space-2); left: var(--co-space-2); padding: var(--co-space-2) var(--co-space-4); border-radius: var(--co-radius); background: var(--co-green); color: var(--co-on-green); font-weight: 650; transform: translateY(-200%); }
    :host(:focus) { transform: none; }
  `,
  host: { '[attr.href]': "'#' + coSkipLink()", '(click)': 'go($event)' },
})
export class SkipLink {
  readonly coSkipLink = input.required<string>();
  protected readonly ui = inject(UiWords);
  private readonly document = inject(DOCUMENT);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected go(event: Event): void {
    event.preventDefault();
    const target = this.document.getElementById(this.coSkipLink());
    this.element.blur();
    target?.focus();
  }
}
