import { beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '@cohorte/platform/contract';
import * as Y from 'yjs';
import { contentField, writeBlockProposal } from '../../contract';
import type { BlockTarget, PushOutcome } from '../../contract';
import type { Push, RoomBytes } from '../rooms/draft-room-ports';
import { suggestTo } from './suggestion-lane';
import type { LaneRoom } from './suggestion-lane';
import { SuggestionScratch } from './suggestion-scratch';

const ada = '0190a000-0000-7000-8000-00000000000a';
const grace = '0190a000-0000-7000-8000-00000000000b';
const stamp = (person = ada, id = 7) => ({ id, person, at: 1_760_000_000 });
const added = (person = ada) => ({ insertion: { ...stamp(person), role: null } });
const gone = (person = ada) => ({ 'deletion--abcdefgh': stamp(person) });

/** A room in memory: what it accepts is in it at once. */
class FakeRoom implements LaneRoom {
  readonly doc = new Y.Doc();
  fails = false;
  pushed = 0;

  bytesAbove(): Promise<RoomBytes> {
    return Promise.resolve({ seq: this.pushed, updates: [Y.encodeStateAsUpdate(this.doc)], stateVector: Y.encodeStateVector(this.doc) });
  }

  push(push: Push): Promise<PushOutcome> {
    if (this.fails) return Promise.reject(new AppError('unavailable', 'drafts.cannot-save'));
    this.pushed += 1;
    Y.applyUpdate(this.doc, push.update);
    return Promise.resolve({ outcome: 'saved', seq: this.pushed });
  }
}

let room: FakeRoom;
/** Ada's browser. */
let mine: Y.Doc;

const block = (doc: Y.Doc, index: number): Y.XmlElement => doc.getXmlFragment(contentField).get(index) as Y.XmlElement;
const textIn = (doc: Y.Doc, index = 0): Y.XmlText => block(doc, index).get(0) as Y.XmlText;

function paragraph(text: string, name = 'paragraph'): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

const proposal = (target: BlockTarget, person = ada): string => writeBlockProposal({ target, ...stamp(person) });

/** A block that is proposed, of one line or of none. */
function proposed(name: string, text: string, person = ada): Y.XmlElement {
  const element = paragraph(text, name);
  element.setAttribute('proposal', proposal('inserted', person));
  return element;
}

const pushOf = (update: Uint8Array): Push => ({ personId: ada, clientId: mine.clientID, pushId: 'push', update, from: null });

/** What Ada's browser sends after this change. */
function change(work: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): void => void updates.push(update);
  mine.on('update', keep);
  mine.transact(() => work(mine));
  mine.off('update', keep);
  return Y.mergeUpdates(updates);
}

const answer = async (update: Uint8Array): Promise<string> =>
  suggestTo(room, pushOf(update)).then(({ outcome }) => outcome, (error: unknown) => (error instanceof AppError ? error.code : String(error)));

beforeEach(() => {
  room = new FakeRoom();
  room.doc.getXmlFragment(contentField).insert(0, [paragraph('Le marché est clos.'), paragraph('Annexe', 'heading'), new Y.XmlElement('paragraph')]);
  textIn(room.doc, 1).insert(6, ' bis', added(grace));
  mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(room.doc));
});

describe('the lane of those who may only propose', () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ['adds words', (doc) => textIn(doc).insert(9, ' public', added())],
    ['strikes words', (doc) => textIn(doc).format(3, 6, gone())],
    ['replaces words', (doc) => {
      textIn(doc).format(3, 6, gone());
      textIn(doc).insert(9, 'contrat', { ...added(), 'deletion--abcdefgh': null });
    }],
    ['writes in an empty paragraph', (doc) => {
      const text = new Y.XmlText();
      block(doc, 2).insert(0, [text]);
      text.insert(0, 'nouveau', added());
    }],
    ['proposes bold', (doc) => textIn(doc).format(0, 2, { 'modification--abcdefgh': { ...stamp(), mark: 'bold', change: 'add', href: null } })],
    ['proposes a title', (doc) => block(doc, 0).setAttribute('proposal', writeBlockProposal({ target: 'heading2', ...stamp() }))],
    ['strikes what Grace proposes', (doc) => textIn(doc, 1).format(6, 4, gone())],
    ['adds blocks', (doc) => doc.getXmlFragment(contentField).insert(1, [proposed('paragraph', 'de plus'), proposed('blockquote', 'cité')])],
    ['takes a block away', (doc) => block(doc, 0).setAttribute('proposal', proposal('removed'))],
    ['puts one block for another', (doc) => {
      block(doc, 0).setAttribute('proposal', proposal('removed'));
      doc.getXmlFragment(contentField).insert(1, [proposed('callout', 'de plus')]);
    }],
    ['adds a note in the line', (doc) => block(doc, 0).insert(1, [proposed('footnote', 'source')])],
  ])('lets through a proposal that %s', async (_, work) => {
    expect(await answer(change(work))).toBe('saved');
    expect(room.doc.getXmlFragment(contentField).toString()).toBe(mine.getXmlFragment(contentField).toString());
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ['writes plainly', (doc) => textIn(doc).insert(9, ' public')],
    ['deletes a word', (doc) => textIn(doc).delete(3, 7)],
    ['formats', (doc) => textIn(doc).format(0, 2, { bold: {} })],
    ['writes in Grace’s name', (doc) => textIn(doc).insert(9, ' public', added(grace))],
    ['strikes in Grace’s name', (doc) => textIn(doc).format(3, 6, gone(grace))],
    ['passes official words off as its own', (doc) => textIn(doc).format(3, 6, added())],
    ['withdraws Grace’s proposal', (doc) => textIn(doc, 1).delete(6, 4)],
    ['accepts Grace’s proposal', (doc) => textIn(doc, 1).format(6, 4, { insertion: null })],
    ['rewrites Grace’s proposal', (doc) => textIn(doc, 1).insert(8, 'x')],
    ['changes an attribute', (doc) => block(doc, 1).setAttribute('id', 'elsewhere')],
    ['proposes in Grace’s name on a block', (doc) => block(doc, 0).setAttribute('proposal', writeBlockProposal({ target: 'heading2', ...stamp(grace) }))],
    ['adds a block', (doc) => doc.getXmlFragment(contentField).insert(3, [paragraph('de plus')])],
    ['takes a block away', (doc) => doc.getXmlFragment(contentField).delete(0, 1)],
    ['adds a block in Grace’s name', (doc) => doc.getXmlFragment(contentField).insert(3, [proposed('paragraph', 'de plus', grace)])],
    ['takes a block away in Grace’s name', (doc) => block(doc, 0).setAttribute('proposal', proposal('removed', grace))],
    ['passes an official block off as its own', (doc) => block(doc, 0).setAttribute('proposal', proposal('inserted'))],
    ['adds a block, and another plainly', (doc) => doc.getXmlFragment(contentField).insert(1, [proposed('paragraph', 'de plus'), paragraph('en plus')])],
    ['adds a block, and takes an official one away', (doc) => {
      doc.getXmlFragment(contentField).insert(1, [proposed('paragraph', 'de plus')]);
      doc.getXmlFragment(contentField).delete(0, 1);
    }],
    ['swaps a block for its twin', (doc) => {
      doc.getXmlFragment(contentField).delete(0, 1);
      doc.getXmlFragment(contentField).insert(0, [paragraph('Le marché est clos.')]);
    }],
    ['swaps a text for its twin', (doc) => {
      block(doc, 0).delete(0, 1);
      block(doc, 0).insert(0, [new Y.XmlText('Le marché est clos.')]);
    }],
    ['hides a change behind a proposal', (doc) => {
      textIn(doc).insert(9, ' public', added());
      textIn(doc, 1).delete(0, 1);
    }],
  ])('refuses an update that %s, and keeps the draft as it was', async (_, work) => {
    const before = room.doc.getXmlFragment(contentField).toString();
    const update = change(work);
    expect(await answer(update)).toBe('drafts.suggestion-changes-text');
    expect(room.doc.getXmlFragment(contentField).toString()).toBe(before);
    expect(room.pushed).toBe(0);
  });

  it('finds no proposal in what is written beside the text', () => {
    const scratch = new SuggestionScratch();
    scratch.follow([Y.encodeStateAsUpdate(room.doc)]);
    expect(scratch.try(change((doc) => void doc.getMap('plan').set('a', 1)), ada)).toBe('changes-text');
  });

  it('lets a person withdraw and rewrite their own, whole text included', async () => {
    const written = new Y.XmlText();
    expect(await answer(change((doc) => block(doc, 2).insert(0, [written])))).toBe('saved');
    expect(await answer(change(() => written.insert(0, 'nouveau', added())))).toBe('saved');
    expect(await answer(change(() => written.insert(3, 'x')))).toBe('saved');
    expect(await answer(change((doc) => block(doc, 2).delete(0, 1)))).toBe('saved');
    expect(await answer(change(() => textIn(mine).format(3, 6, gone())))).toBe('saved');
    expect(await answer(change(() => textIn(mine).format(3, 6, { 'deletion--abcdefgh': null })))).toBe('saved');
  });

  it('lets a person rewrite the blocks they propose, and take them back; nobody else’s', async () => {
    const root = mine.getXmlFragment(contentField);
    const lines = (index: number): Y.XmlElement => root.get(index) as Y.XmlElement;
    expect(await answer(change(() => root.insert(1, [proposed('blockquote', 'un'), proposed('paragraph', 'deux')])))).toBe('saved');
    expect(await answer(change(() => textIn(mine, 1).insert(2, ' et demi')))).toBe('saved');
    expect(await answer(change(() => lines(1).insert(1, [paragraph('encore')])))).toBe('saved');
    expect(await answer(change(() => lines(1).delete(0, 1)))).toBe('saved');
    expect(await answer(change(() => root.delete(2, 1)))).toBe('saved');
    expect(await answer(change(() => lines(1).removeAttribute('proposal')))).toBe('drafts.suggestion-changes-text');
    mine = new Y.Doc();
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(room.doc));
    expect(await answer(change(() => mine.getXmlFragment(contentField).delete(1, 1)))).toBe('saved');
    room.doc.getXmlFragment(contentField).insert(1, [proposed('paragraph', 'de Grace', grace)]);
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(room.doc));
    expect(await answer(change(() => textIn(mine, 1).insert(0, 'x')))).toBe('drafts.suggestion-changes-text');
    mine = new Y.Doc();
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(room.doc));
    expect(await answer(change(() => mine.getXmlFragment(contentField).delete(1, 1)))).toBe('drafts.suggestion-changes-text');
  });

  it('lets a note go with the text behind it written again, as the editor does; not the text alone', async () => {
    const noted = new Y.XmlElement('footnote');
    noted.setAttribute('proposal', proposal('inserted'));
    expect(await answer(change((doc) => {
      textIn(doc).delete(9, 10);
      block(doc, 0).insert(1, [noted, new Y.XmlText(' est clos.')]);
    }))).toBe('saved');
    const twin = change((doc) => {
      block(doc, 0).delete(2, 1);
      block(doc, 0).insert(2, [new Y.XmlText(' est clos.')]);
    });
    expect(await answer(twin)).toBe('drafts.suggestion-changes-text');
    mine = new Y.Doc();
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(room.doc));
    expect(await answer(change((doc) => {
      block(doc, 0).delete(1, 2);
      textIn(doc).insert(9, ' est clos.');
    }))).toBe('saved');
  });

  it('does not let a person make their own proposal official', async () => {
    await answer(change(() => textIn(mine).insert(9, ' public', added())));
    expect(await answer(change(() => textIn(mine).format(9, 7, { insertion: null })))).toBe('drafts.suggestion-changes-text');
  });

  it('asks for what came before when it is missing', async () => {
    change((doc) => textIn(doc).insert(9, ' public', added()));
    expect(await answer(change((doc) => textIn(doc).insert(16, ' ouvert', added())))).toBe('resync');
    expect(room.pushed).toBe(0);
  });

  it('tries the next proposal on what stands, not on what could not be saved', async () => {
    room.fails = true;
    const opening = change((doc) => textIn(doc).insert(9, ' public', added()));
    expect(await answer(opening)).toBe('drafts.cannot-save');
    room.fails = false;
    // Plain text that only the lost proposal would have covered.
    const hostile = new Y.Doc();
    Y.applyUpdate(hostile, Y.encodeStateAsUpdate(room.doc));
    const before = Y.encodeStateVector(hostile);
    textIn(hostile).insert(10, 'X');
    expect(await answer(Y.encodeStateAsUpdate(hostile, before))).toBe('drafts.suggestion-changes-text');
    expect(await answer(opening)).toBe('saved');
  });

  it('follows what editors write between two proposals', async () => {
    expect(await answer(change((doc) => textIn(doc).insert(9, ' public', added())))).toBe('saved');
    textIn(room.doc).insert(0, 'Ici : ');
    room.doc.getXmlFragment(contentField).insert(0, [paragraph('Avant')]);
    expect(await answer(change((doc) => textIn(doc).insert(16, ' ouvert', added())))).toBe('saved');
    expect(await answer(change((doc) => textIn(doc).delete(0, 2)))).toBe('drafts.suggestion-changes-text');
  });

  it('answers a crowd of proposals in their order, and asks for patience beyond measure', async () => {
    const updates = Array.from({ length: 80 }, (_, at) => change((doc) => textIn(doc).insert(9 + at, 'x', added())));
    const answers = await Promise.all(updates.map(answer));
    expect(answers.slice(0, 64).every((one) => one === 'saved')).toBe(true);
    expect(new Set(answers.slice(64))).toEqual(new Set(['drafts.too-fast']));
  });
});
