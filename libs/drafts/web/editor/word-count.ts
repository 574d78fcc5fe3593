import { ChangeDetectionStrategy, Component, effect, input, signal } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordsIn } from './text-facts';

/** Counting waits until the selection has stood still this long, in milliseconds. */
const countsAfter = 150;

/** The words of the document and, when some of it is selected, of the selection. */
@Component({
  selector: 'co-word-count',
  imports: [CountPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    {{ words() | coCount: { one: 'drafts.foot.words.one' | transloco, other: 'drafts.foot.words.other' | transloco } }}
    @if (selected() !== null) {<span class="selected">({{ selected() ?? 0 | coCount: { one: 'drafts.foot.selected.one' | transloco, other: 'drafts.foot.selected.other' | transloco } }})</span>}
  `,
})
export class WordCount {
  readonly words = input.required<number>();
  readonly editor = input.required<Editor | null>();
  protected readonly selected = signal<number | null>(null);

  constructor() {
    effect((onCleanup) => {
      const editor = this.editor();
      if (!editor) return this.selected.set(null);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const follow = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => this.count(editor), countsAfter);
      };
      editor.on('selectionUpdate', follow);
      onCleanup(() => {
        clearTimeout(timer);
        editor.off('selectionUpdate', follow);
      });
    });
  }

  private count(editor: Editor): void {
    if (editor.isDestroyed) return;
    const { doc, selection } = editor.state;
    const words = selection.ranges.reduce((sum, { $from, $to }) => sum + wordsIn(doc, $from.pos, $to.pos), 0);
    this.selected.set(words === 0 ? null : words);
  }
}
