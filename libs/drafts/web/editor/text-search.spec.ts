import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { schemaExtensions } from './editor-schema';
import { plainWords } from './editor-schema.fixtures';
import { findAll, replaceIn } from './text-search';
import type { SearchQuery } from './text-search';

const schema = getSchema(schemaExtensions(plainWords));
const note = { type: 'footnote', attrs: { text: 'marché' } };
const text = (words: string, ...marks: string[]) => ({ type: 'text', text: words, marks: marks.map((type) => ({ type })) });
const documentOf = (...paragraphs: object[][]): Node => schema.nodeFromJSON({ type: 'doc', content: paragraphs.map((content) => ({ type: 'paragraph', content })) });

const doc = documentOf([text('Le mar'), text('ché', 'bold'), text(' public : un Marché, des marchés. L’achat.')], [text('mar'), note, text('ché')]);
const words = (query: Partial<SearchQuery>, of = doc): string[] =>
  findAll(of, { text: '', matchCase: false, wholeWord: false, ...query }).map(({ from, to }) => of.textBetween(from, to));

describe('what is searched', () => {
  it('is found across formatting, whatever the case, and never across a note', () => {
    expect(words({ text: 'MARCHÉ' })).toEqual(['marché', 'Marché', 'marché']);
  });

  it('may ask for the case, or for whole words', () => {
    expect(words({ text: 'Marché', matchCase: true })).toEqual(['Marché']);
    expect(words({ text: 'marché', wholeWord: true })).toEqual(['marché', 'Marché']);
  });

  it('takes an apostrophe or a space for any other', () => {
    expect(words({ text: 'l\'achat' })).toEqual(['L’achat']);
    expect(words({ text: 'public :' }, documentOf([text('public\u00a0:')]))).toEqual(['public\u00a0:']);
  });

  it('nothing is not found everywhere', () => expect(words({ text: '' })).toEqual([]));

  it('overlapping words are found once', () => expect(words({ text: 'aa' }, documentOf([text('aaaa')]))).toHaveLength(2));
});

describe('what is replaced', () => {
  const replaced = (wanted: string, by: string): string => {
    const state = EditorState.create({ doc });
    const found = findAll(doc, { text: wanted, matchCase: false, wholeWord: false });
    return replaceIn(state.tr, found, by).doc.firstChild?.content.toString() ?? '';
  };

  it('is replaced everywhere at once, in the formatting of its first letter', () => {
    expect(replaced('marché', 'contrat')).toBe('<"Le contrat public : un contrat, des contrats. L’achat.">');
  });

  it('by nothing is taken away', () => expect(replaced('Le marché ', '')).toBe('<"public : un Marché, des marchés. L’achat.">'));
});
