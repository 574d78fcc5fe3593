import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { bodyParts } from '../../contract/comments/comment';
import type { CommentPerson } from '../../contract/comments/comment';

/** What a comment says, the people it names set off; an erased person keeps no name. */
@Component({
  selector: 'co-comment-words',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (part of parts(); track $index) {@if (part.isPerson) {<strong>&#64;{{ part.text ?? ('drafts.comments.someoneGone' | transloco) }}</strong>} @else {{{ part.text }}}}`,
  styles: `
    :host { display: block; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
    strong { color: var(--co-green); font-weight: 650; }
  `,
})
export class CommentWordsShown {
  readonly body = input.required<string>();
  readonly mentioned = input.required<readonly CommentPerson[]>();

  protected readonly parts = computed(() => {
    const names = new Map(this.mentioned().map(({ personId, name }) => [personId, name]));
    return bodyParts(this.body()).map((part) => ('text' in part ? { isPerson: false, text: part.text } : { isPerson: true, text: names.get(part.personId) ?? null }));
  });
}
