import { describe, expect, it } from '@jest/globals';
import { isAllowedAttribute, isAllowedMark } from '../document-schema';
import type { DocumentMark, DocumentNode } from '../outline-template';
import { newSuggestionId, readBlockProposal, writeBlockProposal } from './suggestion';
import { acceptedView } from './suggestion-accepted';
import type { BlockTarget } from './suggestion';
import { groupSuggestions } from './suggestion-groups';
import type { SuggestionPiece } from './suggestion-groups';
import { differsOnlyInProposalsOf, rejectedView } from './suggestion-views';

const ada = '0190a000-0000-7000-8000-00000000000a';
const grace = '0190a000-0000-7000-8000-00000000000b';
const stamp = (person = ada, id = 7) => ({ id, person, at: 1_760_000_000 });
const text = (written: string, ...marks: DocumentMark[]): DocumentNode => (marks.length > 0 ? { type: 'text', text: written, marks } : { type: 'text', text: written });
const added = (role: string | null = null, person = ada): DocumentMark => ({ type: 'insertion', attrs: { ...stamp(person), role } });
const gone = (person = ada): DocumentMark => ({ type: 'deletion', attrs: stamp(person) });
const look = (change: 'add' | 'remove', mark = 'bold', person = ada): DocumentMark => ({ type: 'modification', attrs: { ...stamp(person), mark, change, href: null } });
const p = (...content: DocumentNode[]): DocumentNode => (content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' });
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content });
const bold: DocumentMark = { type: 'bold' };
const headed = (level: number, ...content: DocumentNode[]): DocumentNode => ({ type: 'heading', attrs: { level }, content });
const li = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content });
const proposalOf = (target: BlockTarget): string => writeBlockProposal({ target, ...stamp() });
const block = (type: string, target: BlockTarget, ...content: DocumentNode[]): DocumentNode => ({ type, attrs: { proposal: proposalOf(target) }, content });
const ul = (...content: DocumentNode[]): DocumentNode => ({ type: 'bulletList', content });

describe('the two readings of a text with proposals', () => {
  it.each<[string, DocumentNode, DocumentNode, DocumentNode]>([
    ['words added', doc(p(text('Le marché '), text('public ', added()), text('est clos.'))), doc(p(text('Le marché est clos.'))), doc(p(text('Le marché public est clos.')))],
    ['words taken away', doc(p(text('Le marché '), text('public ', gone()), text('est clos.'))), doc(p(text('Le marché public est clos.'))), doc(p(text('Le marché est clos.')))],
    ['words replaced', doc(p(text('dix', gone()), text('vingt', added()), text(' %'))), doc(p(text('dix %'))), doc(p(text('vingt %')))],
    ['words made bold', doc(p(text('gras', look('add')))), doc(p(text('gras'))), doc(p(text('gras', bold)))],
    ['words no longer bold', doc(p(text('maigre', bold, look('remove')))), doc(p(text('maigre', bold))), doc(p(text('maigre')))],
    ['a paragraph cut in two', doc(p(text('un '), text('\u2029', added('split')), text('deux'))), doc(p(text('un deux'))), doc(p(text('un ')), p(text('deux')))],
    ['a line cut', doc(p(text('un'), text('\u2028', added('line')), text('deux'))), doc(p(text('undeux'))), doc(p(text('un'), { type: 'hardBreak' }, text('deux')))],
    ['two paragraphs made one', doc(p(text('un '), text('\u2029', added('join'))), p(text('deux'))), doc(p(text('un ')), p(text('deux'))), doc(p(text('un deux')))],
    ['an item cut in two', doc(ul(li(p(text('un'), text('\u2029', added('split')), text('deux')), p(text('suite'))))), doc(ul(li(p(text('undeux')), p(text('suite'))))), doc(ul(li(p(text('un'))), li(p(text('deux')), p(text('suite')))))],
    ['two items made one', doc(ul(li(p(text('un'), text('\u2029', added('join')))), li(p(text('deux'))))), doc(ul(li(p(text('un'))), li(p(text('deux'))))), doc(ul(li(p(text('undeux')))))],
    ['words of one person struck by another', doc(p(text('a'), text('b', added(), gone(grace)))), doc(p(text('a'))), doc(p(text('a')))],
    [
      'a paragraph made a title', doc({ type: 'paragraph', attrs: { proposal: writeBlockProposal({ target: 'heading2', ...stamp() }) }, content: [text('Objectifs')] }),
      doc(p(text('Objectifs'))), doc(headed(2, text('Objectifs'))),
    ],
    ['a picture taken away', doc(p(text('a')), { type: 'horizontalRule', attrs: { proposal: writeBlockProposal({ target: 'removed', ...stamp() }) } }), doc(p(text('a')), { type: 'horizontalRule' }), doc(p(text('a')))],
    ['a paragraph and a list added', doc(p(text('a')), block('paragraph', 'inserted', text('b')), block('bulletList', 'inserted', li(p(text('c'))))), doc(p(text('a'))), doc(p(text('a')), p(text('b')), ul(li(p(text('c')))))],
    ['an item added', doc(ul(li(p(text('a'))), block('listItem', 'inserted', p(text('b'))))), doc(ul(li(p(text('a'))))), doc(ul(li(p(text('a'))), li(p(text('b')))))],
    ['the only item taken away', doc(ul(block('listItem', 'removed', p(text('a')))), p(text('b'))), doc(ul(li(p(text('a')))), p(text('b'))), doc(p(text('b')))],
    ['a block replaced', doc(block('paragraph', 'removed', text('a')), block('blockquote', 'inserted', p(text('a')))), doc(p(text('a'))), doc({ type: 'blockquote', content: [p(text('a'))] })],
    ['a note added', doc(p(text('a'), { type: 'footnote', attrs: { text: 'n', proposal: proposalOf('inserted') } }, text('b'))), doc(p(text('ab'))), doc(p(text('a'), { type: 'footnote', attrs: { text: 'n' } }, text('b')))],
    ['nothing proposed', doc(headed(1, text('Titre')), p(), p(text('a', bold))), doc(headed(1, text('Titre')), p(), p(text('a', bold))), doc(headed(1, text('Titre')), p(), p(text('a', bold)))],
  ])('%s', (_, proposed, rejected, accepted) => {
    expect(rejectedView(proposed)).toEqual(rejected);
    expect(acceptedView(proposed)).toEqual(accepted);
  });
});

describe('what a person who may only propose may change', () => {
  const before = doc(p(text('Le marché est clos.')), p(text('Fin', bold), text(' prévue', added(null, grace))));
  const line = before.content?.[1] as DocumentNode;
  it.each<[string, DocumentNode, boolean]>([
    ['nothing', before, true],
    ['the same runs, cut otherwise', doc(p(text('Le marché '), text('est clos.')), line), true],
    ['adds words', doc(p(text('Le marché est '), text('bien ', added()), text('clos.')), line), true],
    ['strikes words', doc(p(text('Le '), text('marché', gone()), text(' est clos.')), line), true],
    ['strikes somebody else’s added words', doc(p(text('Le marché est clos.')), p(text('Fin', bold), text(' prévue', added(null, grace), gone()))), true],
    ['proposes a format', doc(p(text('Le marché est clos.', look('add'))), line), true],
    ['writes plainly', doc(p(text('Le marché est bien clos.')), line), false],
    ['deletes', doc(p(text('Le marché est.')), line), false],
    ['formats', doc(p(text('Le marché est clos.', bold)), line), false],
    ['writes in somebody else’s name', doc(p(text('Le marché est '), text('bien ', added(null, grace)), text('clos.')), line), false],
    ['passes official words off as added', doc(p(text('Le '), text('marché', added()), text(' est clos.')), line), false],
    ['takes somebody else’s proposal away', doc(p(text('Le marché est clos.')), p(text('Fin', bold))), false],
    ['accepts somebody else’s proposal', doc(p(text('Le marché est clos.')), p(text('Fin', bold), text(' prévue'))), false],
    ['takes somebody else’s words over', doc(p(text('Le marché est clos.')), p(text('Fin', bold), text(' prévue', added()))), false],
    ['changes a paragraph into a title', doc(headed(1, text('Le marché est clos.')), line), false],
    ['adds a paragraph', doc(p(text('Le marché est clos.')), line, p()), false],
  ])('%s', (_, after, allowed) => {
    expect(differsOnlyInProposalsOf(ada, before, after)).toBe(allowed);
  });

  it('may withdraw what they proposed, and not make it official', () => {
    const proposed = doc(p(text('a'), text('b', added()), text('c', gone())));
    expect(differsOnlyInProposalsOf(ada, proposed, doc(p(text('ac'))))).toBe(true);
    expect(differsOnlyInProposalsOf(ada, proposed, doc(p(text('abc'))))).toBe(false);
    expect(differsOnlyInProposalsOf(ada, proposed, doc(p(text('a'), text('b', added()))))).toBe(false);
  });
});

describe('marks at the gate', () => {
  it.each<[string, string, unknown, boolean]>([
    ['a whole stamp', 'insertion', { ...stamp(), role: null }, true],
    ['stored as overlapping', 'deletion--abcdefgh', stamp(), true],
    ['nobody’s', 'insertion', { id: 7, at: 1 }, false],
    ['empty', 'deletion', {}, false],
    ['a name that is no account', 'deletion', { ...stamp(), person: 'Ada' }, false],
    ['a number too large', 'deletion', { ...stamp(), id: 2 ** 31 }, false],
    ['an unknown role', 'insertion', { ...stamp(), role: 'script' }, false],
    ['a format', 'modification', { ...stamp(), mark: 'link', change: 'add', href: 'https://exemple.fr' }, true],
    ['a format that runs', 'modification', { ...stamp(), mark: 'link', change: 'add', href: 'javascript:alert(1)' }, false],
    ['a format of nothing', 'modification', { ...stamp(), mark: 'insertion', change: 'add' }, false],
    ['taken off', 'modification', null, true],
  ])('%s', (_, key, value, allowed) => {
    expect(isAllowedMark(key, value)).toBe(allowed);
  });

  it('a block’s proposal is read back as written, and refused where it means nothing', () => {
    const proposal = { target: 'heading3' as const, ...stamp() };
    expect(readBlockProposal(writeBlockProposal(proposal))).toEqual(proposal);
    expect(isAllowedAttribute('paragraph', 'proposal', writeBlockProposal(proposal))).toBe(true);
    expect(isAllowedAttribute('tableRow', 'proposal', writeBlockProposal({ ...proposal, target: 'removed' }))).toBe(true);
    expect(isAllowedAttribute('bulletList', 'proposal', writeBlockProposal(proposal))).toBe(false);
    expect(isAllowedAttribute('horizontalRule', 'proposal', writeBlockProposal(proposal))).toBe(false);
    expect(isAllowedAttribute('tableCell', 'proposal', writeBlockProposal(proposal))).toBe(false);
    expect(readBlockProposal('heading9:1:x:2')).toBeNull();
  });

  it('numbers stay within what a mark may hold', () => {
    expect([newSuggestionId(() => 0), newSuggestionId(() => 0.999_999_999_9)]).toEqual([1, 2 ** 31 - 2]);
  });
});

describe('proposals as people read them', () => {
  const piece = (kind: 'insertion' | 'deletion', written: string, from: number, person = ada, id = 7): SuggestionPiece => ({ kind, text: written, from, to: from + written.length, ...stamp(person, id) });

  it('what one person did together is one proposal, in the order of the text', () => {
    const groups = groupSuggestions([piece('insertion', 'fin', 40, grace), piece('deletion', 'dix', 4), piece('insertion', 'vingt', 7), piece('deletion', 'x', 60, ada, 8)]);
    expect(groups.map(({ kind, removed, added: written, person, from, to }) => [kind, removed, written, person, from, to])).toEqual([
      ['replace', 'dix', 'vingt', ada, 4, 12],
      ['insert', '', 'fin', grace, 40, 43],
      ['delete', 'x', '', ada, 60, 61],
    ]);
  });

  it('the same number drawn by two people is two proposals', () => {
    expect(groupSuggestions([piece('insertion', 'a', 1), piece('insertion', 'b', 2, grace)])).toHaveLength(2);
  });
});
