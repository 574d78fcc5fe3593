import * as Y from 'yjs';
import type { OutboxEdit } from './draft-outbox';

/** A run of characters typed one after the other. */
interface Run {
  readonly client: number;
  end: number;
  text: string;
}

const bySpot = (one: { id: Y.ID }, other: { id: Y.ID }): number => one.id.client - other.id.client || one.id.clock - other.id.clock;

function isDeleted(deleted: ReturnType<typeof Y.decodeUpdate>['ds'], client: number, clock: number): boolean {
  return (deleted.clients.get(client) ?? []).some((range) => clock >= range.clock && clock < range.clock + range.len);
}

/** The words an unsent update adds, in the order they were typed; what was typed and taken away again is left out. */
export function typedWords(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return '';
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
  const runs: Run[] = [];
  for (const struct of structs.filter((found) => found instanceof Y.Item).sort(bySpot)) {
    if (!(struct.content instanceof Y.ContentString)) continue;
    const { client, clock } = struct.id;
    const text = struct.content.str.split('').filter((_, index) => !isDeleted(ds, client, clock + index)).join('');
    const last = runs.at(-1);
    const follows = last && last.client === client && struct.origin?.client === client && struct.origin.clock === last.end;
    if (follows) {
      last.text += text;
      last.end = clock + struct.length - 1;
    } else runs.push({ client, end: clock + struct.length - 1, text });
  }
  return runs.map((run) => run.text).filter((text) => text !== '').join('\n');
}

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

export interface UnsentWords {
  readonly heading: string;
  readonly explanation: string;
  readonly technical: string;
  readonly titleOf: (draftId: string) => string;
}

/**
 * One text file a person can read and send to someone: the words first, then the exact changes,
 * which someone who knows Yjs can apply again.
 */
export function unsentFile(edits: readonly OutboxEdit[], words: UnsentWords): string {
  const byDraft = new Map<string, OutboxEdit[]>();
  for (const edit of edits) byDraft.set(edit.draftId, [...(byDraft.get(edit.draftId) ?? []), edit]);
  const texts = [...byDraft].map(([draftId, found]) => `## ${words.titleOf(draftId)}\n\n${typedWords(found.map((edit) => edit.update))}\n`);
  const changes = edits.map(({ draftId, pushId, update }) => JSON.stringify({ draftId, pushId, yjsUpdateV1: base64(update) }));
  return [`# ${words.heading}`, '', words.explanation, '', ...texts, `## ${words.technical}`, '', ...changes, ''].join('\n');
}

/** Hands a text to the browser's downloads. */
export function downloadText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
