import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, untracked } from '@angular/core';
import { Icon } from './icon';
import { UiWords } from './ui-words';

/** What must be looked at again, and the id of the field it concerns. */
export interface FieldProblem {
  fieldId: string;
  message: string;
}

/** The errors of a form summed up at its top; takes the focus when they appear, each line leads to its field. */
@Component({
  selector: 'co-error-summary',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (problems().length) {
      <p class="title"><co-icon name="circle-alert" />{{ heading() || ui.words().errorsTitle(problems().length) }}</p>
      <ul role="list">
        @for (problem of problems(); track problem.fieldId + problem.message) {
          <li><a [attr.href]="'#' + problem.fieldId" (click)="go($event, problem.fieldId)">{{ problem.message }}</a></li>
        }
      </ul>
    }
  `,
  styles: `
    :host { display: block; padding: var(--co-space-4); border: 1px solid var(--co-brick); border-left-width: 4px; border-radius: var(--co-radius); background: var(--co-brick-wash); }
    :host(.none) { display: none; }
    .title { display: flex; gap: var(--co-space-2); align-items: center; font-weight: 650; color: var(--co-brick); }
    ul { list-style: none; margin: var(--co-space-2) 0 0; padding-left: 1.75em; display: grid; gap: var(--co-space-1); }
    a { color: var(--co-ink); display: inline-block; min-height: 24px; }
  `,
  host: { tabindex: '-1', role: 'group', '[attr.aria-label]': 'problems().length ? heading() || ui.words().errorsTitle(problems().length) : null', '[class.none]': '!problems().length' },
})
export class ErrorSummary {
  readonly problems = input.required<readonly FieldProblem[]>();
  readonly heading = input('');
  protected readonly ui = inject(UiWords);
  private readonly document = inject(DOCUMENT);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    let shown: readonly FieldProblem[] = [];
    effect(() => {
      const problems = this.problems();
      if (problems.length && !shown.length) untracked(() => setTimeout(() => this.element.focus()));
      shown = problems;
    });
  }

  protected go(event: Event, fieldId: string): void {
    event.preventDefault();
    this.document.getElementById(fieldId)?.focus();
  }
}
