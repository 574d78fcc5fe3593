import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { Icon } from '@cohorte/ui/web/icon';
import { Shortcuts } from '@cohorte/ui/web/shortcuts.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { anchorOf, PassageFinder, sharedTextOf, textWithin } from './comment-anchors';
import type { DrawnThread, PressedThread } from './comment-layer';
import { commentAsked, isDrawn, threadPressed, threadsAt, threadsDrawn } from './comment-layer';
import { blockAt } from './comment-passages';
import type { TextRange } from './comment-text';
import { CommentStore } from './comment.store';
import { DraftSide } from '../draft-side';
import { DraftStore } from '../draft.store';

/** Passages are looked for again this long after the last change of the text; in between, the editor carries them along. */
const placesAfterMs = 300;
/** On a phone the bubble stands above the keyboard: the system's own menu is beside the selection. */
const narrow = 700;
const bubbleWidth = 150;

const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 1_000 });
  else setTimeout(work);
};

/** Comments in the text itself: finds and draws the commented passages, and offers to comment what is selected. */
@Component({
  selector: 'co-comment-margin',
  imports: [Icon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (pressedAt(); as place) {
      <button type="button" [style.left.px]="place.left" [style.top.px]="place.top" (pointerdown)="$event.preventDefault()" (click)="see()">
        <co-icon name="message-square" size="small" />{{ 'drafts.comments.seeThread' | transloco }}
      </button>
    } @else if (bubble(); as place) {
      <button type="button" [style.left.px]="place.left" [style.top.px]="place.top" (pointerdown)="$event.preventDefault()" (click)="compose()">
        <co-icon name="message-square-plus" size="small" />{{ 'drafts.comments.add' | transloco }}
      </button>
    }
  `,
  styles: `
    button { position: absolute; z-index: 15; display: inline-flex; align-items: center; gap: var(--co-space-2); min-height: 36px; padding: 0 var(--co-space-3); border: 1px solid var(--co-hairline); border-radius: 18px;
      background: var(--co-raised); color: var(--co-green); font-size: var(--co-text-xs); font-weight: 650; box-shadow: var(--co-float); }
    button:hover { background: var(--co-green-wash); }
    @media (max-width: 700px) { button { position: fixed; z-index: 21; left: var(--co-space-4); bottom: calc(60px + 54px + env(safe-area-inset-bottom) + var(--co-space-3)); min-height: 44px; border-radius: 22px; }
      :host-context(.typing) button { bottom: calc(var(--keyboard) + 54px + var(--co-space-2)); } }
    @media print { :host { display: none; } }
  `,
})
export class CommentMargin {
  private readonly store = inject(DraftStore);
  private readonly side = inject(DraftSide);
  private readonly comments = inject(CommentStore);
  private readonly transloco = inject(TranslocoService);

  /** The selection that can be commented; null while there is none. */
  private readonly selected = signal<TextRange | null>(null);
  /** The commented passage just pressed by someone who writes: opening the panel at once would take the text from under their fingers. */
  private readonly pressed = signal<{ threadId: string; range: TextRange } | null>(null);
  protected readonly pressedAt = computed(() => this.placeOf(this.pressed()?.range ?? null));
  protected readonly bubble = computed(() => this.placeOf(this.selected()));
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    let leave = (): void => undefined;
    effect(() => {
      const [draftId, personId] = [this.store.draftId(), this.store.personId()];
      leave();
      leave = untracked(() => (personId ? this.comments.follow(draftId, personId) : () => undefined));
    });
    effect((onCleanup) => {
      const editor = this.store.editor();
      if (editor) onCleanup(untracked(() => this.watch(editor)));
    });
    effect(() => {
      this.comments.open();
      this.comments.read();
      this.comments.pending();
      if (this.store.editor()) untracked(() => this.draw());
    });
    effect(() => this.side.badges.update((badges) => ({ ...badges, commentaires: this.comments.unread().length })));
    const forget = inject(Shortcuts).register({ keys: 'Ctrl Alt M', label: () => this.transloco.translate('drafts.comments.add'), run: () => this.compose() });
    inject(DestroyRef).onDestroy(() => {
      forget();
      leave();
      this.side.badges.update((badges) => ({ ...badges, commentaires: 0 }));
      clearTimeout(this.timer);
    });
  }

  /** Comments the selection; without one, opens the thread under the caret, or takes the paragraph one is at. */
  protected compose(): void {
    const editor = this.store.editor();
    if (!editor) return;
    const { doc, selection } = editor.state;
    const [threadId] = selection.empty ? threadsAt(editor.state, selection.from) : [];
    if (threadId) return this.openThread(threadId);
    const range = textWithin(doc, selection) ?? blockAt(doc, editor.isEditable ? selection.from : this.topOf(editor));
    const shared = sharedTextOf(editor.state);
    const anchor = range && shared && anchorOf(doc, shared, range);
    if (!anchor) return;
    this.comments.pending.set(anchor);
    this.comments.active.set(null);
    this.selected.set(null);
    this.side.show('commentaires');
  }

  protected see(): void {
    const pressed = this.pressed();
    this.pressed.set(null);
    if (pressed) this.openThread(pressed.threadId);
  }

  private openThread(threadId: string): void {
    this.comments.active.set(threadId);
    this.side.show('commentaires', { fil: threadId });
  }

  /** With the panel open its card comes into view; else a reader sees it open, and a writer is offered to. */
  private press(editor: Editor, { threadId, position }: PressedThread): void {
    this.comments.active.set(threadId);
    if (this.side.current()?.code === 'commentaires') return;
    if (editor.isEditable) this.pressed.set({ threadId, range: { from: position, to: position } });
    else this.openThread(threadId);
  }

  /** The first line on the screen: where a reader without a caret is. */
  private topOf(editor: Editor): number {
    const { left, right, top } = editor.view.dom.getBoundingClientRect();
    return editor.view.posAtCoords({ left: (left + right) / 2, top: Math.max(top + 1, window.innerHeight / 4) })?.pos ?? 0;
  }

  private watch(editor: Editor): () => void {
    const changed = (): void => this.drawSoon();
    const select = (): void => this.select(editor);
    const pressed = (event: Event): void => this.press(editor, (event as CustomEvent<PressedThread>).detail);
    const unpress = ({ transaction }: { transaction: Transaction }): void => {
      if (transaction.docChanged || transaction.selectionSet) this.pressed.set(null);
    };
    const { dom } = editor.view;
    editor.on('update', changed);
    editor.on('transaction', select);
    editor.on('transaction', unpress);
    document.addEventListener('selectionchange', select);
    const asked = (): void => this.compose();
    dom.addEventListener(threadPressed, pressed);
    dom.addEventListener(commentAsked, asked);
    return () => {
      dom.removeEventListener(commentAsked, asked);
      show(editor, []);
      editor.off('update', changed);
      editor.off('transaction', select);
      editor.off('transaction', unpress);
      document.removeEventListener('selectionchange', select);
      dom.removeEventListener(threadPressed, pressed);
      this.selected.set(null);
      this.pressed.set(null);
    };
  }

  private select(editor: Editor): void {
    const within = isSelecting(editor) ? textWithin(editor.state.doc, editor.state.selection) : null;
    const before = this.selected();
    if (within?.from !== before?.from || within?.to !== before?.to) this.selected.set(within);
  }

  private placeOf(range: TextRange | null): { left: number | null; top: number | null } | null {
    const editor = this.store.editor();
    if (!range || !editor || range.to > editor.state.doc.content.size) return null;
    if (window.innerWidth <= narrow) return { left: null, top: null };
    const end = editor.view.coordsAtPos(range.to, -1);
    const left = Math.max(16, Math.min(end.left, document.documentElement.clientWidth - bubbleWidth));
    return { left: left + window.scrollX, top: end.bottom + 8 + window.scrollY };
  }

  private drawSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => whenIdle(() => this.draw()), placesAfterMs);
  }

  /** Looks for every passage in the text as it is, and draws those of open threads. */
  private draw(): void {
    const editor = this.store.editor();
    const shared = editor && !editor.isDestroyed ? sharedTextOf(editor.state) : null;
    if (!editor || !shared) return;
    const finder = new PassageFinder(editor.state.doc, shared);
    const places = new Map(this.comments.threads().map((thread) => [thread.id, finder.find(thread)]));
    if (!isSame(places, this.comments.places())) this.comments.places.set(places);
    const pending = this.comments.pending();
    const active = this.comments.read();
    const drawn = [
      ...this.comments.open().filter((thread) => thread.id !== active).flatMap((thread) => drawnThread(thread.id, places.get(thread.id), 'plain')),
      ...(active ? drawnThread(active, places.get(active), 'active') : []),
      ...(pending ? drawnThread('', finder.find(pending), 'pending') : []),
    ];
    show(editor, drawn);
  }
}

function show(editor: Editor, drawn: readonly DrawnThread[]): void {
  if (editor.isDestroyed || isDrawn(editor.state, drawn)) return;
  editor.view.dispatch(editor.state.tr.setMeta(threadsDrawn, drawn).setMeta('addToHistory', false));
}

/** What is selected on the page is in the text: a reader's editor does not hear of a selection that goes elsewhere. */
function isSelecting(editor: Editor): boolean {
  const shown = document.getSelection();
  return shown !== null && !shown.isCollapsed && !editor.isDestroyed && editor.view.dom.contains(shown.anchorNode);
}

const drawnThread = (threadId: string, place: TextRange | null | undefined, look: DrawnThread['look']): DrawnThread[] => (place ? [{ threadId, ...place, look }] : []);

const isSame = (one: ReadonlyMap<string, TextRange | null>, other: ReadonlyMap<string, TextRange | null>): boolean =>
  one.size === other.size && [...one].every(([id, place]) => other.has(id) && place?.from === other.get(id)?.from && place?.to === other.get(id)?.to);
