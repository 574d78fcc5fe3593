import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, DOCUMENT, effect, ElementRef, inject, input, signal, untracked, viewChild, ViewEncapsulation } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import type { Editor } from '@tiptap/core';
import { ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Tooltip } from '@cohorte/ui/web/tooltip';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { allows } from '../contract/draft.policy';
import { exportAddress } from '../contract/drafts.contract';
import { BrowserOutbox } from './sync/browser-outbox';
import { CommentMargin } from './comments/comment-margin';
import { DraftEditor } from './editor/draft-editor';
import { DraftHtml } from './draft-html';
import { DraftOutline } from './draft-outline';
import { DraftPeople } from './draft-people';
import { DraftSavedChip } from './sync/draft-saved-chip';
import { DraftSide } from './draft-side';
import { DraftSidePanel } from './draft-side-panel';
import { DraftStore } from './draft.store';
import { DraftTrouble } from './draft-trouble';
import { HeadingLinks } from './editor/heading-links';
import { KeyboardRoom } from './editor/keyboard-room';
import { OutlineFollower } from './outline-follower';
import { OutlineSheet } from './outline.sheet';
import type { OutlineChoice } from './outline.sheet';
import { RenameTitle } from './rename-title';
import { keepingPlace } from './reading-place';
import { SuggestionDesk } from './suggestions/suggestion-desk';
import { SuggestionSwitch } from './suggestions/suggestion-switch';
import { UnsentDownload } from './sync/unsent-download.service';
import { WordCount } from './editor/word-count';
import { WorkshopBar } from './workshop/workshop-bar';
import { WorkshopTimerClock } from './workshop/workshop-timer';

const foldedAs = 'cohorte.drafts.outline-folded';
/** The outline and the count of words follow the typing at this distance, in milliseconds. */
const factsAfter = 500;

/** One draft: readable at once, then written together. */
@Component({
  selector: 'co-draft-page',
  imports: [Button, CommentMargin, DraftEditor, DraftHtml, DraftOutline, DraftPeople, DraftSavedChip, DraftSidePanel, DraftTrouble, Empty, HeadingLinks, Icon, KeyboardRoom, Menu, MenuItem, MenuTrigger, NgComponentOutlet, RenameTitle, RouterLink, Skeleton, SuggestionSwitch, Tooltip, TranslocoPipe, WordCount, WorkshopBar, WorkshopTimerClock],
  providers: [DraftStore, DraftSide, SuggestionDesk],
  changeDetection: ChangeDetectionStrategy.OnPush,
  // The text's own elements come from the editor, out of reach of scoped styles; every rule begins with the page's selector.
  encapsulation: ViewEncapsulation.None,
  templateUrl: './draft.page.html',
  styleUrls: ['./draft.page.css', './draft-sheet.css', './draft-marks.css', './draft-focus.css', './draft-print.css', './suggestions/suggestions.css'],
  host: { '[class.focusing]': 'focusing()', '(document:keydown.escape)': 'leaveFocus($event)' },
})
export class DraftPage {
  readonly draftId = input.required<string>();

  protected readonly store = inject(DraftStore);
  protected readonly side = inject(DraftSide);
  protected readonly proposals = inject(SuggestionDesk);
  private readonly dialogs = inject(Dialogs);
  private readonly errors = inject(ErrorWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private readonly title = inject(Title);
  private readonly document = inject(DOCUMENT);
  private readonly outbox = inject(BrowserOutbox).outbox;
  private readonly files = inject(UnsentDownload);
  private readonly sheet = viewChild<ElementRef<HTMLElement>>('sheet');
  private readonly view = this.document.defaultView ?? window;

  protected readonly follower = new OutlineFollower(this.view);
  protected readonly folded = signal(this.wasFolded());
  protected readonly address = computed(() => `/documents/${this.draftId()}`);
  /** The editor stands in place of the HTML once its text is drawn. */
  protected readonly isLive = computed(() => this.store.editor() !== null);
  protected readonly isCopy = computed(() => this.store.html() === null && this.store.session()?.sync.phase() === 'offline');
  protected readonly mayComment = computed(() => allows(this.store.right(), 'comment'));
  protected readonly hasLeftovers = signal(false);
  /** Nothing but the text is shown. */
  protected readonly focusing = signal(false);

  constructor() {
    effect(() => {
      const draftId = this.draftId();
      untracked(() => void this.store.load(draftId));
    });
    effect(() => this.title.setTitle(`${this.store.draft()?.title ?? this.transloco.translate('drafts.titles.draft')} · Cohorte`));
    effect(() => {
      this.store.html();
      this.store.editor();
      const sheet = this.sheet()?.nativeElement ?? null;
      setTimeout(() => this.follower.watch(sheet));
    });
    effect(() => {
      if (this.store.problem() === 'not-found') void this.lookForLeftovers();
    });
    inject(DestroyRef).onDestroy(() => {
      this.follower.stop();
      this.store.close();
    });
  }

  protected attached(editor: Editor | null): void {
    if (editor === null) return this.store.editor.set(null);
    const follow = this.afterPause(() => void this.readFacts(editor));
    editor.on('update', follow);
    const sheet = this.sheet()?.nativeElement;
    const place = sheet ? keepingPlace(sheet, this.view) : null;
    this.store.editor.set(editor);
    void this.readFacts(editor);
    this.view.requestAnimationFrame(() => place?.());
  }

  /** « : 2 non lus», said with the name of the panel's button. */
  protected unreadIn(code: string): string {
    const count = this.side.badges()[code] ?? 0;
    return count === 0 ? '' : this.transloco.translate(`drafts.panels.unread.${count === 1 ? 'one' : 'other'}`).replace('#', String(count));
  }

  protected exportTo(format: 'html' | 'txt'): string {
    return exportAddress(this.draftId(), format);
  }

  protected print(): void {
    this.view.setTimeout(() => this.view.print(), 150);
  }

  protected async rename(title: string): Promise<void> {
    try {
      await this.store.rename(title);
      this.toasts.show(this.transloco.translate('drafts.rename.done'));
    } catch (error) {
      this.toasts.show(this.errors.of(error), { tone: 'problem' });
    }
  }

  protected async share(): Promise<void> {
    const draft = this.store.draft();
    if (!draft) return;
    const { ShareDialog } = await import('./share.dialog');
    this.dialogs.open(ShareDialog, { draftId: draft.id, ownerSpaceId: draft.ownerSpaceId, ownerName: draft.ownerName });
  }

  protected toggleFocus(): void {
    this.focusing.update((focusing) => !focusing);
  }

  /** Escape first closes what is open above the text: a menu, a dialog, the search. */
  protected leaveFocus(event: Event): void {
    const isInside = (event.target as Element | null)?.closest?.('[role="dialog"], [role="menu"], [role="search"]');
    if (!event.defaultPrevented && !isInside) this.focusing.set(false);
  }

  protected fold(): void {
    this.folded.update((folded) => !folded);
    try {
      localStorage.setItem(foldedAs, String(this.folded()));
    } catch {
      // Forgetting a preference harms nobody.
    }
  }

  protected openOutline(): void {
    const data = { entries: this.store.outline(), marks: this.store.sectionMarks(), current: this.follower.current(), address: this.address() };
    const shown = this.dialogs.sheet<OutlineChoice, typeof data>(OutlineSheet, data, { side: 'bottom' });
    shown.closed.subscribe((choice) => {
      if (choice) this.goTo(choice);
    });
  }

  protected goTo({ id, byKeyboard }: OutlineChoice): void {
    const heading = this.sheet()?.nativeElement.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (!heading) return;
    heading.scrollIntoView({ block: 'start' });
    void this.router.navigate([], { fragment: id, replaceUrl: true, queryParamsHandling: 'preserve', scroll: 'manual' });
    const editor = this.store.editor();
    if (byKeyboard && editor) editor.chain().setTextSelection(editor.view.posAtDOM(heading, 0)).focus(undefined, { scrollIntoView: false }).run();
  }

  /** Everything of this draft that only this device holds. */
  protected async download(): Promise<void> {
    const personId = this.store.personId();
    const waiting = await this.outbox.waiting(personId, this.draftId());
    const refused = await this.outbox.refused(personId, this.draftId());
    const titles = new Map([[this.draftId(), this.store.draft()?.title ?? this.transloco.translate('drafts.unsent.untitled')]]);
    await this.files.save([...refused, ...waiting], titles);
  }

  protected reload(): void {
    void this.store.load(this.draftId());
  }

  protected focusText(event: Event): void {
    event.preventDefault();
    this.store.editor()?.commands.focus();
  }

  private async lookForLeftovers(): Promise<void> {
    const personId = this.store.personId();
    const left = personId ? await this.outbox.waiting(personId, this.draftId()).catch(() => []) : [];
    this.hasLeftovers.set(left.length > 0);
  }

  private async readFacts(editor: Editor): Promise<void> {
    // Comes with the editor: the page can be read without it.
    const parts = await Promise.all([import('./official-text'), import('./editor/text-facts')]).catch(() => null);
    // The network went before they had come: the next pause asks again.
    if (!parts) return;
    const [{ officialText }, { headingsOf, wordsIn }] = parts;
    if (editor.isDestroyed || editor !== this.store.editor()) return;
    const official = officialText(editor.state.doc);
    this.store.outline.set(headingsOf(official));
    this.store.words.set(wordsIn(official));
    this.follower.watch(this.sheet()?.nativeElement ?? null);
  }

  private afterPause(work: () => void): () => void {
    let timer = 0;
    return () => {
      this.view.clearTimeout(timer);
      timer = this.view.setTimeout(work, factsAfter);
    };
  }

  private wasFolded(): boolean {
    try {
      return localStorage.getItem(foldedAs) === 'true';
    } catch {
      return false;
    }
  }
}
