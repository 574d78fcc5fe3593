import { signal } from '@angular/core';
import type { Transaction } from '@tiptap/pm/state';

/** What reads the whole text follows the typing at this distance, in milliseconds. */
const calmAfter = 300;
/** What shows where the caret stands follows the typing at this one: a keystroke is painted before any button is. */
const followsAfter = 120;

/** Letters come or go, here or elsewhere; what is done to a selection, or to the marks of what comes next, is shown at once. */
const isTyping = ({ docChanged, selection, storedMarksSet }: Pick<Transaction, 'docChanged' | 'selection' | 'storedMarksSet'>): boolean => docChanged && selection.empty && !storedMarksSet;

/** Tells what stands around the text when to look at it again: with the next frame, behind the typing, or once it rests. */
export class EditorTicks {
  private readonly looks = signal(0);
  private readonly rests = signal(0);
  /** Rises after changes of text or selection. */
  readonly look = this.looks.asReadonly();
  /** Rises a moment after the last change of the text. */
  readonly rest = this.rests.asReadonly();
  private isFrameAsked = false;
  private following: ReturnType<typeof setTimeout> | undefined;
  private calming: ReturnType<typeof setTimeout> | undefined;

  heard(transaction: Pick<Transaction, 'docChanged' | 'selection' | 'storedMarksSet'>): void {
    if (isTyping(transaction)) this.following ??= setTimeout(() => this.follow(), followsAfter);
    else this.soon();
    if (transaction.docChanged) this.calmly();
  }

  calmly(): void {
    clearTimeout(this.calming);
    this.calming = setTimeout(() => this.rests.update((count) => count + 1), calmAfter);
  }

  stop(): void {
    clearTimeout(this.following);
    clearTimeout(this.calming);
    this.following = undefined;
  }

  private follow(): void {
    this.following = undefined;
    this.soon();
  }

  private soon(): void {
    if (this.isFrameAsked) return;
    this.isFrameAsked = true;
    requestAnimationFrame(() => {
      this.isFrameAsked = false;
      this.looks.update((count) => count + 1);
    });
  }
}
