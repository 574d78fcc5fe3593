import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, ElementRef, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import { Editor } from '@tiptap/core';
import { tintOf } from '@cohorte/ui/web/person-tint';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoService } from '@jsverse/transloco';
import type * as Y from 'yjs';
import { actsMatching } from './block-acts';
import type { ActRequests, BlockAct } from './block-acts';
import { caretsChanged } from './caret-layer';
import { EditorDialogs } from './editor-dialogs';
import { editorExtensions } from './editor-extensions';
import { caretName, caretsOf } from './draft-presence';
import type { DraftSession } from './draft-session';
import { DraftToolbar } from './draft-toolbar';
import { LinkBubble } from './link-bubble';
import { SlashList } from './slash-list';
import type { SlashPlace } from './slash-list';
import { runSlash } from './slash-menu';
import type { SlashQuery } from './slash-menu';

/** Pixels kept free round the caret: the bars above the sheet, and on a phone the toolbar below it. */
const caretRoom = { top: 200, bottom: 140, left: 0, right: 0 };

/** The text under the hands of those who may write, and live under the eyes of those who may read. */
@Component({
  selector: 'co-draft-editor',
  imports: [DraftToolbar, LinkBubble, SlashList],
  providers: [EditorDialogs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-editor.html',
  styleUrl: './draft-editor.css',
})
export class DraftEditor {
  readonly session = input.required<DraftSession>();
  readonly editable = input.required<boolean>();
  readonly draftId = input.required<string>();
  readonly label = input.required<string>();
  /** Where on the page the toolbar goes: above the outline and the sheet. */
  readonly toolbarPlace = input.required<HTMLElement>();
  /** The editor stands with its text in it; null when it goes. */
  readonly attached = output<Editor | null>();

  protected readonly editor = signal<Editor | null>(null);
  protected readonly tick = signal(0);
  protected readonly query = signal<SlashQuery | null>(null);
  protected readonly active = signal(0);
  protected readonly acts = computed(() => {
    const query = this.query();
    return query ? actsMatching(query.text, (act) => this.wordsOf(act)) : [];
  });
  protected readonly place = computed<SlashPlace>(() => this.placeOf(this.query()));

  private readonly host = viewChild.required<ElementRef<HTMLElement>>('text');
  private readonly toolbar = viewChild('toolbar', { read: ElementRef<HTMLElement> });
  private readonly transloco = inject(TranslocoService);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(EditorDialogs);
  private readonly requests: ActRequests = {
    askLink: () => void this.with((editor) => this.dialogs.link(editor)),
    askImage: () => void this.with((editor) => this.dialogs.image(editor, this.draftId())),
  };

  constructor() {
    effect(() => {
      const doc = this.session().replica.doc();
      const host = this.host().nativeElement;
      untracked(() => this.attach(doc, host));
    });
    effect(() => this.editor()?.setEditable(this.editable(), false));
    effect(() => this.describe());
    effect(() => {
      const toolbar = this.toolbar();
      if (toolbar) this.toolbarPlace().append(toolbar.nativeElement);
    });
    effect(() => {
      this.session().presence();
      const editor = this.editor();
      if (editor && !editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(caretsChanged, true).setMeta('addToHistory', false));
    });
    inject(DestroyRef).onDestroy(() => this.detach());
  }

  protected act(act: BlockAct): void {
    this.with((editor) => act.run(editor, this.requests));
  }

  protected choose(act: BlockAct): void {
    const query = this.query();
    this.query.set(null);
    if (query) this.with((editor) => runSlash(editor, query, () => act.run(editor, this.requests)));
  }

  protected askLink(): void {
    this.requests.askLink();
  }

  private with(use: (editor: Editor) => void): void {
    const editor = this.editor();
    if (editor && !editor.isDestroyed) use(editor);
  }

  private attach(doc: Y.Doc, element: HTMLElement): void {
    this.detach();
    const editor = new Editor({
      element,
      injectCSS: false,
      editable: this.editable(),
      extensions: editorExtensions({
        doc,
        words: { task: (text) => this.transloco.translate('drafts.editor.task', { text }), placeholder: this.transloco.translate('drafts.editor.placeholder') },
        carets: () => this.carets(),
        moved: (cursor) => this.session().tell(cursor),
        slash: { changed: (query) => this.slashChanged(query), key: (event) => this.slashKey(event) },
        imagesReceived: (files, position) => this.with((own) => void this.dialogs.receive(own, { draftId: this.draftId(), files, position })),
        pasteDropped: () => this.toasts.show(this.transloco.translate('drafts.editor.pasteDropped'), { tone: 'info' }),
        link: () => this.requests.askLink(),
      }),
      onTransaction: () => this.soon(),
    });
    this.editor.set(editor);
    this.attached.emit(editor);
  }

  private detach(): void {
    const editor = untracked(this.editor);
    if (!editor) return;
    this.editor.set(null);
    this.attached.emit(null);
    editor.destroy();
  }

  private ticking = false;
  private soon(): void {
    if (this.ticking) return;
    this.ticking = true;
    requestAnimationFrame(() => {
      this.ticking = false;
      this.tick.update((count) => count + 1);
    });
  }

  private carets() {
    return caretsOf(untracked(this.session().presence), this.session().replica.clientId).map((entry) => ({ entry, label: caretName(entry.name), tint: tintOf(entry.name) }));
  }

  /** What assistive technology is told about the text: a field for writers, a document for readers. */
  private describe(): void {
    const dom = this.editor()?.view.dom;
    if (!dom) return;
    const act = this.query() ? this.acts()[this.active()] : undefined;
    const described: Record<string, string | null> = {
      id: 'draft-text',
      class: 'tiptap ProseMirror co-prose',
      'aria-label': this.label(),
      role: this.editable() ? 'textbox' : 'article',
      'aria-multiline': this.editable() ? 'true' : null,
      'aria-controls': this.query() ? 'draft-slash' : null,
      'aria-activedescendant': act ? `draft-slash-${act.name}` : null,
    };
    this.editor()?.setOptions({ editorProps: { scrollMargin: caretRoom, scrollThreshold: caretRoom, attributes: Object.fromEntries(Object.entries(described).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))) } });
  }

  private slashChanged(query: SlashQuery | null): void {
    const had = this.query();
    this.query.set(query);
    if (query?.text !== had?.text) this.active.set(0);
  }

  private slashKey(event: KeyboardEvent): boolean {
    const acts = this.acts();
    const act = acts[this.active()];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : acts.length - 1;
      if (acts.length > 0) this.active.update((index) => (index + step) % acts.length);
      return true;
    }
    if ((event.key !== 'Enter' && event.key !== 'Tab') || !act) return false;
    this.choose(act);
    return true;
  }

  private placeOf(query: SlashQuery | null): SlashPlace {
    const editor = this.editor();
    if (!query || !editor) return { left: 0, top: 0, bottom: 0 };
    return editor.view.coordsAtPos(Math.min(query.range.from, editor.state.doc.content.size));
  }

  private wordsOf(act: BlockAct): string {
    return `${this.transloco.translate(`drafts.acts.${act.name}`)} ${this.transloco.translate(`drafts.findActs.${act.name}`)}`;
  }
}
