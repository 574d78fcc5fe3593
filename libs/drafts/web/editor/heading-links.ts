import { Directive, input, output } from '@angular/core';
import { isHeadingLink } from '../../contract/document-schema';

/** A press on a link to a heading of the same document goes there. In a text being written the press places the caret, and Ctrl goes. */
@Directive({ selector: '[coHeadingLinks]', host: { '(click)': 'follow($event)' } })
export class HeadingLinks {
  /** The text is being written; lists of headings, which hold no caret, lead at once all the same. */
  readonly caretFirst = input.required<boolean>();
  readonly went = output<string>();

  protected follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a[href^="#"]');
    const href = link?.getAttribute('href');
    if (!link || !isHeadingLink(href)) return;
    event.preventDefault();
    const placesCaret = this.caretFirst() && !(event.ctrlKey || event.metaKey) && link.closest('.co-toc') === null;
    if (!placesCaret) this.went.emit(href.slice(1));
  }
}
