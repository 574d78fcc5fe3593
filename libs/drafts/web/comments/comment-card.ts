import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { Avatar } from '@cohorte/ui/web/avatar';
import { Button } from '@cohorte/ui/web/button';
import { DateTimePipe, RelativePipe } from '@cohorte/ui/web/date.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { mayComment } from '../../contract/comments/comment.policy';
import type { DraftComment, DraftThread } from '../../contract/comments/comment';
import type { DraftRight } from '../../contract/draft';
import { CommentBox } from './comment-box';
import { CommentWordsShown } from './comment-words-shown';
import { CommentStore } from './comment.store';
import type { Sending } from './comment.store';
import { keptWords } from '../sync/kept-words';

/** On the screen this long, in milliseconds, a thread is read. */
const readAfter = 2_500;

/** One thread: its passage, what was said, what can be answered or settled. */
@Component({
  selector: 'co-comment-card',
  imports: [Avatar, Button, CommentBox, CommentWordsShown, DateTimePipe, Icon, Menu, MenuItem, MenuTrigger, RelativePipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './comment-card.html',
  styleUrl: './comment-card.css',
  host: { '(click)': 'press($event)', '(focusin)': 'activate()' },
})
export class CommentCard {
  readonly thread = input.required<DraftThread>();
  readonly right = input.required<DraftRight>();
  readonly isActive = input.required<boolean>();
  /** Somebody wrote here since the reader last did. */
  readonly isUnread = input(false);
  /** The passage is to be shown in the text. */
  readonly passageAsked = output();
  /** Pressed elsewhere than on its controls. */
  readonly pressed = output();

  private readonly comments = inject(CommentStore);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly card = viewChild.required<ElementRef<HTMLElement>>('card');

  private readonly inView = signal(false);
  protected readonly editing = signal<string | null>(null);
  protected readonly answering = signal(false);
  protected readonly first = computed(() => this.thread().comments[0]);
  protected readonly isGone = computed(() => this.comments.places().get(this.thread().id) === null);
  protected readonly shortQuote = computed(() => (this.thread().quote.length > 140 ? `${this.thread().quote.slice(0, 140).trimEnd()}…` : this.thread().quote));
  protected readonly keptAs = computed(() => `${this.comments.personId()}.${this.thread().id}`);
  protected readonly answers = computed(() => this.answering() || keptWords(this.keptAs()) !== null);
  protected readonly mayResolve = computed(() => mayComment(this.me(), 'resolve', { by: this.thread().createdBy }));
  protected readonly named = computed(() => this.thread().mentioned.flatMap(({ personId, name }) => (name === null ? [] : [{ personId, name }])));
  protected readonly reply = (sending: Sending): Promise<void> => this.comments.reply(this.thread().id, sending);

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const seen = typeof IntersectionObserver === 'function' ? new IntersectionObserver((entries) => this.inView.set(entries.at(-1)?.isIntersecting === true), { threshold: 0.6 }) : null;
    seen?.observe(element);
    inject(DestroyRef).onDestroy(() => seen?.disconnect());
    effect((onCleanup) => {
      if (!this.isUnread() || !(this.isActive() || this.inView())) return;
      const reading = setTimeout(() => void (document.visibilityState === 'visible' && this.comments.markRead(this.thread().id)), this.isActive() ? 0 : readAfter);
      onCleanup(() => clearTimeout(reading));
    });
  }

  /** Brings the card to the reader, keyboard included. */
  take(): void {
    this.show();
    this.card().nativeElement.focus({ preventScroll: true });
  }

  protected isMine(comment: DraftComment): boolean {
    return mayComment(this.me(), 'change', { by: comment.author.personId });
  }

  /** Into view, the focus left where it is. */
  show(): void {
    this.card().nativeElement.scrollIntoView({ block: 'nearest' });
  }

  protected press(event: Event): void {
    this.activate();
    if (event.target instanceof Element && !event.target.closest('button, textarea, co-menu')) this.pressed.emit();
  }

  protected activate(): void {
    this.comments.active.set(this.thread().id);
  }

  protected answer(): void {
    this.answering.set(true);
  }

  protected stopAnswering(): void {
    this.answering.set(false);
    this.take();
  }

  protected edited(comment: DraftComment): (sending: Sending) => Promise<void> {
    return ({ body }) => this.comments.edit(comment.id, body);
  }

  protected stopEditing(): void {
    this.editing.set(null);
    this.take();
  }

  protected async delete(comment: DraftComment): Promise<void> {
    await this.comments.delete(this.thread().id, comment.id);
  }

  protected resolve(): void {
    void this.comments.resolve(this.thread().id);
  }

  protected reopen(): void {
    void this.comments.reopen(this.thread().id);
  }

  protected async copyLink(): Promise<void> {
    const { draftId, id } = this.thread();
    try {
      await navigator.clipboard.writeText(`${location.origin}/documents/${draftId}?panneau=commentaires&fil=${id}`);
      this.toasts.show(this.transloco.translate('drafts.comments.linkCopied'));
    } catch {
      this.toasts.show(this.transloco.translate('drafts.comments.linkNotCopied'), { tone: 'problem' });
    }
  }

  private me() {
    return { personId: this.comments.personId(), right: this.right() };
  }
}
