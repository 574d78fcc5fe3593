import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { notesIn } from './footnote-node';

/** The notes below the text, as they will be printed; a writer opens one from here too. */
@Component({
  selector: 'co-draft-notes',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (notes().length > 0) {
      <section class="co-notes" [attr.aria-label]="'drafts.note.list' | transloco">
        <ol>
          @for (note of notes(); track $index) {
            <li>
              {{ note.text }}
              @if (editable()) {<button type="button" [attr.aria-label]="'drafts.note.editNumber' | transloco: { number: $index + 1 }" (click)="opened.emit(note.position)">{{ 'drafts.link.edit' | transloco }}</button>}
            </li>
          }
        </ol>
      </section>
    }
  `,
  styles: `
    button { min-height: 24px; padding: 0 4px; border: 0; border-radius: 4px; background: none; color: var(--co-green); font: 650 var(--co-text-xs) / 1.4 var(--co-font); text-decoration: underline; }
    @media (pointer: coarse) { button { min-height: 44px; padding: 0 12px; } }
    @media print { button { display: none; } }
  `,
})
export class DraftNotes {
  readonly editor = input.required<Editor>();
  /** Rises a moment after the text changed. */
  readonly tick = input.required<number>();
  readonly editable = input.required<boolean>();
  readonly opened = output<number>();

  protected readonly notes = computed(() => {
    this.tick();
    return notesIn(this.editor().state.doc);
  });
}
