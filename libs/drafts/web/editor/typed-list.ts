import { ChangeDetectionStrategy, Component, effect, ElementRef, input, output, viewChild } from '@angular/core';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { choiceId } from './typed-choice';
import type { TypedChoice, TypedPlace } from './typed-choice';

const height = 340;
const width = 280;

/** The list under a typed `/` or `@`; the keys stay with the text, which names the line they would choose. */
@Component({
  selector: 'co-typed-list',
  imports: [Icon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div #list class="list" [style.left.px]="left()" [style.top.px]="isAbove() ? null : place().bottom + 6" [style.bottom.px]="isAbove() ? above() : null" [style.max-height.px]="maxHeight">
      <div role="listbox" id="draft-choices" [attr.aria-label]="title()">
        @for (choice of choices(); track choice.key; let index = $index) {
          <!-- The keyboard acts in the text, on the option named by aria-activedescendant. -->
          <div role="option" [id]="idOf(choice.key)" [attr.aria-selected]="index === active()" (mousedown)="pick($event, index)"><co-icon [name]="choice.icon" />{{ choice.label }}</div>
        }
      </div>
      @if (choices().length === 0) {<p role="status">{{ none() }}</p>}
      <p class="hint">{{ 'drafts.slash.hint' | transloco }}</p>
    </div>
  `,
  styles: `
    .list { position: fixed; z-index: 40; width: 280px; overflow: auto; padding: var(--co-space-1); background: var(--co-raised); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); box-shadow: var(--co-float); font-family: var(--co-font); }
    [role='option'] { display: flex; align-items: center; gap: var(--co-space-3); padding: 7px var(--co-space-3); border-radius: var(--co-radius); font-size: var(--co-text-s); cursor: pointer; }
    [role='option'] co-icon { color: var(--co-soft); }
    [role='option'][aria-selected='true'] { background: var(--co-green-wash); color: var(--co-green); }
    [role='option'][aria-selected='true'] co-icon { color: inherit; }
    p { padding: 7px var(--co-space-3); color: var(--co-soft); font-size: var(--co-text-xs); }
    .hint { border-top: 1px solid var(--co-hairline); margin-top: var(--co-space-1); }
    @media print { :host { display: none; } }
  `,
})
export class TypedList {
  readonly title = input.required<string>();
  /** Said when nothing answers to what was typed. */
  readonly none = input.required<string>();
  readonly choices = input.required<readonly TypedChoice[]>();
  readonly active = input.required<number>();
  readonly place = input.required<TypedPlace>();
  readonly chosen = output<number>();
  protected readonly idOf = choiceId;
  protected readonly maxHeight = height;
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  constructor() {
    effect(() => {
      const choice = this.choices()[this.active()];
      if (choice) this.list().nativeElement.querySelector(`#${CSS.escape(choiceId(choice.key))}`)?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected left(): number {
    return Math.max(8, Math.min(this.place().left, window.innerWidth - width - 8));
  }

  /** Where there is no room below the line, the list stands on it. */
  protected isAbove(): boolean {
    const { top, bottom } = this.place();
    const room = window.visualViewport?.height ?? window.innerHeight;
    return bottom + height > room && top > room - bottom;
  }

  protected above(): number {
    return window.innerHeight - this.place().top + 6;
  }

  protected pick(event: Event, index: number): void {
    event.preventDefault();
    this.chosen.emit(index);
  }
}
