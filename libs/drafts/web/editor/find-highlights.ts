import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findAll } from './text-search';
import type { Found, SearchQuery } from './text-search';

export interface Search {
  readonly query: SearchQuery;
  readonly found: readonly Found[];
  /** Which of them the writer stands on; -1 when there is none. */
  readonly current: number;
}

interface SearchState extends Search {
  readonly drawn: DecorationSet;
}

/** Changes what is searched, or where the writer stands in what was found. */
export type SearchChange = Partial<Pick<Search, 'query' | 'current'>>;

export const searchKey = new PluginKey<SearchState>('draftSearch');
export const nothing: SearchQuery = { text: '', matchCase: false, wholeWord: false };

function searched(state: EditorState, query: SearchQuery, wanted: number): SearchState {
  const found = findAll(state.doc, query);
  const current = Math.min(wanted, found.length - 1);
  const drawn = found.map(({ from, to }, index) => Decoration.inline(from, to, { class: index === current ? 'co-found co-found-now' : 'co-found' }));
  return { query, found, current, drawn: DecorationSet.create(state.doc, drawn) };
}

const highlights = (): Plugin<SearchState> =>
  new Plugin<SearchState>({
    key: searchKey,
    state: {
      init: (_, state) => searched(state, nothing, -1),
      apply: (transaction, before, _, state) => {
        const change = transaction.getMeta(searchKey) as SearchChange | undefined;
        if (!change && (!transaction.docChanged || before.query.text === '')) return before;
        return searched(state, change?.query ?? before.query, change?.current ?? before.current);
      },
    },
    props: { decorations: (state) => searchKey.getState(state)?.drawn },
  });

/** Shows what was found; follows the text as anybody changes it. The bar that asks comes when it is needed. */
export const FindHighlights = Extension.create({ name: 'findHighlights', addProseMirrorPlugins: () => [highlights()] });
