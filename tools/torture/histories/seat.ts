import * as Y from 'yjs';
import type { Chance } from '../chance';
import { Device, Tab } from '../tab';
import { isSaved, rootOf } from '../tab-acts';
import { Wire } from '../wire';
import { boundary, firstText, paragraphWith, pasted, plain, sharedTexts, textWith, wordsOf } from './page';
import type { Edit, WordLedger } from './word-ledger';

export interface SeatOptions {
  readonly device: Device;
  readonly draftId: string;
  readonly port: number;
  readonly ledger: WordLedger;
  readonly transports: ('polling' | 'websocket')[];
}

let tabs = 0;

/** One tab of somebody on a wire of its own: what they do to the text, and what the page told them about it. */
export class Seat {
  readonly tabId = (tabs += 1);
  private home: Y.XmlElement[] = [];
  private last: { readonly pushId: string; readonly update: Uint8Array } | null = null;

  private constructor(
    readonly options: SeatOptions,
    readonly tab: Tab,
    readonly wire: Wire,
    /** Tabs whose outbox this one took over. */
    readonly heirOf: ReadonlySet<number>,
  ) {}

  static async open(options: SeatOptions, heirOf: ReadonlySet<number> = new Set()): Promise<Seat> {
    const wire = await Wire.to(options.port);
    const { device, draftId, transports } = options;
    const tab = new Tab({ device, draftId, url: wire.url, transports });
    const seat = new Seat(options, tab, wire, heirOf);
    tab.sync.right.set('editor');
    seat.follow();
    await tab.open();
    seat.look();
    return seat;
  }

  get isOpen(): boolean {
    return !this.tab.isClosed;
  }

  get mayWrite(): boolean {
    const { right, phase } = this.tab.sync;
    return this.isOpen && phase() !== 'ended' && right() === 'editor';
  }

  /** Reads the flag as its writer does, and holds the page to it. */
  look(): void {
    const { ledger, device } = this.options;
    const refusals = this.tab.sync.refused().length;
    if (refusals > device.refusalsSeen) ledger.refused(device.number);
    device.refusalsSeen = Math.max(device.refusalsSeen, refusals);
    if (this.isOpen && isSaved(this.tab)) ledger.saved(new Set([this.tabId, ...this.heirOf]));
  }

  close(): void {
    this.look();
    this.options.ledger.closed(this.tabId, this.tab.sync.unstored());
    this.tab.kill();
    this.wire.close();
  }

  /** The whole device is lost, in the middle of whatever it did. */
  vanish(): void {
    this.look();
    this.options.ledger.lost(this.options.device.number);
    this.tab.kill();
    this.wire.close();
  }

  /** The same push once more, as a confused network might bring it. */
  sendAgain(): void {
    if (this.last && this.isOpen) this.tab.push(this.last.pushId, this.last.update).catch(() => undefined);
  }

  // ---- What one does to a text ------------------------------------------------------------------------------------------

  insert(chance: Chance): string | null {
    const texts = sharedTexts(this.doc);
    if (texts.length === 0) return null;
    const text = chance.of(texts);
    const word = this.ledger.newWord();
    this.make({ adds: [word] }, () => text.insert(boundary(text, chance), `${word} `));
    return `insert ${word}`;
  }

  remove(chance: Chance): string | null {
    const texts = sharedTexts(this.doc).filter((text) => wordsOf(text).length > 0);
    if (texts.length === 0) return null;
    const text = chance.of(texts);
    const word = chance.of(wordsOf(text));
    const at = plain(text).indexOf(word);
    this.make({ removes: [word] }, () => text.delete(at, word.length + (plain(text)[at + word.length] === ' ' ? 1 : 0)));
    return `remove ${word}`;
  }

  format(chance: Chance): string | null {
    const texts = sharedTexts(this.doc).filter((text) => wordsOf(text).length > 0);
    if (texts.length === 0) return null;
    const text = chance.of(texts);
    const word = chance.of(wordsOf(text));
    const href = `https://lien.example/${this.tabId}-${chance.between(0, 1e6)}`;
    this.make({ link: { word, href } }, () => text.format(plain(text).indexOf(word), word.length, { link: { href, target: null, rel: null, class: null, title: null } }));
    return `format ${word}`;
  }

  paste(chance: Chance, size: number): string {
    const words = Array.from({ length: size }, () => this.ledger.newWord());
    this.make({ adds: words }, () => rootOf(this.doc).insert(rootOf(this.doc).length, pasted(words, chance)));
    return `paste ${words.join(' ')}`;
  }

  /** Letter by letter, each its own edit, in a paragraph of one's own. */
  type(chance: Chance): string {
    const text = this.homeText(chance);
    const word = this.ledger.newWord();
    const letters = [...`${word} `];
    letters.forEach((letter, index) => this.make({ adds: index === word.length - 1 ? [word] : [] }, () => text.insert(plain(text).length, letter)));
    return `type ${word}`;
  }

  /** What Enter does in the middle of a paragraph: its end leaves for a new one, in the same transaction. */
  split(chance: Chance): string | null {
    const block = this.standingHome().find((one) => firstText(one).some((text) => wordsOf(text).length > 1));
    const [text] = block ? firstText(block) : [];
    if (!block || !text) return null;
    const at = boundary(text, chance);
    const rest = plain(text).slice(at);
    const place = rootOf(this.doc).toArray().indexOf(block);
    const next = paragraphWith(rest);
    this.make({}, () => {
      text.delete(at, rest.length);
      rootOf(this.doc).insert(place + 1, [next]);
    });
    this.home.push(next);
    return `split after ${at}`;
  }

  removeBlock(): string | null {
    const [block] = this.standingHome();
    if (!block) return null;
    const words = firstText(block).flatMap(wordsOf);
    this.make({ removes: words }, () => rootOf(this.doc).delete(rootOf(this.doc).toArray().indexOf(block), 1));
    return `remove block ${words.join(' ')}`;
  }

  private get doc(): Y.Doc {
    return this.tab.replica.doc();
  }

  private get ledger(): WordLedger {
    return this.options.ledger;
  }

  private make(edit: Partial<Pick<Edit, 'adds' | 'removes' | 'link'>>, work: () => void): void {
    this.ledger.made({ adds: [], removes: [], ...edit, deviceId: this.options.device.number, tabId: this.tabId });
    this.doc.transact(work);
  }

  private standingHome(): Y.XmlElement[] {
    this.home = this.home.filter((block) => block.doc === this.doc && block._item?.deleted === false);
    return this.home;
  }

  private homeText(chance: Chance): Y.XmlText {
    const standing = this.standingHome().flatMap(firstText);
    if (standing.length > 0 && chance.happens(0.7)) return chance.of(standing);
    const block = new Y.XmlElement('paragraph');
    const text = textWith('');
    this.make({}, () => {
      rootOf(this.doc).insert(rootOf(this.doc).length, [block]);
      block.insert(0, [text]);
    });
    this.home.push(block);
    return text;
  }

  private follow(): void {
    this.tab.onSent = (pushId, update) => (this.last = { pushId, update });
  }
}
