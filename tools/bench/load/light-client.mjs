import { createHash } from 'node:crypto';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { now } from './clock.mjs';

/** The part of a document all of them agree on; the name is the product's. */
const contentField = 'content';
const readEveryMs = 200;

/**
 * One connection of one person in one draft, over whatever wire. An editor holds a real Yjs document and applies what it hears;
 * a watcher only notes that it heard.
 */
export class LightClient {
  constructor({ seat, number, createWire, frames, arrivals }) {
    this.seat = seat;
    this.number = number;
    this.role = seat.role;
    this.draft = seat.draft;
    this.arrivals = arrivals;
    this.doc = new Y.Doc();
    this.clientId = this.doc.clientID;
    this.unread = [];
    this.refusals = [];
    this.pushes = 0;
    this.pushesBefore = 0;
    /** By push number: when it left, up to which clock of ours it goes. */
    this.sent = [];
    this.ackTimes = [];
    this.ackedClock = 0;
    this.typed = { first: 0, times: [] };
    this.carried = { in: 0, out: 0 };
    this.applies = seat.role === 'editor';
    this.wire = createWire(seat, this, frames);
    this.doc.on('update', (update, origin) => origin === 'typed' && this.push(update));
  }

  /** Opens the socket and joins the draft; answers how long joining took once the socket was open, and what it brought. */
  connect() {
    const { url, headers } = this.wire.request();
    return new Promise((joined, failed) => {
      const socket = new WebSocket(url, { headers, perMessageDeflate: false, skipUTF8Validation: true });
      this.socket = socket;
      this.onJoined = (bytes) => joined({ ms: now() - this.openedAt, bytes });
      this.onFailed = failed;
      socket.on('open', () => {
        this.openedAt = now();
        this.wire.opened();
      });
      socket.on('message', (data, isBinary) => this.wire.received(data, isBinary));
      socket.on('error', (error) => failed(error));
      socket.on('close', (code) => {
        this.countBytes();
        this.closed = true;
        failed(new Error(`the connection was closed (${code})`));
      });
    });
  }

  // ---- What the wire calls -------------------------------------------------------------------------------------------------

  send(bytes) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(bytes);
  }

  stateVector() {
    this.read();
    return Y.encodeStateVector(this.doc);
  }

  /** The answer to joining: what there is, to be applied in this order. */
  joined(updates) {
    if (this.applies) updates.forEach((update) => Y.applyUpdate(this.doc, update, 'server'));
    this.onJoined?.(updates.reduce((sum, { byteLength }) => sum + byteLength, 0));
  }

  /** A frame that relays `updates`: heard now, read a moment later, as everybody reads on a machine of their own. */
  heard(frame) {
    if (this.arrivals?.open) this.arrivals.note(frame, this.number, now());
    if (!this.applies) return;
    this.unread.push(...frame.updates);
    this.reading ??= setTimeout(() => this.read(), readEveryMs);
  }

  read() {
    clearTimeout(this.reading);
    this.reading = undefined;
    const updates = this.unread.splice(0);
    if (updates.length > 0) this.doc.transact(() => updates.forEach((update) => Y.applyUpdate(this.doc, update, 'server')), 'server');
  }

  /** The server says that this push arrived (what that is worth differs between servers). */
  acknowledged(number) {
    const push = this.sent[number];
    if (!push || push.acked) return;
    push.acked = true;
    this.ackTimes.push(now() - push.at);
    this.ackedClock = Math.max(this.ackedClock, push.until);
    this.onAcknowledged?.();
  }

  refused(reason) {
    this.refusals.push(reason);
    this.onFailed?.(new Error(reason));
  }

  // ---- What the scenarios call ---------------------------------------------------------------------------------------------

  push(update) {
    const number = this.pushes;
    this.pushes += 1;
    this.sent[number] = { at: now(), until: Y.getState(this.doc.store, this.clientId) };
    this.wire.push(number, update);
  }

  /** A paragraph of one's own at the end: nobody's keystrokes land in another's word. */
  begin() {
    this.read();
    const paragraph = new Y.XmlElement('paragraph');
    this.text = new Y.XmlText();
    this.doc.transact(() => {
      const root = this.doc.getXmlFragment(contentField);
      root.insert(root.length, [paragraph]);
      paragraph.insert(0, [this.text]);
      this.text.insert(0, '·');
    }, 'typed');
    this.typed = { first: Y.getState(this.doc.store, this.clientId), times: [] };
  }

  /** What was typed until now was not measured. */
  countFromHere() {
    this.typed = { first: Y.getState(this.doc.store, this.clientId), times: [] };
    this.ackTimes = [];
    this.pushesBefore = this.pushes;
  }

  type(text) {
    const at = now();
    for (let index = 0; index < text.length; index += 1) this.typed.times.push(at);
    this.doc.transact(() => this.text.insert(this.text.length, text), 'typed');
  }

  /** Shows one's caret after the last letter. */
  point() {
    this.wire.point(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(this.text, this.text.length)));
  }

  /** What this editor reads, in a form that only equal documents share. */
  fingerprint() {
    this.read();
    const vector = [...Y.decodeStateVector(this.stateVector())].sort(([left], [right]) => left - right);
    const text = this.doc.getXmlFragment(contentField).toString();
    const waiting = this.doc.store.pendingStructs !== null;
    return createHash('sha256').update(JSON.stringify([vector, waiting])).update(text).digest('hex');
  }

  countBytes() {
    const raw = this.socket?._socket;
    if (!raw) return;
    this.carried = { in: raw.bytesRead, out: raw.bytesWritten };
  }

  /** Without a word to the server, as a lost network does. */
  drop() {
    this.closed = true;
    this.socket?.removeAllListeners('close');
    this.socket?.terminate();
  }
}
