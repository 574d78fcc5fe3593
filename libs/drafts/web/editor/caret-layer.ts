import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { PresenceCursor } from '../../contract/drafts.contract';
import type { PresenceEntry } from '../sync/draft-presence';

/** Someone's caret, with how it is called and coloured. */
export interface DrawnCaret {
  readonly entry: PresenceEntry;
  readonly label: string;
  readonly tint: string;
}

export interface CaretLayerOptions {
  carets: () => readonly DrawnCaret[];
  /** This person's caret moved, or left the text. */
  moved: (cursor: PresenceCursor | null) => void;
}

interface SyncState {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: Parameters<typeof relativePositionToAbsolutePosition>[3] };
}

const layerKey = new PluginKey<DecorationSet>('draftCarets');
/** Asks the layer to draw again after people moved. */
export const caretsChanged = 'draftCaretsChanged';
/** Carets are told at most this often, in milliseconds. */
const tellEvery = 80;

function caretElement({ label, tint }: DrawnCaret): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `co-caret co-caret-${tint}`;
  caret.setAttribute('aria-hidden', 'true');
  const name = document.createElement('span');
  name.className = 'co-caret-name';
  name.textContent = label;
  caret.append(name);
  return caret;
}

function placeOf(sync: SyncState, position: Uint8Array, size: number): number | null {
  try {
    const relative = Y.decodeRelativePosition(position);
    const place: number | null = relativePositionToAbsolutePosition(sync.doc, sync.type, relative, sync.binding.mapping);
    return place === null ? null : Math.min(place, size);
  } catch {
    return null;
  }
}

function decorationsOf(caret: DrawnCaret, sync: SyncState, size: number): Decoration[] {
  const { cursor, key } = caret.entry;
  const head = cursor && placeOf(sync, cursor.head, size);
  const anchor = cursor && placeOf(sync, cursor.anchor, size);
  if (cursor === null || head === null || anchor === null) return [];
  // The key changes with the place: a caret that moved is drawn anew, so its name shows again for two seconds.
  const widget = Decoration.widget(head, () => caretElement(caret), { key: `${key}:${cursor.head.join('.')}`, side: 10, ignoreSelection: true });
  if (head === anchor) return [widget];
  return [widget, Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: `co-selection co-caret-${caret.tint}` })];
}

function draw(state: EditorState, carets: readonly DrawnCaret[]): DecorationSet {
  const sync = ySyncPluginKey.getState(state) as SyncState | undefined;
  if (!sync) return DecorationSet.empty;
  const size = Math.max(state.doc.content.size - 1, 0);
  return DecorationSet.create(state.doc, carets.flatMap((caret) => decorationsOf(caret, sync, size)));
}

function cursorIn(view: EditorView): PresenceCursor | null {
  const sync = ySyncPluginKey.getState(view.state) as SyncState | undefined;
  if (!sync || !view.hasFocus()) return null;
  const relative = (position: number): Uint8Array<ArrayBuffer> =>
    new Uint8Array(Y.encodeRelativePosition(absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping) as Y.RelativePosition));
  return { anchor: relative(view.state.selection.anchor), head: relative(view.state.selection.head) };
}

const same = (one: PresenceCursor | null, other: PresenceCursor | null): boolean =>
  one === other || (one !== null && other !== null && one.anchor.join() === other.anchor.join() && one.head.join() === other.head.join());

/** Tells where this person's caret is, no oftener than others can follow. */
class CaretTeller {
  private told: PresenceCursor | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly view: EditorView, private readonly moved: CaretLayerOptions['moved']) {}

  readonly soon = (): void => {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      const cursor = cursorIn(this.view);
      if (!same(cursor, this.told)) this.moved((this.told = cursor));
    }, tellEvery);
  };

  destroy(): void {
    if (this.timer) clearTimeout(this.timer);
  }
}

/** Draws the others' carets and selections, and tells where one's own is. */
export const CaretLayer = Extension.create<CaretLayerOptions>({
  name: 'caretLayer',
  addOptions: () => ({ carets: () => [], moved: () => undefined }),
  addProseMirrorPlugins() {
    const { carets, moved } = this.options;
    let teller: CaretTeller | null = null;
    return [
      new Plugin<DecorationSet>({
        key: layerKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, drawn, _before, state) => {
            const asked = transaction.getMeta(caretsChanged) !== undefined || transaction.getMeta(ySyncPluginKey) !== undefined;
            return asked ? draw(state, carets()) : drawn.map(transaction.mapping, transaction.doc);
          },
        },
        props: {
          decorations: (state) => layerKey.getState(state),
          handleDOMEvents: { focus: () => void teller?.soon(), blur: () => void teller?.soon() },
        },
        view: (view) => {
          const own = (teller = new CaretTeller(view, moved));
          return { update: own.soon, destroy: () => own.destroy() };
        },
      }),
    ];
  },
});
