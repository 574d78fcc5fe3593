import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, Injector, afterNextRender, signal, untracked, viewChildren } from '@angular/core';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Switch } from '@cohorte/ui/web/switch';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoPipe } from '@jsverse/transloco';
import { changeCommentNotices, readCommentNotices } from '../../contract/comments/comments.contract';
import { anchorOf, sharedTextOf } from './comment-anchors';
import { CommentBox } from './comment-box';
import { CommentCard } from './comment-card';
import { passageOf } from './comment-layer';
import { blockAt, blockBeside } from './comment-passages';
import { CommentStore, commentFilters } from './comment.store';
import type { CommentFilter, Sending } from './comment.store';
import { DraftSide } from '../draft-side';
import { DraftStore } from '../draft.store';

/** On a phone the panel covers the text: it leaves when the passage is asked for. */
const narrow = 900;

/** The talk beside the text: threads in its order, what is about to be commented, what comes by mail. */
@Component({
  selector: 'co-comments-panel',
  imports: [Button, CommentBox, CommentCard, Empty, Icon, Skeleton, Switch, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './comments.panel.html',
  styleUrl: './comments.panel.css',
  host: { '(keydown)': 'key($event)' },
})
export class CommentsPanel {
  protected readonly comments = inject(CommentStore);
  protected readonly store = inject(DraftStore);
  private readonly side = inject(DraftSide);
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly cards = viewChildren(CommentCard);

  protected readonly filters = commentFilters;
  protected readonly repliesByMail = signal<boolean | null>(null);
  protected readonly keptAs = computed(() => `${this.comments.personId()}.${this.comments.draftId()}.new`);
  /** A link leads to a thread that is no more. */
  protected readonly isMissing = signal(false);
  /** The thread whose passage is to be brought into view, as soon as it is known where it stands. */
  protected readonly toShow = signal<string | null>(null);
  protected readonly start = async (sending: Sending): Promise<void> => {
    await this.comments.start(sending);
    this.takeCard(this.comments.active());
  };
  private ledTo: string | null = null;

  constructor() {
    effect(() => {
      const wanted: unknown = this.side.params()['fil'];
      if (this.comments.state() === 'ready' && typeof wanted === 'string') untracked(() => this.leadTo(wanted));
    });
    effect(() => {
      const wanted = this.toShow();
      if (wanted && this.comments.places().get(wanted)) untracked(() => this.showWhenDrawn(wanted));
    });
    effect(() => {
      const active = this.comments.active();
      const card = this.cards().find((one) => one.thread().id === active);
      if (card) untracked(() => card.show());
    });
    this.api.call(readCommentNotices, {}).then(({ repliesByMail }) => this.repliesByMail.set(repliesByMail), () => undefined);
  }

  protected filterBy(filter: CommentFilter): void {
    this.comments.show(filter);
  }

  /** Begins a comment on the paragraph at the caret, for those who have not selected anything. */
  protected compose(): void {
    const editor = this.store.editor();
    if (editor) this.take(blockAt(editor.state.doc, editor.state.selection.from));
  }

  protected besides(step: 1 | -1): void {
    const editor = this.store.editor();
    const here = editor && passageOf(editor.state, '');
    if (editor && here) this.take(blockBeside(editor.state.doc, here, step));
  }

  protected forgetPending(): void {
    this.comments.pending.set(null);
    this.element.querySelector<HTMLElement>('.compose')?.focus();
  }

  /** The passage in the text; on a phone the panel makes way for it. */
  protected seePassage(threadId: string): void {
    this.comments.active.set(threadId);
    if (window.innerWidth > narrow) return this.toShow.set(threadId);
    this.side.close();
    setTimeout(() => this.showPassage(threadId));
  }

  protected async notify(repliesByMail: boolean): Promise<void> {
    try {
      this.repliesByMail.set((await this.api.call(changeCommentNotices, { repliesByMail })).repliesByMail);
    } catch (error) {
      this.toasts.show(this.errors.of(error), { tone: 'problem' });
    }
  }

  /** Alt+↓ and Alt+↑ go from thread to thread. */
  protected key(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const shown = this.comments.shown();
    const at = shown.findIndex((thread) => thread.id === this.comments.active());
    const next = shown[event.key === 'ArrowDown' ? at + 1 : Math.max(0, at - 1)];
    event.preventDefault();
    if (!next) return;
    this.goTo(next.id);
  }

  private take(range: Parameters<typeof anchorOf>[2] | null): void {
    const editor = this.store.editor();
    const shared = editor && sharedTextOf(editor.state);
    const anchor = editor && shared && range ? anchorOf(editor.state.doc, shared, range) : null;
    if (!anchor) return;
    this.comments.pending.set(anchor);
    this.comments.active.set(null);
    setTimeout(() => editor?.view.dom.querySelector('.co-comment.pending')?.scrollIntoView({ block: 'nearest' }));
  }

  private leadTo(threadId: string): void {
    const thread = this.comments.thread(threadId);
    this.isMissing.set(thread === null);
    if (!thread || this.ledTo === threadId) return;
    this.ledTo = threadId;
    if (!this.comments.shown().some(({ id }) => id === threadId)) this.comments.show(thread.status);
    this.goTo(threadId);
  }

  /** To a thread, by a link or by keys: its card takes the focus, its passage comes into view. */
  private goTo(threadId: string): void {
    this.comments.active.set(threadId);
    this.toShow.set(threadId);
    this.takeCard(threadId);
  }

  private takeCard(threadId: string | null): void {
    afterNextRender(() => this.cards().find((card) => card.thread().id === threadId)?.take(), { injector: this.injector });
  }

  private showWhenDrawn(threadId: string): void {
    this.toShow.set(null);
    afterNextRender(() => this.showPassage(threadId), { injector: this.injector });
  }

  private showPassage(threadId: string): void {
    const editor = this.store.editor();
    const place = editor && !editor.isDestroyed ? passageOf(editor.state, threadId) : null;
    if (!editor || !place) return;
    const { node } = editor.view.domAtPos(place.from);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
  }
}
