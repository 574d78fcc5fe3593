import { afterNextRender, ChangeDetectionStrategy, Component, computed, DestroyRef, effect, ElementRef, inject, input, model, output, signal, untracked, viewChild } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { nothing, searchKey } from './find-highlights';
import type { Search, SearchChange } from './find-highlights';
import { mostFound, replaceIn } from './text-search';
import { asOneStep } from './undo-step';

/** Looks for words in the text, and writes others in their place. */
@Component({
  selector: 'co-find-bar',
  imports: [Icon, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './find-bar.html',
  styleUrl: './find-bar.css',
  host: { role: 'search', '[attr.aria-label]': 'label', '(keydown)': 'key($event)' },
})
export class FindBar {
  readonly editor = input.required<Editor>();
  readonly tick = input.required<number>();
  readonly replacing = model.required<boolean>();
  readonly closed = output();

  protected readonly label = inject(TranslocoService).translate('drafts.find.title');
  protected readonly wanted = signal('');
  protected readonly replacement = signal('');
  protected readonly matchCase = signal(false);
  protected readonly wholeWord = signal(false);
  protected readonly replaced = signal<number | null>(null);
  protected readonly most = mostFound;
  protected readonly search = computed(() => {
    this.tick();
    return searchKey.getState(this.editor().state) ?? null;
  });
  protected readonly count = computed(() => this.search()?.found.length ?? 0);
  private readonly wantedField = viewChild.required<string, ElementRef<HTMLInputElement>>('wantedField', { read: ElementRef });

  constructor() {
    effect(() => {
      const query = { text: this.wanted(), matchCase: this.matchCase(), wholeWord: this.wholeWord() };
      untracked(() => this.tell({ query, current: this.firstFrom(query.text) }));
      untracked(() => this.show());
    });
    afterNextRender(() => this.take());
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  /** Takes the keyboard, with the words that are selected in the text. */
  take(): void {
    const { state } = this.editor();
    const { from, to, empty } = state.selection;
    const selected = empty ? '' : state.doc.textBetween(from, to, '\n');
    if (selected !== '' && !selected.includes('\n')) this.wanted.set(selected);
    const field = this.wantedField().nativeElement;
    field.focus();
    setTimeout(() => field.select());
  }

  protected go(step: 1 | -1): void {
    const { found, current } = this.now();
    if (found.length === 0) return;
    this.replaced.set(null);
    this.tell({ current: (current + step + found.length) % found.length });
    this.show();
  }

  protected replaceOne(): void {
    const { found, current } = this.now();
    const place = found[current];
    if (!place) return;
    const editor = this.editor();
    asOneStep(editor, () => editor.view.dispatch(replaceIn(editor.state.tr, [place], this.replacement())));
    const after = place.from + this.replacement().length;
    const next = this.now().found.findIndex(({ from }) => from >= after);
    this.tell({ current: Math.max(next, 0) });
    this.show();
    if (this.now().found.length === 0) this.wantedField().nativeElement.focus();
  }

  protected replaceAll(): void {
    const { found } = this.now();
    if (found.length === 0) return;
    const editor = this.editor();
    asOneStep(editor, () => editor.view.dispatch(replaceIn(editor.state.tr, found, this.replacement())));
    this.replaced.set(found.length);
    // Nothing is left to press: the keyboard would be lost with the buttons.
    this.wantedField().nativeElement.focus();
  }

  protected key(event: KeyboardEvent): void {
    const command = event.ctrlKey || event.metaKey;
    const acts: Record<string, (() => void) | undefined> = {
      Escape: () => this.close(),
      F3: () => this.go(event.shiftKey ? -1 : 1),
      f: command ? () => this.wantedField().nativeElement.select() : undefined,
      h: command ? () => this.replacing.set(true) : undefined,
      g: command ? () => this.go(event.shiftKey ? -1 : 1) : undefined,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  protected enter(event: Event): void {
    event.preventDefault();
    if (event instanceof KeyboardEvent) this.go(event.shiftKey ? -1 : 1);
  }

  protected close(): void {
    const editor = this.editor();
    this.closed.emit();
    editor.commands.focus(undefined, { scrollIntoView: false });
  }

  private now(): Search {
    return searchKey.getState(this.editor().state) ?? { query: nothing, found: [], current: -1 };
  }

  private forget(): void {
    if (!this.editor().isDestroyed) this.tell({ query: nothing, current: -1 });
  }

  private tell(change: SearchChange): void {
    const { view, state } = this.editor();
    view.dispatch(state.tr.setMeta(searchKey, change).setMeta('addToHistory', false));
  }

  /** The first one found from the caret on; counted once the words are known. */
  private firstFrom(text: string): number {
    if (text === '') return -1;
    this.tell({ query: { text, matchCase: this.matchCase(), wholeWord: this.wholeWord() }, current: 0 });
    const caret = this.editor().state.selection.from;
    return Math.max(this.now().found.findIndex(({ from }) => from >= caret), 0);
  }

  /** Brings the one the writer stands on into view, selected, without taking the keyboard from the bar. */
  private show(): void {
    const { view, state } = this.editor();
    const { found, current } = this.now();
    const place = found[current];
    if (!place) return;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, place.from, place.to)));
    // The editor itself scrolls only to a selection that has the focus.
    view.dom.querySelector('.co-found-now')?.scrollIntoView({ block: 'center' });
  }
}
