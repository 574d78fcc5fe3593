import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OutlineEntry } from './draft.store';
import { contentsOf } from './editor/text-facts';
import type { SectionMark } from './workshop/workshop-marks';

/** The headings of the document; the one being read is marked, and choosing one goes there. */
@Component({
  selector: 'co-draft-outline',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav [attr.aria-label]="'drafts.outline.title' | transloco">
      @if (shown().length === 0) {<p>{{ 'drafts.outline.empty' | transloco }}</p>}
      <ol role="list">
        @for (entry of shown(); track entry.id) {
          <li [class]="'depth-' + entry.depth">
            <a [href]="address() + '#' + entry.id" [attr.aria-current]="entry.id === current() ? 'location' : null" (click)="go($event, entry.id)">{{ entry.title }}
              @if (marks().get(entry.id); as mark) {
                <span class="mark" [class.mine]="mark.isMine" [class.still]="mark.isStill">
                  @if (mark.isStill) {<span>{{ 'drafts.workshop.badge.still' | transloco }}</span>}
                  @if (mark.groups.length > 0) {<span>{{ 'drafts.workshop.badge.' + (mark.isMine ? 'mine' : 'theirs') | transloco: { names: mark.groups.join(', ') } }}</span>}
                  @if (mark.isDone) {<span>{{ 'drafts.workshop.badge.done' | transloco }}</span>}
                </span>
              }</a>
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    :host { display: block; }
    ol { list-style: none; display: grid; gap: 1px; }
    p { color: var(--co-soft); font-size: var(--co-text-xs); padding: 0 var(--co-space-3); }
    a { display: block; padding: 7px var(--co-space-3); border-radius: var(--co-radius); color: var(--co-ink); font-size: 0.875rem; line-height: 1.35; text-decoration: none; overflow-wrap: anywhere; }
    a:hover { background: var(--co-sunk); }
    a[aria-current] { background: var(--co-green-wash); color: var(--co-green); font-weight: 650; }
    a:focus-visible { outline-offset: -2px; }
    .depth-1 a { padding-left: calc(var(--co-space-3) + 18px); color: var(--co-soft); }
    .depth-2 a { padding-left: calc(var(--co-space-3) + 36px); color: var(--co-soft); font-size: var(--co-text-xs); }
    .depth-1 a[aria-current], .depth-2 a[aria-current] { color: var(--co-green); }
    .mark { display: block; color: var(--co-soft); font-size: 0.75rem; font-weight: 400; line-height: 1.4; }
    .mark > * + *::before { content: ' · '; }
    .mark.mine { color: var(--co-green); font-weight: 650; }
    .mark.still { color: var(--co-amber); }
    @media (pointer: coarse) { a { padding-block: 11px; } }
  `,
})
export class DraftOutline {
  readonly entries = input.required<readonly OutlineEntry[]>();
  /** What a workshop says of sections. */
  readonly marks = input<ReadonlyMap<string, SectionMark>>(new Map());
  readonly current = input<string | null>(null);
  /** The page's own address, so that a heading's link can be opened elsewhere or copied. */
  readonly address = input('');
  readonly chosen = output<{ id: string; byKeyboard: boolean }>();

  protected readonly shown = computed(() => contentsOf(this.entries()));

  protected go(event: MouseEvent, id: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.chosen.emit({ id, byKeyboard: event.detail === 0 });
  }
}
