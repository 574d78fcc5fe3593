import * as encoding from 'lib0/encoding';
import { Caret, kind, message, parse, syncKind, writeStep1, writeStep2, writeUpdate } from './y-messages.mjs';

const authenticated = 2;

/** Hocuspocus's protocol, as its provider speaks it. Its acknowledgement (SyncStatus) says «applied in memory». */
class HocuspocusWire {
  constructor(seat, client, frames) {
    Object.assign(this, { seat, client, frames });
    this.waiting = [];
  }

  request() {
    return { url: this.seat.url, headers: {} };
  }

  opened() {
    this.say(kind.auth, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, this.seat.token);
    });
    this.say(kind.sync, writeStep1(this.client.stateVector()));
  }

  received(data) {
    const frame = this.frames.read(data, (bytes) => parse(bytes, true));
    if (frame.type === kind.syncStatus) return this.acknowledged(frame.saved);
    if (frame.type === kind.auth) return frame.answer === authenticated ? undefined : this.client.refused(frame.words);
    if (frame.type !== kind.sync && frame.type !== kind.syncReply) return;
    if (frame.step === syncKind.update) return this.client.heard(frame);
    if (frame.step === syncKind.step2) return this.client.joined(frame.updates);
    // An editor answers what the server lacks, as the provider does; the status that follows is nobody's push.
    this.waiting.push(null);
    this.say(kind.sync, writeStep2(this.client.doc, frame.stateVector));
  }

  push(number, update) {
    this.waiting.push(number);
    this.say(kind.sync, writeUpdate(update));
  }

  point(position) {
    this.caret ??= new Caret(this.client.doc, this.seat.name);
    this.say(kind.awareness, this.caret.writeAt(position));
  }

  /** Statuses come in the order of what was sent. */
  acknowledged(saved) {
    const number = this.waiting.shift();
    if (!saved && number !== null) this.client.refused('not saved');
    else if (number !== null && number !== undefined) this.client.acknowledged(number);
  }

  say(type, write) {
    this.client.send(message(type, write, this.seat.draft));
  }
}

export const createWire = (seat, client, frames) => new HocuspocusWire(seat, client, frames);
