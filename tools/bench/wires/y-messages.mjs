/** The sync and awareness messages that Hocuspocus and y-websocket share. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';

export const kind = { sync: 0, awareness: 1, auth: 2, syncReply: 4, close: 7, syncStatus: 8 };
export const syncKind = { step1: sync.messageYjsSyncStep1, step2: sync.messageYjsSyncStep2, update: sync.messageYjsUpdate };

export function message(type, write, name) {
  const encoder = encoding.createEncoder();
  if (name !== undefined) encoding.writeVarString(encoder, name);
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

export const writeStep1 = (stateVector) => (encoder) => {
  encoding.writeVarUint(encoder, syncKind.step1);
  encoding.writeVarUint8Array(encoder, stateVector);
};
export const writeStep2 = (doc, stateVector) => (encoder) => {
  encoding.writeVarUint(encoder, syncKind.step2);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc, stateVector));
};
export const writeUpdate = (update) => (encoder) => sync.writeUpdate(encoder, update);

/** What a caret says in y-prosemirror: the whole state of the person, as JSON, each time. */
export class Caret {
  constructor(doc, name) {
    this.awareness = new Awareness(doc);
    // Its timer renews the state for people who do nothing; nobody here does nothing for long.
    clearInterval(this.awareness._checkInterval);
    this.name = name;
  }

  writeAt(position) {
    const place = Y.relativePositionToJSON(Y.decodeRelativePosition(position));
    this.awareness.setLocalState({ user: { name: this.name, color: '#2f6f4f' }, cursor: { anchor: place, head: place } });
    return (encoder) => encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]));
  }
}

/** `{ type, step, updates | stateVector | … }` of one message; the name in front is Hocuspocus's. */
export function parse(data, named) {
  const decoder = decoding.createDecoder(data);
  if (named) decoding.readVarString(decoder);
  const frame = { type: decoding.readVarUint(decoder) };
  if (frame.type === kind.sync || frame.type === kind.syncReply) {
    frame.step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (frame.step === syncKind.step1) frame.stateVector = bytes;
    else frame.updates = [bytes];
  } else if (frame.type === kind.syncStatus) frame.saved = decoding.readVarUint(decoder) === 1;
  else if (frame.type === kind.auth) {
    frame.answer = decoding.readVarUint(decoder);
    frame.words = decoding.readVarString(decoder);
  }
  return frame;
}
