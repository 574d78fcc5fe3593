import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Mapping, StepMap } from '@tiptap/pm/transform';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** A thread's passage as it is drawn over the text; `pending` is the one being commented. */
export interface DrawnThread {
  readonly threadId: string;
  readonly from: number;
  readonly to: number;
  readonly look: 'plain' | 'active' | 'pending';
}

/** Carries the passages to draw, in a transaction's meta. */
export const threadsDrawn = 'draftThreadsDrawn';
/** Heard on the text's element when a commented passage is pressed. */
export const threadPressed = 'co-thread-pressed';
/** Sent to the text's element to comment what is selected. */
export const commentAsked = 'co-comment-asked';
/** The `detail` of a press. */
export interface PressedThread {
  readonly threadId: string;
  readonly position: number;
}

const layerKey = new PluginKey<DecorationSet>('draftComments');

const decorationOf = ({ threadId, from, to, look }: DrawnThread): Decoration =>
  Decoration.inline(from, to, { class: look === 'plain' ? 'co-comment' : `co-comment ${look}` }, { threadId, look });

/** Another's edit arrives as the whole text anew: what really changed is looked for, so that passages stay where they are. */
function changeBetween(before: Node, after: Node): Mapping {
  const start = before.content.findDiffStart(after.content);
  const end = start === null ? null : before.content.findDiffEnd(after.content);
  if (start === null || end === null) return new Mapping();
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return new Mapping([new StepMap([start, end.a + overlap - start, end.b + overlap - start])]);
}

function applied(transaction: Transaction, drawn: DecorationSet, before: EditorState): DecorationSet {
  const given = transaction.getMeta(threadsDrawn) as readonly DrawnThread[] | undefined;
  if (given) return DecorationSet.create(transaction.doc, given.map(decorationOf));
  if (!transaction.docChanged || drawn === DecorationSet.empty) return drawn;
  const mapping = transaction.getMeta(ySyncPluginKey) === undefined ? transaction.mapping : changeBetween(before.doc, transaction.doc);
  return drawn.map(mapping, transaction.doc);
}

const threadOf = (decoration: Decoration): string => (decoration.spec as { threadId: string }).threadId;

/** The threads whose passage holds this place, the shortest passage first. */
export function threadsAt(state: EditorState, position: number): string[] {
  const found = layerKey.getState(state)?.find(position, position) ?? [];
  return found.toSorted((one, other) => one.to - one.from - (other.to - other.from)).map(threadOf);
}

/** Whether exactly this is drawn already. */
export function isDrawn(state: EditorState, wanted: readonly DrawnThread[]): boolean {
  const drawn = layerKey.getState(state)?.find() ?? [];
  const written = (threadId: string, from: number, to: number, look: string): string => `${threadId} ${from} ${to} ${look}`;
  const known = new Set(drawn.map((one) => written(threadOf(one), one.from, one.to, (one.spec as { look: string }).look)));
  return drawn.length === wanted.length && wanted.every((one) => known.has(written(one.threadId, one.from, one.to, one.look)));
}

/** Where a thread's passage is now. */
export function passageOf(state: EditorState, threadId: string): { from: number; to: number } | null {
  const [found] = layerKey.getState(state)?.find(undefined, undefined, (spec) => (spec as { threadId: string }).threadId === threadId) ?? [];
  return found ? { from: found.from, to: found.to } : null;
}

/** Draws the commented passages and tells when one is pressed. What they are is decided elsewhere, once the text rests. */
export const CommentLayer = Extension.create({
  name: 'commentLayer',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: layerKey,
        state: { init: () => DecorationSet.empty, apply: (transaction, drawn, before) => applied(transaction, drawn, before) },
        props: {
          decorations: (state) => layerKey.getState(state),
          handleClick: (view, position) => {
            const [threadId] = threadsAt(view.state, position);
            if (threadId) view.dom.dispatchEvent(new CustomEvent<PressedThread>(threadPressed, { detail: { threadId, position } }));
            return false;
          },
        },
      }),
    ];
  },
});
