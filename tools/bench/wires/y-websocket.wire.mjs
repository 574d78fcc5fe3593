import { rangesOf } from '../load/frames.mjs';
import { Caret, kind, message, parse, syncKind, writeStep1, writeStep2, writeUpdate } from './y-messages.mjs';

/**
 * y-websocket's protocol. It acknowledges nothing; the nearest thing is the echo of one's own update, which the server sends
 * to everybody in the room, the author included, once it is applied in memory.
 */
class YWebsocketWire {
  constructor(seat, client, frames) {
    Object.assign(this, { seat, client, frames });
    this.next = 0;
    this.welcomed = false;
  }

  request() {
    return { url: `${this.seat.url}/${this.seat.draft}`, headers: {} };
  }

  opened() {
    this.say(kind.sync, writeStep1(this.client.stateVector()));
  }

  received(data) {
    const frame = this.frames.read(data, (bytes) => parse(bytes, false));
    if (frame.type !== kind.sync) return;
    if (frame.step === syncKind.step1) return this.say(kind.sync, writeStep2(this.client.doc, frame.stateVector));
    if (frame.step === syncKind.step2) return this.welcome(frame);
    frame.ranges ??= frame.updates.flatMap(rangesOf);
    if (this.lacking) this.welcome(frame);
    this.echo(frame.ranges);
    this.client.heard(frame);
  }

  /** The server answers with an empty document while it still reads the stored one, and sends that as an update later. */
  welcome(frame) {
    if (this.welcomed) return;
    this.lacking = frame.updates[0].byteLength < (this.seat.expectedBytes ?? 0);
    if (this.lacking) return;
    this.welcomed = true;
    this.client.joined(frame.updates);
  }

  push(_number, update) {
    this.say(kind.sync, writeUpdate(update));
  }

  point(position) {
    this.caret ??= new Caret(this.client.doc, this.seat.name);
    this.say(kind.awareness, this.caret.writeAt(position));
  }

  echo(ranges) {
    const { clientId, sent } = this.client;
    const reached = ranges.reduce((until, [writer, clock, length]) => (writer === clientId ? Math.max(until, clock + length) : until), 0);
    while (this.next < sent.length && sent[this.next].until <= reached) {
      this.client.acknowledged(this.next);
      this.next += 1;
    }
  }

  say(type, write) {
    this.client.send(message(type, write));
  }
}

export const createWire = (seat, client, frames) => new YWebsocketWire(seat, client, frames);
