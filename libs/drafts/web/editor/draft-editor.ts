import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, ElementRef, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import { Editor } from '@tiptap/core';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { tintOf } from '@cohorte/ui/web/person-tint';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type * as Y from 'yjs';
import { allowedBlocks } from './allowed-blocks';
import { actsFor, actsMatching, slashActs } from './block-acts';
import type { ActRequests, BlockAct } from './block-acts';
import { caretsChanged } from './caret-layer';
import type { DraftPerson } from '../../contract/draft';
import { DraftNotes } from './draft-notes';
import { caretName, caretsOf } from '../sync/draft-presence';
import { DraftReaders, peopleMatching } from '../draft-readers.service';
import type { DraftSession } from '../sync/draft-session';
import { DraftToolbar } from './draft-toolbar';
import { EditorDialogs } from './editor-dialogs';
import { editorProps } from './editor-props';
import { editorWords } from './editor-words';
import { editorExtensions, type EditorNeeds } from './editor-extensions';
import { EditorTicks } from './editor-ticks';
import { FindBar } from './find-bar';
import { typographyChoice } from './french-typography';
import { LinkBubble } from './link-bubble';
import { SuggestionDesk } from '../suggestions/suggestion-desk';
import { SuggestionPointer } from '../suggestions/suggestion-pointer';
import type { ToolAct } from './tool-acts';
import { choiceId } from './typed-choice';
import type { TypedChoice, TypedPlace } from './typed-choice';
import { TypedList } from './typed-list';
import { insteadOf } from './typed-menu';
import { TypedMenuState } from './typed-menu-state';

/** The menu under the caret, whichever is open. */
interface OpenMenu {
  readonly title: string;
  readonly none: string;
  readonly choices: readonly TypedChoice[];
  readonly active: number;
  readonly choose: (index: number) => void;
}

/** The text under the hands of those who may write, and live under the eyes of those who may read. */
@Component({
  selector: 'co-draft-editor',
  imports: [DraftNotes, DraftToolbar, FindBar, LinkBubble, SuggestionPointer, TranslocoPipe, TypedList],
  providers: [DraftReaders, EditorDialogs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-editor.html',
  styleUrl: './draft-editor.css',
})
export class DraftEditor {
  readonly session = input.required<DraftSession>();
  readonly editable = input.required<boolean>();
  readonly draftId = input.required<string>();
  readonly label = input.required<string>();
  /** The only blocks a document of this kind may hold; null is every one. */
  readonly blocks = input<readonly string[] | null>(null);
  /** Nothing but the text is shown. */
  readonly focusing = input(false);
  /** Where on the page the toolbar goes: above the outline and the sheet. */
  readonly toolbarPlace = input.required<HTMLElement>();
  /** The editor stands with its text in it; null when it goes. */
  readonly attached = output<Editor | null>();
  /** The writer goes to the heading of this id. */
  readonly went = output<string>();
  readonly focusToggled = output();

  protected readonly editor = signal<Editor | null>(null);
  private readonly ticks = new EditorTicks();
  protected readonly tick = this.ticks.look;
  protected readonly calmTick = this.ticks.rest;
  protected readonly hasNotes = computed(() => this.calmTick() >= 0 && this.holdsNotes());
  protected readonly inLink = computed(() => this.tick() >= 0 && this.editor()?.isActive('link') === true);
  protected readonly finding = signal(false);
  protected readonly replacing = signal(false);
  protected readonly typography = signal(typographyChoice.read());
  protected readonly menu = computed<OpenMenu | null>(() => this.openMenu());
  protected readonly place = computed<TypedPlace>(() => this.placeOf((this.slash.query() ?? this.people.query())?.range.from ?? null));

  private readonly host = viewChild.required<ElementRef<HTMLElement>>('text');
  private readonly toolbar = viewChild('toolbar', { read: ElementRef<HTMLElement> });
  private readonly findBar = viewChild<FindBar>('findBar');
  private readonly transloco = inject(TranslocoService);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(EditorDialogs);
  private readonly proposals = inject(SuggestionDesk);
  private readonly panes = inject(Dialogs);
  private readonly readers = inject(DraftReaders);
  protected readonly requests: ActRequests = {
    askLink: () => void this.with((editor) => this.dialogs.link(editor)),
    askImage: () => this.withBlock('image', (editor) => void this.dialogs.image(editor, this.draftId())),
    askNote: () => this.withBlock('footnote', (editor) => void this.dialogs.note(editor)),
  };
  private readonly slash = new TypedMenuState<BlockAct>(
    (typed) => actsMatching(this.slashActs(), typed, (act) => this.wordsOf(act)),
    (act, query) => this.with((editor) => insteadOf(editor, query, () => act.run(editor, this.requests))),
  );
  private readonly people = new TypedMenuState<DraftPerson>(
    (typed) => peopleMatching(this.readers.people() ?? [], typed),
    (person, query) => this.with((editor) => insteadOf(editor, query, () => mention(editor, person))),
    () => void this.readers.load(this.draftId()),
  );

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
      this.session().drawnPeople();
      const editor = this.editor();
      if (editor && !editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(caretsChanged, true).setMeta('addToHistory', false));
    });
    inject(DestroyRef).onDestroy(() => {
      this.ticks.stop();
      this.detach();
    });
  }

  protected act(act: BlockAct): void {
    this.with((editor) => act.run(editor, this.requests));
  }

  protected use({ name }: ToolAct): void {
    if (name === 'find' || name === 'replace') return this.find(name === 'replace');
    if (name === 'focus') return this.focusToggled.emit();
    if (name === 'shortcuts') return void this.showShortcuts();
    this.typography.update((isOn) => !isOn);
    typographyChoice.write(this.typography());
    this.toasts.show(this.transloco.translate(this.typography() ? 'drafts.tools.typographyIsOn' : 'drafts.tools.typographyIsOff'));
  }

  protected openNote(position: number): void {
    this.with((editor) => void this.dialogs.openNote(editor, position));
  }

  private find(replacing: boolean): void {
    if (replacing) this.replacing.set(true);
    if (this.finding()) this.findBar()?.take();
    this.finding.set(true);
  }

  private async showShortcuts(): Promise<void> {
    const { EditorShortcutsDialog } = await import('./editor-shortcuts.dialog');
    this.panes.open(EditorShortcutsDialog, Object.keys(this.editor()?.schema.nodes ?? {}), { size: 'normal' });
  }

  private with(use: (editor: Editor) => void): void {
    const editor = this.editor();
    if (editor && !editor.isDestroyed) use(editor);
  }

  /** Says so when this kind of document has no such block. */
  private withBlock(block: 'image' | 'footnote', use: (editor: Editor) => void): void {
    this.with((editor) => {
      if (block in editor.schema.nodes) use(editor);
      else this.toasts.show(this.transloco.translate(`drafts.editor.without.${block}`), { tone: 'info' });
    });
  }

  private slashActs(): BlockAct[] {
    const editor = this.editor();
    return editor ? actsFor(editor, slashActs) : [];
  }

  private attach(doc: Y.Doc, element: HTMLElement): void {
    this.detach();
    const editor = new Editor({
      element,
      injectCSS: false,
      editable: this.editable(),
      extensions: editorExtensions(this.needs(doc)),
      onTransaction: ({ transaction }) => this.ticks.heard(transaction),
    });
    this.editor.set(editor);
    this.attached.emit(editor);
    this.ticks.calmly();
  }

  private needs(doc: Y.Doc): EditorNeeds {
    const say = (key: string, values?: Record<string, unknown>): string => this.transloco.translate(`drafts.${key}`, values);
    return {
      doc,
      allowed: allowedBlocks(untracked(this.blocks), doc),
      words: editorWords(say),
      requests: { noteOpened: (position) => this.openNote(position), pictureDescribed: this.requests.askImage },
      carets: () => this.carets(),
      moved: (cursor) => this.session().tell(cursor),
      slash: this.slash,
      people: this.people,
      imagesReceived: (files, position) => this.withBlock('image', (own) => void this.dialogs.receive(own, { draftId: this.draftId(), files, position })),
      pasteDropped: () => this.toasts.show(say('editor.pasteDropped'), { tone: 'info' }),
      pasteFitted: () => this.toasts.show(say('editor.pasteFitted'), { tone: 'info' }),
      typography: () => this.typography(),
      authorOf: this.proposals.authorOf,
      suggestionKeys: this.proposals.keys,
      keys: {
        link: this.requests.askLink,
        note: this.requests.askNote,
        find: (replacing) => this.find(replacing),
        focus: () => this.focusToggled.emit(),
        escaped: () => {
          if (this.focusing()) this.focusToggled.emit();
        },
        shortcuts: () => void this.showShortcuts(),
        toolbar: () => this.toolbar()?.nativeElement.querySelector('button:not(:disabled, [tabindex="-1"])')?.focus(),
      },
    };
  }

  private detach(): void {
    const editor = untracked(this.editor);
    if (!editor) return;
    this.editor.set(null);
    this.attached.emit(null);
    editor.destroy();
  }

  private holdsNotes(): boolean {
    return this.editor()?.view.dom.querySelector('.co-note') !== null;
  }

  private carets() {
    const drawn = untracked(this.session().drawnPeople);
    const carets = caretsOf(untracked(this.session().presence)).filter(({ personId }) => drawn === null || drawn.has(personId));
    return carets.map((entry) => ({ entry, label: caretName(entry.name), tint: tintOf(entry.name) }));
  }

  /** What assistive technology is told about the text: a field for writers, a document for readers. */
  private describe(): void {
    const menu = this.menu();
    const choice = menu?.choices[menu.active];
    const active = menu ? (choice ? choiceId(choice.key) : null) : undefined;
    this.editor()?.setOptions({ editorProps: editorProps({ label: this.label(), isEditable: this.editable(), active }) });
  }

  private openMenu(): OpenMenu | null {
    if (this.slash.query()) return this.menuOf(this.slash, { title: 'drafts.slash.title', none: 'drafts.slash.none' }, ({ name, icon }) => ({ key: name, icon, label: this.transloco.translate(`drafts.acts.${name}`) }));
    const query = this.people.query();
    if (!query) return null;
    // Words go on after a name that is nobody's: the list has nothing to say about them.
    if (this.people.choices().length === 0 && query.text.includes(' ')) return null;
    const none = this.readers.failed() ? 'drafts.mention.failed' : this.readers.people() === null ? 'drafts.mention.loading' : 'drafts.mention.none';
    return this.menuOf(this.people, { title: 'drafts.mention.title', none }, ({ personId, name }) => ({ key: personId, icon: 'user', label: name }));
  }

  private menuOf<T>(state: TypedMenuState<T>, words: { title: string; none: string }, shown: (choice: T) => TypedChoice): OpenMenu {
    const choices = state.choices();
    return {
      ...words,
      choices: choices.map(shown),
      active: state.active(),
      choose: (index) => {
        const choice = choices[index];
        if (choice !== undefined) state.choose(choice);
      },
    };
  }

  private placeOf(position: number | null): TypedPlace {
    const editor = this.editor();
    if (position === null || !editor) return { left: 0, top: 0, bottom: 0 };
    return editor.view.coordsAtPos(Math.min(position, editor.state.doc.content.size));
  }

  private wordsOf(act: BlockAct): string {
    return `${this.transloco.translate(`drafts.acts.${act.name}`)} ${this.transloco.translate(`drafts.findActs.${act.name}`)}`;
  }
}

function mention(editor: Editor, { personId, name }: DraftPerson): void {
  editor.chain().focus().insertContent([{ type: 'mention', attrs: { personId, label: name } }, { type: 'text', text: ' ' }]).run();
}
