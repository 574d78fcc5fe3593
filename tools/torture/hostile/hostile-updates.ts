import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { contentField } from '@cohorte/drafts/contract';
import type { Chance } from '../chance';

/** What a hostile generator needs to know of the draft it attacks: a true copy, and who wrote in it. */
export interface Target {
  /** The draft as it stood once: edits are made on it as by someone who has not heard the news. */
  readonly doc: Y.Doc;
  /** How many items of a writer the draft holds now. */
  clockOf(client: number): number;
  /** Client ids of others: theirs, the application's own, and of someone who joined but has not written yet. */
  readonly others: readonly number[];
}

/** `refuse`: must not change the draft. `either`: may happen to be valid, and then counts as written. */
export interface HostileUpdate {
  readonly name: string;
  readonly update: Uint8Array;
  readonly expected: 'refuse' | 'either';
}

type Write = (out: encoding.Encoder) => void;
type Make = (chance: Chance, target: Target) => Uint8Array;

const bytesOf = (run: Write): Uint8Array => encoding.encode(run);
const someone = (chance: Chance): number => chance.between(1, 2 ** 32 - 1);
const copyOf = (chance: Chance, { doc }: Target): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = someone(chance);
  return copy;
};

/** An update that an editor could have made. */
export function honestUpdate(chance: Chance, target: Target, text = `mot${chance.between(0, 1e9)} `): Uint8Array {
  return madeBy(copyOf(chance, target), (root) => {
    const paragraph = new Y.XmlElement('paragraph');
    root.insert(chance.between(0, root.length), [paragraph]);
    const written = new Y.XmlText();
    paragraph.insert(0, [written]);
    written.insert(0, text);
    if (chance.happens(0.3)) written.format(0, 2, { bold: {} });
  });
}

function madeBy(doc: Y.Doc, edit: (root: Y.XmlFragment) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => edit(doc.getXmlFragment(contentField)));
  const update = Y.encodeStateAsUpdate(doc, before);
  doc.destroy();
  return update;
}

type AnyElement = Y.XmlElement<Record<string, never>>;
const element = (name: string, attributes: Record<string, unknown> = {}): AnyElement => {
  const made = new Y.XmlElement<Record<string, never>>(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as never);
  return made;
};
const textWith = (text: string, marks: Record<string, unknown> = {}): Y.XmlText => {
  const made = new Y.XmlText();
  made.applyDelta([{ insert: text, attributes: marks }]);
  return made;
};
const inserting = (make: (chance: Chance) => Y.XmlElement | Y.XmlText): Make => (chance, target) =>
  madeBy(copyOf(chance, target), (root) => root.insert(chance.between(0, root.length), [make(chance)]));
const paragraphWith = (...children: (Y.XmlElement | Y.XmlText)[]): AnyElement => {
  const made = element('paragraph');
  made.insert(0, children);
  return made;
};

const names = ['script', 'iframe', 'svg', 'style', '__proto__', 'constructor', 'toString', 'Paragraph', 'paragraph ', 'object', 'x'.repeat(63), 'html', 'codeBlock', ''];
const attributes: [string, string, unknown][] = [
  ['paragraph', 'onclick', 'alert(1)'], ['image', 'src', 'javascript:alert(1)'], ['image', 'src', 'https://elsewhere.example/p.png'], ['image', 'onerror', 'x'],
  ['heading', 'level', 9], ['heading', 'level', '1'], ['heading', 'id', '"><script>'], ['tableCell', 'colspan', 1e9], ['tableCell', 'style', 'position:fixed'], ['paragraph', '__proto__', 'x'],
  ['orderedList', 'start', -1], ['taskItem', 'checked', 'yes'], ['image', 'alt', 'a'.repeat(2_001)], ['tableCell', 'colwidth', [[1]]], ['paragraph', 'class', 'x'],
];
const links = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'https://a.example/\u0000', 'file:///etc/passwd',
  '//elsewhere.example', '', 'https://a b', 7, null, { href: 'x' }, 'https://' + 'a'.repeat(2_000),
];
const markNames = ['script', 'onclick', '__proto__', 'bold--', 'code', 'style', 'color'];

/** One section of one writer with raw structs, and nothing deleted. */
const section = (client: number, clock: number, ...structs: Write[]): Uint8Array =>
  bytesOf((out) => {
    encoding.writeVarUint(out, 1);
    encoding.writeVarUint(out, structs.length);
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, clock);
    for (const struct of structs) struct(out);
    encoding.writeVarUint(out, 0);
  });
const raw = (info: number, ...parts: (number | string | Uint8Array)[]): Write => (out) => {
  encoding.writeUint8(out, info);
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(out, part);
    else if (typeof part === 'string') encoding.writeVarString(out, part);
    else encoding.writeUint8Array(out, part);
  }
};
const deleting = (sections: [client: number, ranges: [clock: number, length: number][]][]): Uint8Array =>
  bytesOf((out) => {
    encoding.writeVarUint(out, 0);
    encoding.writeVarUint(out, sections.length);
    for (const [client, ranges] of sections) {
      encoding.writeVarUint(out, client);
      encoding.writeVarUint(out, ranges.length);
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(out, clock);
        encoding.writeVarUint(out, length);
      }
    }
  });

const manyTimes = (times: number, make: () => AnyElement): AnyElement => {
  const outer = make();
  let inner = outer;
  for (let depth = 1; depth < times; depth += 1) {
    const next = make();
    inner.insert(0, [next as unknown as Y.XmlElement]);
    inner = next;
  }
  return outer;
};

/** Not updates at all, or spoiled ones. */
const spoiled: Record<string, Make> = {
  'random bytes': (chance) => chance.bytes(chance.between(0, 300)),
  'cut short': (chance, target) => {
    const update = honestUpdate(chance, target);
    return update.subarray(0, chance.between(1, update.length - 1));
  },
  'trailing bytes': (chance, target) => Uint8Array.from([...honestUpdate(chance, target), ...chance.bytes(chance.between(1, 20))]),
  'second version': (chance, target) => Y.convertUpdateFormatV1ToV2(honestUpdate(chance, target)),
  'exploding second version': () => Uint8Array.of(0, 0, 6, 255, 255, 255, 255, 255, 255, 15, 1, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 15, 0, 1, 0),
  'overlong integer': (chance, target) => {
    const [first = 0, ...rest] = honestUpdate(chance, target);
    return Uint8Array.from([first | 0x80, ...Array<number>(chance.between(0, 6)).fill(0x80), 0, ...rest]);
  },
  'integer beyond all': (chance) => Uint8Array.from([1, 1, ...Array<number>(chance.between(6, 12)).fill(255), 1]),
  'too large': (chance) => section(someone(chance), 0, raw(0x84, 1, 0, 'x'.repeat(chance.between(1_000_001, 1_400_000)))),
  'thousands of sections': (chance) =>
    bytesOf((out) => {
      const count = chance.between(257, 20_000);
      encoding.writeVarUint(out, count);
      for (let index = 0; index < count; index += 1) for (const part of [1, index, 5, 0, 1]) encoding.writeVarUint(out, part);
      encoding.writeVarUint(out, 0);
    }),
  'a count that lies': (chance) => Uint8Array.of(1, 255, 255, 255, 255, 7, 9, 0, chance.between(0, 255)),
};

/** Well spelled, but holding what no draft may hold. */
const forbidden: Record<string, Make> = {
  'unknown content': (chance) => section(someone(chance), 0, raw(chance.between(11, 31), 1, contentField, 1)),
  'content of other documents': (chance) => section(someone(chance), 0, raw(chance.of([2, 3, 5, 9]), 1, contentField, 1, '{}')),
  'wrong root': (chance) => section(someone(chance), 0, raw(7, 1, chance.of(['', 'Content', 'content ', '__proto__', 'plan', 'x'.repeat(80)]), 3, 'paragraph')),
  'unknown type': (chance) => section(someone(chance), 0, raw(7, 1, contentField, chance.of([0, 1, 2, 4, 5, 6, 7, 99]), 'paragraph')),
  'forbidden block': (chance, target) => inserting((dice) => element(dice.of(names)))(chance, target),
  'forbidden attribute': inserting((chance) => {
    const [name, key, value] = chance.of(attributes);
    return element(name, { [key]: value });
  }),
  'forbidden link': inserting((chance) => paragraphWith(textWith('lien', { link: { href: chance.of(links), target: '_blank' } }))),
  'forbidden mark': inserting((chance) => paragraphWith(textWith('mot', { [chance.of(markNames)]: chance.of([{}, true, 'x', { a: 1 }]) }))),
  'text outside a block': inserting(() => textWith('perdu')),
  'too deep': inserting((chance) => manyTimes(chance.between(34, 400), () => element('blockquote'))),
  'a sub-document': (chance, target) =>
    madeBy(copyOf(chance, target), (root) => {
      const paragraph = element('paragraph');
      root.insert(0, [paragraph]);
      paragraph.setAttribute('id', new Y.Doc() as never);
    }),
  'another sort of type': (chance, target) => {
    const doc = copyOf(chance, target);
    const before = Y.encodeStateVector(doc);
    if (chance.happens(0.5)) doc.getMap(chance.of(['content', 'plan'])).set('a', chance.of([1, 'x', new Y.Array(), new Y.Map()]));
    else doc.getText('notes').insert(0, 'dehors');
    return Y.encodeStateAsUpdate(doc, before);
  },
};

/** Written in someone else's name, or on clocks that nobody has reached. */
const forged: Record<string, Make> = {
  'under someone else’s client id': (chance, target) => {
    const client = chance.of(target.others);
    return section(client, target.clockOf(client), raw(7, 1, contentField, 3, 'paragraph'));
  },
  'clocks ahead': (chance) => section(someone(chance), chance.of([1, 2 ** 20, 2 ** 31 - 2]), raw(7, 1, contentField, 3, 'paragraph')),
  'clocks beyond all': (chance) => section(someone(chance), chance.of([2 ** 31, 2 ** 40, 2 ** 53 - 1]), raw(7, 1, contentField, 3, 'paragraph')),
  'a skip, then work': (chance) => section(someone(chance), 0, raw(10, chance.of([1, 2 ** 20, 2 ** 31 - 2])), raw(7, 1, contentField, 3, 'paragraph')),
  'someone’s clock burnt': (chance, target) => {
    const client = chance.of(target.others);
    return section(client, target.clockOf(client), raw(0, chance.of([1, 2 ** 20, 2 ** 30])));
  },
  'deletes of what is not written yet': (chance, target) => {
    const client = chance.of(target.others);
    return deleting([[client, [[target.clockOf(client) + chance.between(10_000, 20_000), chance.of([1, 1_000, 2 ** 30])]]]]);
  },
  'deletes out of order': (chance, target) => deleting([[chance.of(target.others), [[5, 2], [1, 2]]]]),
  'deletes twice': (chance, target) => {
    const client = chance.of(target.others);
    return deleting([[client, [[0, 1]]], [client, [[0, 1]]]]);
  },
  'an empty delete': (chance, target) => deleting([[chance.of(target.others), chance.happens(0.5) ? [] : [[0, 0]]]]),
  'between two in the wrong order': (chance, target) => {
    const list = [...target.doc.getXmlFragment(contentField).toArray()].map((block) => (block as unknown as { _item: Y.Item })._item.id);
    const right = chance.between(0, list.length - 1);
    const [left, before] = [list[chance.between(right, list.length - 1)], list[right]] as [Y.ID, Y.ID];
    return section(someone(chance), 0, raw(0xc7, left.client, left.clock, before.client, before.clock, 3, 'paragraph'));
  },
  'leaning on its own future': (chance) => section(someone(chance), 0, raw(0x84, 9, 9, 'x')),
  'leaning on nobody': (chance) => section(someone(chance), 0, raw(0x84, someone(chance), 3, 'x')),
};

/** Spoiled by chance: what comes out may be valid. */
const shaken: Record<string, Make> = {
  'bits flipped': (chance, target) => {
    const update = Uint8Array.from(honestUpdate(chance, target));
    for (let flip = chance.between(1, 3); flip > 0; flip -= 1) {
      const at = chance.between(0, update.length - 1);
      update[at] = (update[at] ?? 0) ^ (1 << chance.between(0, 7));
    }
    return update;
  },
  'bytes replaced': (chance, target) => {
    const update = Uint8Array.from(honestUpdate(chance, target));
    for (let times = chance.between(1, 4); times > 0; times -= 1) update[chance.between(0, update.length - 1)] = chance.between(0, 255);
    return update;
  },
};

const listed = (makes: Record<string, Make>, expected: HostileUpdate['expected']): [string, Make, HostileUpdate['expected']][] =>
  Object.entries(makes).map(([name, make]) => [name, make, expected]);

const refused = [...listed(spoiled, 'refuse'), ...listed(forbidden, 'refuse'), ...listed(forged, 'refuse')];
const doubtful = listed(shaken, 'either');

export function hostileUpdate(chance: Chance, target: Target): HostileUpdate {
  const [name, make, expected] = chance.of(chance.happens(0.3) ? doubtful : refused);
  const update = make(chance, target);
  return { name, update, expected };
}
