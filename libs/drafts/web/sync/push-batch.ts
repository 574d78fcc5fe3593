import * as Y from 'yjs';
import { documentLimits } from '../../contract/document-schema';
import type { OutboxEdit } from './draft-outbox';
import { newPushId } from './push-id';
import { splitUpdate } from './split-update';
import type { PushCaps } from './split-update';

/** Half of what the server takes: merging and framing never reach its caps. */
export const pushCaps: PushCaps = { bytes: documentLimits.bytesPerUpdate / 2, structs: documentLimits.structsPerUpdate / 2 };

export interface Batch {
  /** What leaves the queue. */
  readonly from: readonly OutboxEdit[];
  /** What replaces it, in the order to send; the same objects when nothing had to be merged or cut. */
  readonly to: readonly OutboxEdit[];
}

/**
 * What to send next. The head of the queue may have been sent already (its answer lost): sent again alone, under its own push id,
 * it counts once. Everything after it can be merged.
 */
export function nextBatch(queue: readonly OutboxEdit[], headWasSent: boolean, caps: PushCaps = pushCaps): Batch | null {
  const head = queue[0];
  if (!head) return null;
  const from = headWasSent ? [head] : fitting(queue, caps.bytes);
  if (from.length === 1) return alone(head, headWasSent, caps);
  const merged = Y.mergeUpdates(from.map((edit) => edit.update));
  return { from, to: renamed(head, from, splitUpdate(merged, caps)) };
}

function alone(head: OutboxEdit, wasSent: boolean, caps: PushCaps): Batch {
  if (wasSent || head.update.byteLength <= caps.bytes) return { from: [head], to: [head] };
  const pieces = splitUpdate(head.update, caps);
  return pieces.length === 1 ? { from: [head], to: [head] } : { from: [head], to: renamed(head, [head], pieces) };
}

function fitting(queue: readonly OutboxEdit[], bytes: number): OutboxEdit[] {
  let size = 0;
  const end = queue.findIndex((edit) => (size += edit.update.byteLength) > bytes);
  return queue.slice(0, end === -1 ? queue.length : Math.max(1, end));
}

/** Pieces keep the place of what they replace; the count of edits stays on the last one, so that it falls when all is saved. */
function renamed(head: OutboxEdit, from: readonly OutboxEdit[], pieces: readonly Uint8Array[]): OutboxEdit[] {
  const edits = from.reduce((sum, edit) => sum + edit.edits, 0);
  return pieces.map((update, index) => ({
    ...head,
    pushId: newPushId(),
    order: head.order + index / (pieces.length + 1),
    update,
    edits: index === pieces.length - 1 ? edits : 0,
  }));
}
