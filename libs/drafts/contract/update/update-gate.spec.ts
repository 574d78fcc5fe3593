import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { contentField, documentLimits, isAllowedAttribute, isAllowedLink, isAllowedMark } from '../document-schema';
import type { NodeName } from '../document-schema';
import { aDocument, updatesOf, write } from '../drafts.fixtures';
import type { WritingStep } from '../drafts.fixtures';
import { UpdateBytes } from './update-bytes';
import { readUpdate } from './update-gate';

const step: fc.Arbitrary<WritingStep> = fc.record({
  what: fc.constantFrom('block', 'text', 'mark', 'attribute', 'delete', 'break'),
  where: fc.nat(50),
  how: fc.nat(50),
});

const reason = (update: Uint8Array): string => {
  const answer = readUpdate(update);
  return answer.ok ? 'accepted' : answer.reason;
};

interface Struct {
  info: number;
  write: (out: encoding.Encoder) => void;
}

const bytesOf = (run: (out: encoding.Encoder) => void): Uint8Array => encoding.encode(run);

/** An update of one writer (client 7) with these structs and nothing deleted. */
const updateWith = (...structs: Struct[]): Uint8Array =>
  bytesOf((out) => {
    encoding.writeVarUint(out, 1);
    encoding.writeVarUint(out, structs.length);
    encoding.writeVarUint(out, 7);
    encoding.writeVarUint(out, 0);
    for (const struct of structs) {
      encoding.writeUint8(out, struct.info);
      struct.write(out);
    }
    encoding.writeVarUint(out, 0);
  });

const inRoot = (out: encoding.Encoder, root: string = contentField): void => {
  encoding.writeVarUint(out, 1);
  encoding.writeVarString(out, root);
};

const inItem = (out: encoding.Encoder, clock: number, client = 7): void => {
  encoding.writeVarUint(out, 0);
  encoding.writeVarUint(out, client);
  encoding.writeVarUint(out, clock);
};

const block = (name: string, place: (out: encoding.Encoder) => void = inRoot): Struct => ({
  info: 7,
  write: (out) => {
    place(out);
    encoding.writeVarUint(out, 3);
    encoding.writeVarString(out, name);
  },
});

const attribute = (key: string, value: Parameters<typeof encoding.writeAny>[1], clock = 0): Struct => ({
  info: 8 | 0x20,
  write: (out) => {
    inItem(out, clock);
    encoding.writeVarString(out, key);
    encoding.writeVarUint(out, 1);
    encoding.writeAny(out, value);
  },
});

const after = (clock: number, info: number, content: (out: encoding.Encoder) => void, client = 7): Struct => ({
  info: info | 0x80,
  write: (out) => {
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, clock);
    content(out);
  },
});

const mark = (key: string, value: unknown): Struct =>
  after(0, 6, (out) => {
    encoding.writeVarString(out, key);
    encoding.writeVarString(out, typeof value === 'string' ? value : JSON.stringify(value));
  });

const deleting = (...ranges: [clock: number, length: number][]): Uint8Array =>
  bytesOf((out) => {
    encoding.writeVarUint(out, 0);
    encoding.writeVarUint(out, 1);
    encoding.writeVarUint(out, 7);
    encoding.writeVarUint(out, ranges.length);
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(out, clock);
      encoding.writeVarUint(out, length);
    }
  });

const picture = '/api/drafts/0198c0de-0000-7000-8000-000000000001/images/0198c0de-0000-7000-8000-000000000002';

describe('what an honest editor sends passes the gate', () => {
  it('accepts every update of random writing, and the whole draft at once', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const doc = aDocument();
        for (const made of updatesOf(doc, () => steps.forEach((next) => write(doc, next)))) expect(reason(made)).toBe('accepted');
        expect(reason(Y.encodeStateAsUpdate(doc))).toBe('accepted');
      }),
      { numRuns: 150 },
    );
  });

  it('accepts what two writers send after working apart, and reports the same clocks as Yjs', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.array(step, { maxLength: 20 }), (mine, theirs) => {
        const doc = aDocument();
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        mine.forEach((next) => write(doc, next));
        theirs.forEach((next) => write(other, next));
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
        mine.forEach((next) => write(doc, next));
        const whole = readUpdate(Y.encodeStateAsUpdate(doc));
        if (!whole.ok) throw new Error(whole.reason);
        const clocks = [...whole.structs].map(([client, structs]) => [client, structs.reduce((_, s) => s.clock + s.length, 0)]);
        expect(new Map(clocks as [number, number][])).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
      }),
      { numRuns: 80 },
    );
  });

  it('accepts allowed attributes, marks and pictures', () => {
    expect(reason(updateWith(block('image'), attribute('src', picture), attribute('alt', 'Note : un schéma')))).toBe('accepted');
    expect(reason(updateWith(block('heading'), attribute('level', 4), attribute('id', 'axe-1')))).toBe('accepted');
    expect(reason(updateWith(block('tableCell'), attribute('colwidth', [120, 80])))).toBe('accepted');
    expect(reason(updateWith(block('paragraph'), mark('link--abcdefgh', { href: 'mailto:a@b.fr' }), mark('bold', null)))).toBe('accepted');
  });
});

describe('bytes from anyone never break the gate', () => {
  it('answers whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void expect(typeof readUpdate(bytes).ok).toBe('boolean')), { numRuns: 3_000 });
  });

  it('answers a real update with any bytes changed; what it accepts, Yjs reads', () => {
    const base = aDocument('Un texte assez long pour être touché partout');
    for (let index = 0; index < 30; index += 1) write(base, { what: index % 2 ? 'block' : 'mark', where: index, how: index * 7 });
    const real = Y.encodeStateAsUpdate(base);
    const change = fc.record({ at: fc.nat(real.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(real);
        for (const { at, to } of changes) bytes[at] = to;
        if (readUpdate(bytes).ok) expect(() => Y.decodeUpdate(bytes)).not.toThrow();
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads the largest update it accepts once, from one end to the other', () => {
    const doc = aDocument();
    const paragraphs = Array.from({ length: 12_000 }, () => new Y.XmlElement('paragraph'));
    doc.getXmlFragment(contentField).insert(0, paragraphs);
    doc.transact(() => paragraphs.forEach((paragraph) => paragraph.insert(0, [new Y.XmlText('Un paragraphe ordinaire')])));
    const update = Y.encodeStateAsUpdate(doc);
    const readsByte = jest.spyOn(UpdateBytes.prototype, 'byte');
    expect(reason(update)).toBe('accepted');
    const reads = readsByte.mock.calls.length;
    readsByte.mockRestore();
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThanOrEqual(update.byteLength);
  });
});

describe('each hostile update has its named reason', () => {
  const paragraph = block('paragraph');
  const many = (sections: number): Uint8Array =>
    bytesOf((out) => {
      encoding.writeVarUint(out, sections);
      for (let client = 1; client <= sections; client += 1) {
        encoding.writeVarUint(out, 1);
        encoding.writeVarUint(out, client);
        encoding.writeVarUint(out, 5);
        encoding.writeUint8(out, 0);
        encoding.writeVarUint(out, 1);
      }
      encoding.writeVarUint(out, 0);
    });
  const twice = bytesOf((out) => {
    encoding.writeVarUint(out, 2);
    for (let section = 0; section < 2; section += 1) for (const value of [1, 7, section, 0, 1]) encoding.writeVarUint(out, value);
    encoding.writeVarUint(out, 0);
  });
  const nested = [block('paragraph'), ...Array.from({ length: documentLimits.depth }, (_, depth) => block('paragraph', (out) => inItem(out, depth)))];
  const v2 = Y.convertUpdateFormatV1ToV2(Y.encodeStateAsUpdate(aDocument('abc')));

  it.each<[string, Uint8Array]>([
    ['cut-short', Uint8Array.of()],
    ['cut-short', Uint8Array.of(0)],
    ['trailing-bytes', Uint8Array.of(0, 0, 0)],
    ['overlong-integer', Uint8Array.of(0x80, 0, 0)],
    ['overlong-integer', Uint8Array.of(0x81, 0x80, 0, 0)],
    ['integer-out-of-range', Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)],
    ['too-large', new Uint8Array(documentLimits.bytesPerUpdate + 1)],
    ['too-many-sections', many(100_000)],
    ['section-twice', twice],
    ['section-empty', Uint8Array.of(1, 0, 7, 0, 0)],
    ['too-many-structs', bytesOf((out) => [1, documentLimits.structsPerUpdate + 1, 7, 0].forEach((value) => encoding.writeVarUint(out, value)))],
    ['struct-unknown', updateWith({ info: 11, write: () => undefined })],
    ['struct-unknown', updateWith({ info: 0x80, write: (out) => encoding.writeVarUint(out, 1) })],
    ['struct-empty', updateWith({ info: 0, write: (out) => encoding.writeVarUint(out, 0) })],
    ['struct-empty', updateWith(paragraph, after(0, 4, (out) => encoding.writeVarString(out, '')))],
    ['bad-text', updateWith(after(0, 4, (out) => encoding.writeVarUint8Array(out, Uint8Array.of(0xff, 0xfe)), 3))],
    ['points-ahead', updateWith(after(3, 4, (out) => encoding.writeVarString(out, 'a')))],
    ['points-ahead', updateWith(block('paragraph', (out) => inItem(out, 0)))],
    ['parent-unknown', updateWith(block('paragraph', (out) => encoding.writeVarUint(out, 2)))],
    ['root-unknown', updateWith(block('paragraph', (out) => inRoot(out, 'another')))],
    ['plan-not-allowed', updateWith(block('paragraph', (out) => inRoot(out, 'plan')))],
    ['type-not-allowed', updateWith({ info: 7, write: (out) => (inRoot(out), encoding.writeVarUint(out, 1)) })],
    ['type-not-allowed', updateWith({ info: 7, write: (out) => (inRoot(out), encoding.writeVarUint(out, 5), encoding.writeVarString(out, 'script')) })],
    ['text-outside-block', updateWith({ info: 7, write: (out) => (inRoot(out), encoding.writeVarUint(out, 6)) })],
    ['text-outside-block', updateWith({ info: 4, write: (out) => (inRoot(out), encoding.writeVarString(out, 'a')) })],
    ['block-not-allowed', updateWith(block('script'))],
    ['block-not-allowed', updateWith(block('__proto__'))],
    ['block-not-allowed', updateWith(block('constructor'))],
    ['attribute-not-allowed', updateWith(block('heading'), attribute('level', 7))],
    ['attribute-not-allowed', updateWith(block('paragraph'), attribute('onclick', 'x'))],
    ['attribute-not-allowed', updateWith(block('paragraph'), attribute('__proto__', 'x'))],
    ['attribute-not-allowed', updateWith(block('image'), attribute('src', 'https://elsewhere.example/pixel.png'))],
    ['attribute-not-allowed', updateWith(block('image'), attribute('src', 'data:image/svg+xml,<svg/>'))],
    ['value-not-allowed', updateWith(block('paragraph'), attribute('id', { a: 1 }))],
    ['value-not-allowed', updateWith(block('tableCell'), attribute('colwidth', [[1]]))],
    ['mark-not-allowed', updateWith(paragraph, mark('code', {}))],
    ['mark-not-allowed', updateWith(paragraph, mark('link', { href: 'javascript:alert(1)' }))],
    ['mark-not-allowed', updateWith(paragraph, mark('link', { href: ' https://a.example' }))],
    ['mark-not-allowed', updateWith(paragraph, mark('link', { href: 'https://a.example', onclick: 'x' }))],
    ['mark-not-allowed', updateWith(paragraph, mark('bold', 'not json'))],
    ['mark-not-allowed', updateWith(paragraph, mark('link', '['.repeat(7_000)))],
    ['content-not-allowed', updateWith(paragraph, after(0, 2, (out) => encoding.writeVarUint(out, 1)))],
    ['content-not-allowed', updateWith(paragraph, after(0, 3, (out) => encoding.writeVarUint(out, 1)))],
    ['content-not-allowed', updateWith(paragraph, after(0, 5, (out) => encoding.writeVarString(out, '{}')))],
    ['content-not-allowed', updateWith(paragraph, after(0, 9, (out) => encoding.writeVarString(out, 'sub')))],
    ['too-deep', updateWith(...nested)],
    ['deletes-out-of-order', deleting([5, 2], [6, 1])],
    ['struct-empty', deleting([5, 0])],
    ['integer-out-of-range', deleting([documentLimits.clock, 1])],
  ])('%s', (expected, update) => {
    expect(reason(update)).toBe(expected);
  });

  it('a V2 update is refused, however short', () => {
    expect(reason(v2)).not.toBe('accepted');
    expect(reason(Y.convertUpdateFormatV1ToV2(Uint8Array.of(0, 0)))).not.toBe('accepted');
  });
});

describe('callouts, notes, mentions and links to headings', () => {
  it.each<[NodeName, string, unknown, boolean]>([
    ['callout', 'kind', 'warning', true],
    ['callout', 'kind', 'red', false],
    ['callout', 'kind', null, false],
    ['footnote', 'text', 'Voir l’article L. 2111-3', true],
    ['footnote', 'text', 'x'.repeat(documentLimits.attributeTextLength + 1), false],
    ['mention', 'personId', '0190f0a0-0000-7000-8000-000000000001', true],
    ['mention', 'personId', 'marion', false],
    ['mention', 'label', 'Marion Lefèvre', true],
    ['mention', 'label', '', false],
    ['tableOfContents', 'kind', 'info', false],
    ['paragraph', 'kind', 'info', false],
  ])('%s may have %s %p: %p', (node, key, value, allowed) => expect(isAllowedAttribute(node, key, value)).toBe(allowed));

  it.each<[string, boolean]>([
    ['#h-0190f0a0b1c2', true], ['#context', true], ['#', false], ['#a b', false], ['#a"onclick', false], [`#${'a'.repeat(65)}`, false], ['#a#b', false], ['/#a', false],
  ])('a link to %p: %p', (href, allowed) => {
    expect(isAllowedLink(href)).toBe(allowed);
    expect(isAllowedMark('link', { href })).toBe(allowed);
  });
});
