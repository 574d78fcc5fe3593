import type { EditorView } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { SheetPlace } from '../contract/drafts.contract';

interface SyncState {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: Parameters<typeof relativePositionToAbsolutePosition>[3] };
}

const syncOf = (view: EditorView): SyncState | undefined => ySyncPluginKey.getState(view.state) as SyncState | undefined;

/** The first block that reaches below a line of the screen; blocks stand one under the other, so halving finds it. */
function blockAt(blocks: HTMLCollection, line: number): Element | null {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return blocks[Math.min(low, blocks.length - 1)] ?? null;
}

/** Where the page stands: the block at the line under the bars, and how far down it that line is. Holds while others write. */
export function placeAt(view: EditorView, line: number): SheetPlace | null {
  const sync = syncOf(view);
  const block = blockAt(view.dom.children, line);
  if (!sync || !block) return null;
  const { top, height } = block.getBoundingClientRect();
  const position = absolutePositionToRelativePosition(view.posAtDOM(block, 0), sync.type, sync.binding.mapping) as Y.RelativePosition;
  const fraction = height > 0 ? Math.min(1, Math.max(0, (line - top) / height)) : 0;
  return { position: new Uint8Array(Y.encodeRelativePosition(position)), fraction: Math.round(fraction * 1_000) / 1_000 };
}

/** How far the page must scroll (up to its very top for the beginning of the text) so that a place comes to the line; null when its block is not in this copy yet. */
export function distanceTo(view: EditorView, place: SheetPlace, line: number): number | null {
  const sync = syncOf(view);
  if (!sync) return null;
  try {
    const at: number | null = relativePositionToAbsolutePosition(sync.doc, sync.type, Y.decodeRelativePosition(place.position), sync.binding.mapping);
    if (at === null) return null;
    const resolved = view.state.doc.resolve(Math.min(at, view.state.doc.content.size));
    const block = view.nodeDOM(resolved.depth > 0 ? resolved.before(1) : resolved.pos);
    if (!(block instanceof HTMLElement)) return null;
    if (block === view.dom.firstElementChild && place.fraction === 0) return -(view.dom.ownerDocument.defaultView?.scrollY ?? 0);
    const { top, height } = block.getBoundingClientRect();
    return top + height * place.fraction - line;
  } catch {
    return null;
  }
}
