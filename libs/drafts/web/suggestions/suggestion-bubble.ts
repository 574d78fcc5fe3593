import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { RelativePipe } from '@cohorte/ui/web/date.pipe';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { SuggestionGroup } from '../../contract/suggestions/suggestion-groups';
import type { Decision } from './suggestion-decisions';
import { SuggestionDesk } from './suggestion-desk';
import { groupsIn } from './suggestion-pieces';
import { wordsOf } from './suggestion-words';

const width = 320;

/** Beside the proposal the caret or the pointer is in: what it asks for, who asks, and the decision. Comes right after the text in Tab order. */
@Component({
  selector: 'co-suggestion-bubble',
  imports: [RelativePipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (group(); as shown) {
      <div class="bubble" role="group" [attr.aria-label]="'drafts.suggestions.here' | transloco" [style.left.px]="place().left" [style.top.px]="place().top">
        <p class="what">{{ words(shown) }}</p>
        <p class="who">{{ desk.isMine(shown.person) ? ('drafts.suggestions.me' | transloco) : (desk.authorOf(shown.person)?.name ?? ('drafts.suggestions.someone' | transloco)) }} · {{ shown.at * 1000 | coRelative }}</p>
        @if (desk.mayDecide()) {
          <button type="button" aria-keyshortcuts="Alt+Shift+A" (click)="decide('accept', shown)">{{ 'drafts.suggestions.accept' | transloco }}</button>
          <button type="button" aria-keyshortcuts="Alt+Shift+R" (click)="decide('refuse', shown)">{{ 'drafts.suggestions.refuse' | transloco }}</button>
        } @else if (desk.mayRefuse(shown)) {
          <button type="button" aria-keyshortcuts="Alt+Shift+R" (click)="decide('refuse', shown)">{{ 'drafts.suggestions.withdraw' | transloco }}</button>
        }
      </div>
    }
    <p class="co-hidden" role="status">{{ said() }}</p>
  `,
  styles: `
    .bubble { position: absolute; z-index: 15; width: min(320px, calc(100vw - 32px)); padding: var(--co-space-2) var(--co-space-3); background: var(--co-raised); border: 1px solid var(--co-hairline); border-radius: var(--co-radius); box-shadow: var(--co-float); font-family: var(--co-font); font-size: 0.875rem; line-height: 1.4; }
    .what { overflow-wrap: anywhere; }
    .who { color: var(--co-soft); font-size: var(--co-text-xs); }
    button { min-height: 32px; margin: 4px 4px 0 -8px; padding: 4px 8px; border: 0; border-radius: 4px; background: none; font-weight: 650; color: var(--co-green); }
    button + button { margin-left: 0; color: var(--co-brick); }
    button:hover { background: var(--co-sunk); }
    @media (pointer: coarse) { button { min-height: 44px; } }
    @media print { :host { display: none; } }
  `,
})
export class SuggestionBubble {
  readonly editor = input.required<Editor>();
  readonly tick = input.required<number>();
  /** Which proposal the caret, or the pointer, is in. */
  readonly proposal = input.required<string | null>();

  protected readonly desk = inject(SuggestionDesk);
  private readonly transloco = inject(TranslocoService);
  protected readonly group = computed(() => {
    this.tick();
    const key = this.proposal();
    return key === null ? null : (groupsIn(this.editor().state.doc).find((group) => group.key === key) ?? null);
  }, { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) });
  protected readonly said = computed(() => {
    const group = this.group();
    return group ? this.words(group) : '';
  });

  protected readonly place = computed(() => {
    this.tick();
    const group = this.group();
    const { view, state } = this.editor();
    const end = view.coordsAtPos(Math.min(group?.to ?? 0, state.doc.content.size), -1);
    // A long passage ends off the screen: the caret in it is nearer.
    const isIn = group !== null && state.selection.head >= group.from && state.selection.head <= group.to;
    const box = isIn && end.bottom > window.innerHeight - 160 ? view.coordsAtPos(state.selection.head) : end;
    const left = Math.max(16, Math.min(box.left, window.innerWidth - width - 24));
    return { left: left + window.scrollX, top: box.bottom + 8 + window.scrollY };
  });

  protected words(group: SuggestionGroup): string {
    return wordsOf(group, this.transloco);
  }

  protected async decide(decision: Decision, group: SuggestionGroup): Promise<void> {
    await this.desk.decide(decision, [group]);
    this.editor().commands.focus(undefined, { scrollIntoView: false });
  }
}
