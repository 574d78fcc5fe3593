import { ChangeDetectionStrategy, Component, computed, effect, input, signal } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { SuggestionBubble } from './suggestion-bubble';
import { keyAt } from './suggestion-pieces';

/** The pointer may go from a proposal to its bubble without losing it. */
const leavesAfter = 300;

/** Which proposal the caret or the pointer is in; the bubble beside it is loaded with the first. */
@Component({
  selector: 'co-suggestion-pointer',
  imports: [SuggestionBubble],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@defer (when proposal() !== null) {<co-suggestion-bubble [editor]="editor()" [tick]="tick()" [proposal]="proposal()" />}`,
  host: { '(mouseover)': 'stay()', '(mouseleave)': 'leave()' },
})
export class SuggestionPointer {
  readonly editor = input.required<Editor>();
  /** Rises with every change of text or selection. */
  readonly tick = input.required<number>();

  protected readonly proposal = computed(() => {
    this.tick();
    const editor = this.editor();
    if (editor.isDestroyed) return null;
    return this.hovered() ?? (editor.isFocused ? keyAt(editor.state.doc, editor.state.selection.head) : null);
  });
  private readonly hovered = signal<string | null>(null);
  private leaving: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect((onCleanup) => {
      const { dom } = this.editor().view;
      const over = (event: Event): void => this.over(event.target);
      const out = (): void => this.leave();
      dom.addEventListener('mouseover', over);
      dom.addEventListener('mouseleave', out);
      onCleanup(() => {
        dom.removeEventListener('mouseover', over);
        dom.removeEventListener('mouseleave', out);
        clearTimeout(this.leaving);
      });
    });
  }

  protected stay(): void {
    clearTimeout(this.leaving);
  }

  protected leave(): void {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.hovered.set(null), leavesAfter);
  }

  private over(target: EventTarget | null): void {
    const key = target instanceof Element ? (target.closest<HTMLElement>('[data-proposal]')?.dataset['proposal'] ?? null) : null;
    if (key === null) return this.leave();
    this.stay();
    this.hovered.set(key);
  }
}
