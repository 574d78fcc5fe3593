import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { isAllowedLink, isHeadingLink } from '../../contract/document-schema';
import { headingsOf } from './text-facts';

/** Beside the link the caret is in: where it leads, and what can be done with it. Comes right after the text in Tab order. */
@Component({
  selector: 'co-link-bubble',
  imports: [Icon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (href(); as address) {
      <div class="bubble" role="group" [attr.aria-label]="'drafts.link.here' | transloco" [style.left.px]="place().left" [style.top.px]="place().top">
        @if (heading(); as found) {
          @if (found.title !== null) {<button type="button" class="go" (click)="went.emit(address.slice(1))"><co-icon name="flag" size="small" /><span>{{ 'drafts.link.goTo' | transloco: { title: found.title } }}</span></button>}
          @else {<p><co-icon name="unlink" size="small" />{{ 'drafts.link.broken' | transloco }}</p>}
        } @else {
          <a [href]="address" target="_blank" rel="noopener noreferrer"><co-icon name="external-link" size="small" /><span>{{ address }}</span></a>
        }
        <button type="button" (click)="edited.emit()">{{ 'drafts.link.edit' | transloco }}</button>
        <button type="button" (click)="remove()">{{ 'drafts.link.remove' | transloco }}</button>
      </div>
    }
  `,
  styles: `
    .bubble { position: absolute; z-index: 15; display: flex; align-items: center; gap: 2px; max-width: min(420px, calc(100vw - 32px)); padding: 3px; background: var(--co-raised); border: 1px solid var(--co-hairline); border-radius: var(--co-radius); box-shadow: var(--co-float); font-size: var(--co-text-xs); }
    a, p, .go { display: flex; align-items: center; gap: 6px; min-width: 0; padding: 6px 8px; }
    p { color: var(--co-brick); }
    a span, .go span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 220px; }
    button { flex: none; min-height: 32px; padding: 4px 8px; border: 0; border-radius: 4px; background: none; font-weight: 650; color: var(--co-ink); }
    .go { color: var(--co-green); }
    button:hover { background: var(--co-sunk); }
    @media (pointer: coarse) { button, a { min-height: 44px; } .bubble { flex-wrap: wrap; } }
    @media print { :host { display: none; } }
  `,
})
export class LinkBubble {
  readonly editor = input.required<Editor>();
  readonly tick = input.required<number>();
  readonly edited = output();
  /** The writer wants to go to the heading of this id. */
  readonly went = output<string>();

  protected readonly href = computed(() => {
    this.tick();
    const editor = this.editor();
    const href: unknown = editor.isActive('link') && editor.state.selection.empty ? editor.getAttributes('link')['href'] : null;
    return isAllowedLink(href) ? href : null;
  });

  /** The heading an internal link leads to; its title is null once it is gone. */
  protected readonly heading = computed(() => {
    const href = this.href();
    if (!isHeadingLink(href)) return null;
    return { title: headingsOf(this.editor().state.doc).find(({ id }) => id === href.slice(1))?.title ?? null };
  });

  protected readonly place = computed(() => {
    this.tick();
    const { view, state } = this.editor();
    const caret = view.coordsAtPos(state.selection.from);
    const left = Math.max(16, Math.min(caret.left, window.innerWidth - 440));
    return { left: left + window.scrollX, top: caret.bottom + 8 + window.scrollY };
  });

  protected remove(): void {
    this.editor().chain().focus().extendMarkRange('link').unsetMark('link').run();
  }
}
